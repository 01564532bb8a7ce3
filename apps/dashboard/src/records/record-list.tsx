import AddOutlined from '@mui/icons-material/AddOutlined'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import { Box, Button, IconButton, ToggleButton, Typography, useMediaQuery } from '@mui/material'
import { Suspense, useState } from 'react'
import { DataTable, FilterButton, FilterForm, ListBase, SortButton, useListContext, useNotify, useResourceContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { isOfAxes } from '../api/axes'
import { fieldOf, isOrderable, type RecordFacts, recordOf } from '../api/contract'
import { presentOn } from '../api/present'
import { useProject } from '../api/session'
import { numberText } from '../kit/format'
import { onPhone, Page, PageHead, Wide } from '../kit/page'
import { stay } from '../kit/stay'
import { exportRows } from './export-rows'
import { type Column, columnLabel, columnsOf, fieldsOf, firstSort, mainColumn } from './list-columns'
import { useFilters } from './list-filters'
import { ListValue } from './list-value'
import { PhoneRows } from './phone-rows'
import { useResource } from './room'
import { SortedColumn } from './sorted-column'
import { ListFailed } from './unfit-list'

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

/** A record's list: search, filters, sorting, export of every row. */
export default function RecordList() {
  const record = recordOf(useResourceContext() ?? '')
  const { current, asOf } = useProject()
  const [withFormer, setWithFormer] = useState(false)
  const scoped = fieldOf(record, 'project') !== undefined
  const ofProject = scoped && current ? { project: { id: { eq: current.project.id } } } : {}
  const own = { ...ofProject, ...(withFormer ? {} : presentOn(record, asOf)) }
  const columns = columnsOf(record).filter(({ field }) => !field || isOfAxes(field, current?.project.axes))
  return (
    <ListBase
      key={`${record.plural} ${current?.project.id ?? ''}`}
      filter={own}
      perPage={PER_PAGE}
      storeKey={false}
      sort={firstSort(record, columns)}
      queryOptions={{ onError: stay }}
      disableAuthentication
    >
      <Rows record={record} columns={columns} own={own} former={record.lasts && { shown: withFormer, show: setWithFormer }} />
    </ListBase>
  )
}

interface RowsProps {
  readonly record: RecordFacts
  readonly columns: readonly Column[]
  readonly own: Record<string, unknown>
  /** Of what comes and goes: whether rows are shown too that are not there on the day spoken of. */
  readonly former: { readonly shown: boolean; readonly show: (shown: boolean) => void } | undefined
}

function Rows({ record, columns, own, former }: RowsProps) {
  const translate = useTranslate()
  const { error, refetch, total, filterValues, isPending } = useListContext()
  const { current, adds } = useProject()
  const fields = fieldsOf(columns)
  const filters = useFilters(record, fields)
  const main = mainColumn(record, columns)
  const phone = useMediaQuery(onPhone)
  const { listMoves: Own, counted: Counted } = useResource(record.plural) ?? {}
  const value = (column: Column) => <ListValue record={record} column={column} linked={column === main} />
  const empty = !isPending && total === 0 && Object.keys(filterValues).length === 0 && !former
  const names = translate(`resources.${record.plural}.name`, { smart_count: 2 })
  if (error) return <ListFailed error={error} onAgain={() => void refetch()} />
  return (
    <Page>
      <PageHead
        title={names}
        sentence={
          empty
            ? translate('list.empty', { project: current?.project.acronym ?? '' })
            : total === undefined
              ? null
              : [
                  translate('list.count', { smart_count: total, count: numberText(total) }),
                  ...(Counted
                    ? [
                        ': ',
                        <Suspense key="counted" fallback={null}>
                          <Counted />
                        </Suspense>,
                      ]
                    : []),
                ]
        }
        actions={
          <>
            {record.verbs.includes('create') && adds(record.plural) ? <AddButton record={record} /> : null}
            {Own && !empty ? (
              <Suspense fallback={null}>
                <Own />
              </Suspense>
            ) : null}
            {empty ? null : <ExportButton record={record} filter={{ ...filterValues, ...own }} />}
          </>
        }
      />
      {empty ? null : (
        <>
          <Box sx={filterBar}>
            <FilterForm filters={filters} />
            {former ? (
              <ToggleButton value="former" size="small" selected={former.shown} onChange={() => former.show(!former.shown)}>
                {translate('list.former')}
              </ToggleButton>
            ) : null}
            {filters.some((filter) => !filter.props.alwaysOn) ? <FilterButton filters={filters} disableSaveQuery /> : null}
            {phone ? <SortButton fields={fields.filter(isOrderable).map((field) => field.name)} /> : null}
          </Box>
          {phone ? (
            <PhoneRows record={record} columns={columns} main={main} renderValue={value} />
          ) : (
            <Wide label={names} framed>
              <DataTable rowClick={false} bulkActionButtons={false} empty={<Typography sx={{ p: 3 }}>{translate('list.noneFits')}</Typography>}>
                {columns.map((column) => (
                  <SortedColumn
                    key={column.name}
                    source={column.name}
                    label={columnLabel(record, column, translate)}
                    disableSort={!column.field || !isOrderable(column.field)}
                    align={figures.has(column.field?.kind ?? '') ? 'right' : 'left'}
                    sx={column.field?.kind === 'day' ? { whiteSpace: 'nowrap' } : undefined}
                  >
                    {value(column)}
                  </SortedColumn>
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
