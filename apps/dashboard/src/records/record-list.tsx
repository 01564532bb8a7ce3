import AddOutlined from '@mui/icons-material/AddOutlined'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import { Box, Button, IconButton, Link, Typography, useMediaQuery } from '@mui/material'
import { Suspense, useState } from 'react'
import {
  DataTable,
  FilterButton,
  FilterForm,
  ListBase,
  type RaRecord,
  SearchInput,
  SelectInput,
  SortButton,
  useListContext,
  useNotify,
  useRecordContext,
  useResourceContext,
  useTranslate,
} from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { contract, type FieldFacts, fieldOf, isOrderable, labelKey, nameFields, type RecordFacts, recordOf } from '../api/contract'
import { useProject } from '../api/session'
import { numberText } from '../kit/format'
import { Failed } from '../kit/loading'
import { onPhone, Page, PageHead, Wide } from '../kit/page'
import { Status } from '../kit/status'
import { stay } from '../kit/stay'
import { exportRows } from './export-rows'
import { FieldValue } from './field-value'
import { PhoneRows } from './phone-rows'
import { choicesOf, RelatedInput } from './record-inputs'
import { useResource } from './room'

/** Columns of the lists, where the first six fields are not the best choice. */
const columns: Readonly<Record<string, readonly string[]>> = {
  partners: ['position', 'name', 'englishName', 'type', 'role', 'country', 'region'],
  pilots: ['title', 'status', 'partner', 'workPackage', 'thematicArea', 'phase', 'startedOn'],
  indicators: ['title', 'pilot', 'measure', 'direction', 'unit', 'every'],
  workPackages: ['number', 'title', 'leadingPartner'],
  deliverables: ['title', 'workPackage', 'partner', 'dueOn', 'handedInOn'],
  milestones: ['title', 'workPackage', 'dueOn', 'passedOn'],
  activities: ['number', 'title', 'workPackage', 'thematicArea', 'phase'],
  thematicAreas: ['number', 'title', 'leadingPartner'],
  phases: ['number', 'title', 'startsOn', 'endsOn'],
  regions: ['code', 'name', 'country', 'performance'],
  sources: ['title', 'publisher', 'language', 'address'],
  evaluationPlans: ['title', 'timing', 'subjects', 'status', 'agreementReading', 'scoringUntil'],
  findings: ['title', 'plan', 'criterion', 'strength'],
  lessons: ['title', 'plan', 'forWhom'],
  recommendations: ['title', 'plan', 'partner', 'dueOn', 'response', 'responseDueOn'],
  evaluationEffects: ['title', 'plan', 'indicator', 'design', 'effect', 'robustness', 'wording'],
  benchmarks: ['title', 'status', 'compares', 'normalisation', 'weighting'],
  benchmarkEditions: ['title', 'benchmark', 'state', 'frozenAt', 'publishedAt'],
  regionalStatistics: ['division', 'region', 'measure', 'year', 'value', 'unit', 'source'],
  risks: ['title', 'pilot', 'likelihood', 'impact', 'mitigation', 'owner'],
  users: ['displayName', 'email', 'administrator'],
  projects: ['acronym', 'title', 'reference', 'published'],
}

/** Columns that are no fields: lists of what belongs to a record. */
const furtherColumns: Readonly<Record<string, Readonly<Record<string, FieldFacts>>>> = {
  evaluationPlans: { subjects: { name: 'subjects', kind: 'list', input: 'none', inputName: '', required: false, sort: false, search: false } },
}

const PER_PAGE = 25

/** What stands at the right of its column. */
const figures = new Set(['integer', 'decimal', 'money', 'share'])

const filterBar = {
  display: 'flex',
  alignItems: 'flex-end',
  flexWrap: 'wrap',
  gap: 1,
  mb: 1.5,
  '& form': { flex: '0 1 auto', minHeight: 0, p: 0 },
  '& .RaFilterFormInput-spacer': { width: 8 },
  '& .RaFilterForm-filterFormInput .MuiFormControl-root': { m: 0, mt: 1, minWidth: 140, flex: { xs: '1 1 auto', sm: '0 1 auto' } },
} as const

function columnsOf(record: RecordFacts): FieldFacts[] {
  const plain = record.fields.filter((field) => field.input !== 'none' && field.name !== 'project').map((field) => field.name)
  return (columns[record.plural] ?? plain.slice(0, 6)).flatMap((name) => fieldOf(record, name) ?? furtherColumns[record.plural]?.[name] ?? [])
}

/** The column that opens the record. */
const mainColumn = (record: RecordFacts, shown: readonly FieldFacts[]) =>
  shown.find((field) => field.name !== 'number' && ['title', 'name', 'displayName', ...nameFields(record.name)].includes(field.name)) ?? shown[0]

/** A record's list: search, filters, sorting, export of every row. */
export default function RecordList() {
  const record = recordOf(useResourceContext() ?? '')
  const { current } = useProject()
  const scoped = fieldOf(record, 'project') !== undefined
  const own = scoped && current ? { project: { id: { eq: current.project.id } } } : {}
  const shown = columnsOf(record)
  return (
    <ListBase
      key={`${record.plural} ${current?.project.id ?? ''}`}
      filter={own}
      perPage={PER_PAGE}
      sort={{ field: shown.find(isOrderable)?.name ?? 'id', order: 'ASC' }}
      queryOptions={{ onError: stay }}
      disableAuthentication
    >
      <Rows record={record} shown={shown} own={own} />
    </ListBase>
  )
}

interface RowsProps {
  readonly record: RecordFacts
  readonly shown: readonly FieldFacts[]
  readonly own: Record<string, unknown>
}

function Rows({ record, shown, own }: RowsProps) {
  const translate = useTranslate()
  const { error, refetch, total, filterValues, isPending } = useListContext()
  const { current } = useProject()
  const filters = useFilters(record, shown)
  const main = mainColumn(record, shown)
  const phone = useMediaQuery(onPhone)
  const value = (field: FieldFacts) => <Value record={record} field={field} linked={field === main} />
  const empty = !isPending && total === 0 && Object.keys(filterValues).length === 0
  const names = translate(`resources.${record.plural}.name`, { smart_count: 2 })
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  return (
    <Page>
      <PageHead
        title={names}
        sentence={
          empty
            ? translate('list.empty', { project: current?.project.acronym ?? '' })
            : total === undefined
              ? null
              : translate('list.count', { smart_count: total, count: numberText(total) })
        }
        actions={
          <>
            {record.verbs.includes('create') ? <AddButton record={record} /> : null}
            {empty ? null : <ExportButton record={record} filter={{ ...filterValues, ...own }} />}
          </>
        }
      />
      {empty ? null : (
        <>
          <Box sx={filterBar}>
            <FilterForm filters={filters} />
            {filters.some((filter) => !filter.props.alwaysOn) ? <FilterButton filters={filters} disableSaveQuery /> : null}
            {phone ? <SortButton fields={shown.filter(isOrderable).map((field) => field.name)} /> : null}
          </Box>
          {phone ? (
            <PhoneRows record={record} shown={shown} main={main} renderValue={value} />
          ) : (
            <Wide label={names} framed>
              <DataTable rowClick={false} bulkActionButtons={false} empty={<Typography sx={{ p: 3 }}>{translate('list.noneFits')}</Typography>}>
                {shown.map((field) => (
                  <DataTable.Col
                    key={field.name}
                    source={field.name}
                    label={translate(labelKey(record, field.name))}
                    disableSort={!isOrderable(field)}
                    align={figures.has(field.kind) ? 'right' : 'left'}
                    sx={field.kind === 'day' ? { whiteSpace: 'nowrap' } : undefined}
                  >
                    {value(field)}
                  </DataTable.Col>
                ))}
              </DataTable>
            </Wide>
          )}
          <Pages />
        </>
      )}
    </Page>
  )
}

function AddButton({ record }: { record: RecordFacts }) {
  const translate = useTranslate()
  return (
    <Button component={RouterLink} to={`/${record.plural}/create`} variant="contained" startIcon={<AddOutlined />}>
      {translate('list.add', { name: translate(`resources.${record.plural}.name`, { smart_count: 1 }) })}
    </Button>
  )
}

/** Writes every row that fits the filters, and says while it does. */
function ExportButton({ record, filter }: { record: RecordFacts; filter: Record<string, unknown> }) {
  const translate = useTranslate()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const write = () => {
    setBusy(true)
    exportRows(record, filter)
      .catch((error: Error) => notify(error.message, { type: 'error' }))
      .finally(() => setBusy(false))
  }
  return (
    <Button variant="outlined" startIcon={<FileDownloadOutlined />} onClick={write} disabled={busy}>
      {translate(busy ? 'list.exporting' : 'ra.action.export')}
    </Button>
  )
}

/** What stands where in the list, and the way to its other pages. */
function Pages() {
  const translate = useTranslate()
  const { page, perPage, total = 0, setPage, hasNextPage, hasPreviousPage } = useListContext()
  const from = Math.min((page - 1) * perPage + 1, total)
  const to = Math.min(page * perPage, total)
  return (
    <Box component="nav" aria-label={translate('list.pages')} sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 1, mt: 1 }}>
      <Typography variant="body2" role="status">
        {translate('list.range', { from: numberText(from), to: numberText(to), total: numberText(total) })}
      </Typography>
      <IconButton onClick={() => setPage(page - 1)} disabled={!hasPreviousPage} aria-label={translate('ra.navigation.previous')}>
        <ChevronLeft />
      </IconButton>
      <IconButton onClick={() => setPage(page + 1)} disabled={!hasNextPage} aria-label={translate('ra.navigation.next')}>
        <ChevronRight />
      </IconButton>
    </Box>
  )
}

/** Search and choices stand open; relations can be added. */
function useFilters(record: RecordFacts, shown: readonly FieldFacts[]) {
  const translate = useTranslate()
  const label = (field: FieldFacts) => translate(labelKey(record, field.name))
  const search = record.fields.some((field) => field.search) ? [<SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />] : []
  const choices = shown
    .filter((field) => field.kind === 'choice')
    .map((field) => (
      <SelectInput
        key={field.name}
        source={`${field.name}.eq`}
        label={label(field)}
        choices={choicesOf(field.choices ?? '', translate)}
        helperText={false}
        alwaysOn
      />
    ))
  const relations = shown.flatMap((field) => {
    const target = contract.records[field.target ?? '']
    return target ? [<RelatedInput key={field.name} source={`${field.name}.id.eq`} label={label(field)} target={target} />] : []
  })
  return [...search, ...choices, ...relations]
}

function Value({ record: facts, field, linked }: { record: RecordFacts; field: FieldFacts; linked: boolean }) {
  const record = useRecordContext<RaRecord>()
  const Own = useResource(facts.plural).values?.[field.name]
  if (!record) return null
  if (facts.name === 'Pilot' && field.name === 'status') return <Status status={record.status as string | null} />
  if (facts.name === 'EvaluationPlan' && field.name === 'status') return <Status status={record.status as string} of="EvaluationStatus" />
  if (Own)
    return (
      <Suspense fallback={null}>
        <Own record={record} />
      </Suspense>
    )
  const value = <FieldValue field={field} record={record} />
  if (!linked) return value
  return (
    <Link component={RouterLink} to={`/${facts.plural}/${record.id}/show`} sx={{ fontWeight: 600 }}>
      {value}
    </Link>
  )
}
