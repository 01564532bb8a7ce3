import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import HighlightOff from '@mui/icons-material/HighlightOff'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined'
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined'
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'

export const statusIcons: Readonly<Record<string, typeof CheckCircleOutlined>> = {
  PLANNED: RadioButtonUnchecked,
  RUNNING: PlayCircleOutlined,
  SUSPENDED: PauseCircleOutlined,
  COMPLETED: CheckCircleOutlined,
  CANCELLED: HighlightOff,
  EVALUATED: VerifiedOutlined,
  DRAFT: EditOutlined,
  SCORING: HowToVoteOutlined,
  OPENED: VisibilityOutlined,
  CONCLUDED: CheckCircleOutlined,
  PUBLISHED: VerifiedOutlined,
  SUPERSEDED: HistoryOutlined,
}

/** A state, of a pilot unless said otherwise: its icon and its word, always both. A state that is not known says so. */
export function Status({ status, of = 'PilotStatus' }: { status: string | null | undefined; of?: string }) {
  const translate = useTranslate()
  if (!status) return <em>{translate('app.unknown')}</em>
  const Icon = statusIcons[status] ?? RadioButtonUnchecked
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: status === 'SUSPENDED' ? 'warning.main' : 'inherit' }}>
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {translate(`enums.${of}.${status}`)}
    </Box>
  )
}
