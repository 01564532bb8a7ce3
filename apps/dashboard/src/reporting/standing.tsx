import CheckOutlined from '@mui/icons-material/CheckOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import TrendingDown from '@mui/icons-material/TrendingDown'
import TrendingUp from '@mui/icons-material/TrendingUp'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'

const icons: Readonly<Record<string, typeof CheckOutlined>> = { AHEAD: TrendingUp, ON_PLAN: CheckOutlined, BEHIND: TrendingDown, NOTHING_DUE: EventOutlined }

/** Ahead, on plan or behind, as the API says it: icon and word; what is not known has no icon. */
export function Standing({ standing }: { standing: string }) {
  const translate = useTranslate()
  const Icon = icons[standing]
  const word = translate(`enums.Standing.${standing}`)
  if (!Icon) return <em>{word}</em>
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: standing === 'BEHIND' ? 'warning.main' : 'text.secondary' }}>
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {word}
    </Box>
  )
}
