import { Button, Link, Typography } from '@mui/material'
import { useLocaleState, useNotify, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { saveAddress } from '../api/files'
import { Section } from '../kit/page'

/** Leads to what is kept of people, and hands the person all that is kept of them. */
export function KeptOfMe() {
  const translate = useTranslate()
  const notify = useNotify()
  const [language] = useLocaleState()
  const save = () =>
    saveAddress(`/personal-data.json?language=${language}`, 'personal-data.json').catch((error: Error) => notify(error.message, { type: 'error' }))
  return (
    <Section
      title={translate('kept.ofMe')}
      actions={
        <Button size="small" onClick={() => void save()}>
          {translate('kept.download')}
        </Button>
      }
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate('kept.downloadText')}
      </Typography>
      <Link component={RouterLink} to="/personal-data">
        {translate('kept.page')}
      </Link>
    </Section>
  )
}
