import AlarmOutlined from '@mui/icons-material/AlarmOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'

/** How many days something is late: icon and words. */
export function Overdue({ days }: { days: number }) {
  const translate = useTranslate()
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'error.main', fontWeight: 600 }}>
      <AlarmOutlined aria-hidden sx={{ fontSize: 16 }} />
      {translate('home.daysLate', { smart_count: days })}
    </Box>
  )
}
