import { Box, Link } from '@mui/material'
import { type RaRecord, useRecordContext } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { type ListFacts, nameOf, type RecordFacts } from '../api/contract'
import { FieldValue } from './field-value'
import { type Column, toldOf } from './list-columns'

interface Props {
  readonly record: RecordFacts
  readonly column: Column
  /** The value opens the record. */
  readonly linked: boolean
}

/** What a column says of the row in the context. */
export function ListValue({ record: facts, column: { field, list, name }, linked }: Props) {
  const row = useRecordContext<RaRecord>()
  if (!row) return null
  if (list) return <Told list={list} rows={(row[name] as { readonly nodes: readonly RaRecord[] }).nodes} />
  if (!field) return null
  if (!linked) return <FieldValue field={field} record={row} />
  return (
    <Link component={RouterLink} to={`/${facts.plural}/${row.id}/show`} sx={{ fontWeight: 600 }}>
      {field.target && row[field.name] ? nameOf(field.target, row[field.name]) : <FieldValue field={field} record={row} />}
    </Link>
  )
}

/** Records that belong to the row, by their names. */
function Told({ list, rows }: { list: ListFacts; rows: readonly RaRecord[] }) {
  const { record, through } = toldOf(list)
  const told = rows.flatMap((row) => (through ? ((row[through] as RaRecord | null) ?? []) : row))
  if (told.length === 0) return <>–</>
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {told.map((one) => (
        <Link key={one.id} component={RouterLink} to={`/${record.plural}/${one.id}/show`}>
          {nameOf(record.name, one)}
        </Link>
      ))}
    </Box>
  )
}
