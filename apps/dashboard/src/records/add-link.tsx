import AddOutlined from '@mui/icons-material/AddOutlined'
import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'

/** Leads to the form of a new record with what is known of it. */
export function AddLink({ plural, given }: { plural: string; given: Readonly<Record<string, unknown>> }) {
  const translate = useTranslate()
  return (
    <Button component={RouterLink} to={newAddress(plural, given)} size="small" startIcon={<AddOutlined />}>
      {translate('list.add', { name: translate(`resources.${plural}.name`, { smart_count: 1 }) })}
    </Button>
  )
}

/** Address of the form of a new record. */
export const newAddress = (plural: string, given: Readonly<Record<string, unknown>>): string =>
  `/${plural}/create?${new URLSearchParams({ source: JSON.stringify(given) })}`
