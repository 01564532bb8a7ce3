import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { contract, labelKey } from '../api/contract'

/** What anyone reads of a published project, record by record, as the contract declares it at each field. */
export function PublicFields() {
  const translate = useTranslate()
  const open = Object.values(contract.records)
    .map((facts) => ({ facts, shown: facts.fields.filter(({ name, isPublic }) => isPublic && !name.endsWith('Precision')) }))
    .filter(({ shown }) => shown.length > 0)
  return (
    <>
      <Typography sx={{ mt: 1 }}>{translate('project.publicNever')}</Typography>
      <Typography sx={{ mt: 1 }}>{translate('project.publicFields')}</Typography>
      <Box component="ul" sx={{ pl: 2.5, my: 1, fontSize: 13, maxHeight: 260, overflowY: 'auto' }} tabIndex={0}>
        {open.map(({ facts, shown }) => (
          <li key={facts.name}>
            <strong>{translate(`resources.${facts.plural}.name`, { smart_count: 2 })}</strong>:{' '}
            {shown.map((field) => translate(labelKey(facts, field.name))).join(', ')}
          </li>
        ))}
      </Box>
    </>
  )
}
