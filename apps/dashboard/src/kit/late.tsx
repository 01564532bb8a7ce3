import AlarmOutlined from '@mui/icons-material/AlarmOutlined'
import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'

/** Number of late items, in words. */
export function Late({ count }: { count: number }) {
  const translate = useTranslate()
  if (count === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        {translate('stands.noneLate')}
      </Typography>
    )
  return (
    <Typography variant="body2" sx={{ color: 'error.main', fontWeight: 600, display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <AlarmOutlined sx={{ fontSize: 16 }} aria-hidden />
      {translate('stands.late', { smart_count: count })}
    </Typography>
  )
}
