import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { SHOWN_DAYS } from './pilot-data'

/** Says that more days were measured than are shown. */
export function NewestDays() {
  const translate = useTranslate()
  return (
    <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
      {translate('pilot.newestDays', { smart_count: SHOWN_DAYS })}
    </Typography>
  )
}
