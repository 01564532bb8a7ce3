import { Link, Typography } from '@mui/material'
import {
  CreateButton,
  DataTable,
  ExportButton,
  List,
  type RaRecord,
  SearchInput,
  SelectInput,
  TopToolbar,
  useRecordContext,
  useResourceContext,
  useTranslate,
} from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { type FieldFacts, nameField, type RecordFacts, recordOf } from '../app/contract'
import { enumValues } from '../app/data-provider'
import { useProject } from '../app/session'
import { exportRows } from './export-rows'
import { FieldValue } from './field-value'

/** Columns of the lists, where the first six fields are not the best choice. */
const columns: Readonly<Record<string, readonly string[]>> = {
  partners: ['position', 'name', 'englishName', 'type', 'role', 'country', 'region'],
  pilots: ['title', 'status', 'partner', 'thematicArea', 'phase', 'startedOn', 'endedOn'],
  workPackages: ['number', 'title', 'leadingPartner'],
  deliverables: ['title', 'workPackage', 'partner', 'dueOn', 'handedInOn'],
  milestones: ['title', 'workPackage', 'dueOn', 'passedOn'],
  regions: ['code', 'name', 'country', 'performance'],
  sources: ['title', 'publisher', 'language', 'address'],
}

function columnsOf(record: RecordFacts): FieldFacts[] {
  const wanted =
    columns[record.plural] ??
    record.fields
      .filter((field) => field.input !== 'none' && field.name !== 'project')
      .slice(0, 6)
      .map((field) => field.name)
  return wanted.flatMap((name) => record.fields.find((field) => field.name === name) ?? [])
}

/** A record's list: search, filters, sorting, export of every row. */
export default function RecordList() {
  const record = recordOf(useResourceContext() ?? '')
  const { current } = useProject()
  const scoped = record.fields.some((field) => field.name === 'project')
  const own = scoped && current ? { project: { id: { eq: current.project.id } } } : {}
  const shown = columnsOf(record)
  const main = shown.find((field) => field.name === nameField(record.name)) ?? shown.find((field) => ['title', 'name'].includes(field.name)) ?? shown[0]
  return (
    <>
      <Typography variant="h1" sx={{ px: 2, pt: 3 }}>
        {record.labels}
      </Typography>
      <List
        key={current?.project.id ?? ''}
        filter={own}
        filters={filtersOf(record)}
        perPage={25}
        sort={{ field: shown.find((field) => field.sort)?.name ?? 'id', order: 'ASC' }}
        exporter={() => exportRows(record, own)}
        actions={<Actions creates={record.verbs.includes('create')} />}
        disableSyncWithLocation={false}
      >
        <DataTable rowClick={false} bulkActionButtons={false}>
          {shown.map((field) => (
            <DataTable.Col key={field.name} source={field.name} label={field.label} disableSort={!field.sort}>
              <Value field={field} linked={field === main} />
            </DataTable.Col>
          ))}
        </DataTable>
      </List>
    </>
  )
}

const Actions = ({ creates }: { creates: boolean }) => (
  <TopToolbar>
    {creates ? <CreateButton /> : null}
    <ExportButton />
  </TopToolbar>
)

function filtersOf(record: RecordFacts) {
  const search = record.fields.some((field) => field.search) ? [<SearchInput key="q" source="q" alwaysOn />] : []
  const choices = record.fields.filter((field) => field.kind === 'choice' && !field.name.endsWith('Precision'))
  return [...search, ...choices.map((field) => <ChoiceFilter key={field.name} source={`${field.name}.eq`} label={field.label} choices={field.choices ?? ''} />)]
}

function ChoiceFilter({ source, label, choices }: { source: string; label: string; choices: string }) {
  const translate = useTranslate()
  return <SelectInput source={source} label={label} choices={enumValues(choices).map((id) => ({ id, name: translate(`enums.${choices}.${id}`) }))} />
}

function Value({ field, linked }: { field: FieldFacts; linked: boolean }) {
  const record = useRecordContext<RaRecord>()
  const resource = useResourceContext()
  if (!record) return null
  const value = <FieldValue field={field} record={record} />
  if (!linked) return value
  return (
    <Link component={RouterLink} to={`/${resource}/${record.id}/show`}>
      {value}
    </Link>
  )
}
