import { Box, Button, Link, Typography } from '@mui/material'
import { type ReactNode, useEffect } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { locales } from './languages'
import { fetchLetters } from './letters'
import { productName } from './product'

/** A page without rooms, for who is not signed in; `wide` for what is read, `page` for charts beside each other. */
export function PlainPage({ title, children, wide = false }: { title: string; children: ReactNode; wide?: boolean | 'page' }) {
  const translate = useTranslate()
  const [locale, setLocale] = useLocaleState()
  const maxWidth = wide === 'page' ? 1240 : wide ? 860 : 420
  useEffect(() => {
    document.title = `${title} · ${productName}`
    document.documentElement.lang = locale
  }, [title, locale])
  useEffect(fetchLetters, [])
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default', color: 'text.primary', p: { xs: 2, sm: 4 }, ...bareOnPaper }}>
      <Box component="header" sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', maxWidth, mx: 'auto', mb: 4 }}>
        <Link component={RouterLink} to="/" color="textPrimary" underline="hover" sx={{ fontWeight: 650 }}>
          {productName}
        </Link>
        <Box component="nav" aria-label={translate('app.language')}>
          {locales.map((known) => (
            <Button
              key={known.locale}
              lang={known.locale}
              size="small"
              aria-pressed={known.locale === locale}
              onClick={() => void setLocale(known.locale)}
              sx={{ fontWeight: known.locale === locale ? 650 : 400 }}
            >
              {known.name}
            </Button>
          ))}
        </Box>
      </Box>
      <Box
        component="main"
        sx={{ maxWidth, mx: 'auto', bgcolor: 'background.paper', border: '1px solid var(--line)', borderRadius: 2, p: { xs: 2, sm: 4 }, ...bareOnPaper }}
      >
        <Typography variant="h1" sx={{ mb: 2 }}>
          {title}
        </Typography>
        {children}
      </Box>
    </Box>
  )
}

/** Paper has margins of its own, and no card lies on it. */
const bareOnPaper = { '@media print': { p: 0, border: 0, minHeight: 0, bgcolor: 'transparent' } } as const
