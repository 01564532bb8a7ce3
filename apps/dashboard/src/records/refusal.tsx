import LockOutlined from '@mui/icons-material/LockOutlined'
import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'

/** Why something cannot be done here, and who can. */
export function Refusal({ move }: { move: { readonly reason: string | null; readonly by: string } | undefined }) {
  const translate = useTranslate()
  if (!move || move.reason === 'NOT_OFFERED') return null
  const who = move.by
    .split(',')
    .map((role) => translate(`pilot.roles.${role}`))
    .join(' / ')
  return (
    <Typography variant="body2" color="text.secondary" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, py: 1 }}>
      <LockOutlined sx={{ fontSize: 16 }} aria-hidden />
      {translate('pilot.refusedBy', { who })}
    </Typography>
  )
}
