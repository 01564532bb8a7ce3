import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import HighlightOff from '@mui/icons-material/HighlightOff'
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined'
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'

export const statusIcons: Readonly<Record<string, typeof CheckCircleOutlined>> = {
  PLANNED: RadioButtonUnchecked,
  RUNNING: PlayCircleOutlined,
  SUSPENDED: PauseCircleOutlined,
  COMPLETED: CheckCircleOutlined,
  CANCELLED: HighlightOff,
  EVALUATED: VerifiedOutlined,
}

/** A pilot's state: its icon and its word, always both. A state that is not known says so. */
export function Status({ status }: { status: string | null | undefined }) {
  const translate = useTranslate()
  if (!status) return <em>{translate('app.unknown')}</em>
  const Icon = statusIcons[status] ?? RadioButtonUnchecked
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: status === 'SUSPENDED' ? 'warning.main' : 'inherit' }}>
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {translate(`enums.PilotStatus.${status}`)}
    </Box>
  )
}
