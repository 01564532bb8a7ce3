import AlarmOutlined from '@mui/icons-material/AlarmOutlined'
import { Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { type LatePlace, lateAddress } from './late-list'

/** Number of late items, in words: it opens their list. */
export function Late({ count, at = {} }: { count: number; at?: LatePlace }) {
  const translate = useTranslate()
  if (count === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        {translate('stands.noneLate')}
      </Typography>
    )
  return (
    <Link
      component={RouterLink}
      to={lateAddress(at)}
      variant="body2"
      sx={{ color: 'error.main', fontWeight: 600, display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <AlarmOutlined sx={{ fontSize: 16 }} aria-hidden />
      {translate('stands.late', { smart_count: count })}
    </Link>
  )
}
