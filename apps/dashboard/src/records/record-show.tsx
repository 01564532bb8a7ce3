import { Box, Typography } from '@mui/material'
import { EditButton, type RaRecord, Show, TopToolbar, useRecordContext, useResourceContext } from 'react-admin'
import { contract, nameField, type RecordFacts, recordOf } from '../app/contract'
import { Children } from './children'
import { FieldValue } from './field-value'
import { History } from './history'
import { Refusal } from './refusal'

/** A record's page: its facts, what belongs to it, its history. */
export default function RecordShow() {
  const resource = useResourceContext() ?? ''
  return (
    <Show actions={<ShowActions />} component="div" title={<RecordTitle />}>
      <RecordPage record={recordOf(resource)} />
    </Show>
  )
}

function RecordTitle() {
  const record = useRecordContext<RaRecord>()
  const facts = recordOf(useResourceContext() ?? '')
  return <>{record ? String(record[nameField(facts.name)] ?? record.name ?? facts.label) : ''}</>
}

/** Edit, where this viewer may; else who may. */
export function ShowActions() {
  const record = useRecordContext<RaRecord>()
  const move = record?.can?.update as { allowed: boolean; reason: string | null; by: string } | undefined
  return <TopToolbar>{move?.allowed ? <EditButton /> : <Refusal move={move} />}</TopToolbar>
}

function RecordPage({ record: facts }: { record: RecordFacts }) {
  const record = useRecordContext<RaRecord>()
  if (!record) return null
  return (
    <Box sx={{ px: { xs: 2, sm: 3.5 }, pb: 4 }}>
      <Typography variant="h1" sx={{ mb: 2 }}>
        <RecordTitle />
      </Typography>
      <Facts facts={facts} record={record} />
      {Object.values(contract.records)
        .flatMap((child) =>
          child.fields
            .filter((field) => field.target === facts.name && childLists.has(`${facts.name}.${child.name}.${field.name}`))
            .map((field) => ({ child, field })),
        )
        .map(({ child, field }) => (
          <Children key={`${child.name}.${field.name}`} child={child} by={field.name} parent={record} />
        ))}
      <History singular={facts.singular} id={String(record.id)} />
    </Box>
  )
}

/** What is listed on a record's page, as Parent.Child.field. */
const childLists = new Set([
  'Partner.Contact.partner',
  'Partner.BudgetShare.partner',
  'Partner.Pilot.partner',
  'WorkPackage.Activity.workPackage',
  'WorkPackage.Deliverable.workPackage',
  'WorkPackage.Milestone.workPackage',
  'WorkPackage.Pilot.workPackage',
  'Indicator.Contributor.indicator',
  'Region.Partner.region',
  'ThematicArea.Pilot.thematicArea',
])

/** A record's fields as a list of terms. */
export function Facts({ facts, record }: { facts: RecordFacts; record: RaRecord }) {
  const hidden = new Set((record.hidden as string[] | undefined) ?? [])
  const shown = facts.fields.filter(
    (field) => !['project', 'createdAt', 'updatedAt', 'archivedAt'].includes(field.name) && !field.name.endsWith('Precision') && !hidden.has(field.name),
  )
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '200px 1fr' }, columnGap: 2, rowGap: 0.75, m: 0, maxWidth: 860 }}>
      {shown.map((field) => (
        <Box key={field.name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {field.label}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            <FieldValue field={field} record={record} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
