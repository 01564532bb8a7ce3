import LockOutlined from '@mui/icons-material/LockOutlined'
import { Typography } from '@mui/material'
import { type RaRecord, useTranslate } from 'react-admin'
import type { AllowedFragment } from '../api/documents.generated'
import { rolesText } from '../api/graphql'

/** What a record says of a thing that one may or may not do with it. */
export type Allowed = AllowedFragment

/** Whether this person may do a thing with a record: a plain write, or a deed of its own. */
export const may = (record: RaRecord, deed: string): boolean =>
  (record.can as Readonly<Record<string, Allowed | undefined>> | undefined)?.[deed]?.allowed === true

/** Whether this person may change a record. */
export const mayUpdate = (record: RaRecord): boolean => may(record, 'update')

/** Whether this person may add to a list at a record. */
export const mayAdd = (record: RaRecord, list: string): boolean => (record.adds as readonly string[] | undefined)?.includes(list) === true

/** Why something cannot be done here, and who can. */
export function Refusal({ move }: { move: Allowed | undefined }) {
  const translate = useTranslate()
  if (!move || move.allowed || move.reason === 'NOT_OFFERED' || !move.by) return null
  return (
    <Typography variant="body2" color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <LockOutlined sx={{ fontSize: 16 }} aria-hidden />
      {translate('record.onlyBy', { who: rolesText(move.by, translate) })}
    </Typography>
  )
}
