import AddOutlined from '@mui/icons-material/AddOutlined'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import { Box, Button, GlobalStyles, IconButton, TextField, ToggleButton, Typography, useMediaQuery } from '@mui/material'
import { Suspense, useState } from 'react'
import { DataTable, FilterButton, FilterForm, ListBase, SortButton, useListContext, useResourceContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { fieldOf, isOrderable, type RecordFacts, recordOf } from '../api/contract'
import { presentOn } from '../api/present'
import { useProject } from '../api/session'
import { ExportButton } from '../kit/export-button'
import { numberText } from '../kit/format'
import { onPhone, Page, PageHead, Wide } from '../kit/page'
import { sideways } from '../kit/print'
import { stay } from '../kit/stay'
import { ColumnsButton } from './columns-button'
import { exportRows } from './export-rows'
import { type Column, columnLabel, fieldsOf, mainColumn } from './list-columns'
import { useFilters } from './list-filters'
import { ListValue } from './list-value'
import { PhoneRows } from './phone-rows'
import { useResource } from './room'
import { SortedColumn } from './sorted-column'
import { ListFailed } from './unfit-list'
import { useColumns } from './use-columns'
import { useKeepSort, useKeptSort } from './use-kept-sort'

const PER_PAGE = 50

/** How many rows a page can have; all of most lists fit on the largest, as when a list is printed. */
const pageSizes = [PER_PAGE, 100, 500]

/** What stands at the right of its column. */
const figures = new Set(['integer', 'decimal', 'money', 'share'])

const filterBar = {
  display: 'flex',
  displayPrint: 'none',
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
  const sort = useKeptSort(record)
  const ofProject = scoped && current ? { project: { id: { eq: current.project.id } } } : {}
  const own = { ...ofProject, ...(withFormer ? {} : presentOn(record, asOf)) }
  return (
    <ListBase
      key={`${record.plural} ${current?.project.id ?? ''}`}
      filter={own}
      perPage={PER_PAGE}
      storeKey={false}
      sort={sort}
      queryOptions={{ onError: stay }}
      disableAuthentication
    >
      <Rows record={record} own={own} former={record.lasts && { shown: withFormer, show: setWithFormer }} />
    </ListBase>
  )
}

interface RowsProps {
  readonly record: RecordFacts
  readonly own: Record<string, unknown>
  /** Of what comes and goes: whether rows are shown too that are not there on the day spoken of. */
  readonly former: { readonly shown: boolean; readonly show: (shown: boolean) => void } | undefined
}

function Rows({ record, own, former }: RowsProps) {
  const translate = useTranslate()
  const { error, refetch, total, filterValues, sort, isPending } = useListContext()
  const { current, adds } = useProject()
  const { columns, choices, toggle, reset } = useColumns(record, current?.project.axes)
  useKeepSort(record)
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
      <GlobalStyles styles={sideways} />
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
            {empty ? null : <ExportButton onExport={(form) => exportRows({ record, columns, filter: { ...filterValues, ...own }, sort }, form, translate)} />}
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
            {phone ? null : <ColumnsButton record={record} columns={columns} choices={choices} onToggle={toggle} onReset={reset} />}
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

/** What stands where in the list, and the way to its other pages. */
function Pages() {
  const translate = useTranslate()
  const { page, perPage, total = 0, setPage, setPerPage, hasNextPage, hasPreviousPage } = useListContext()
  const from = Math.min((page - 1) * perPage + 1, total)
  const to = Math.min(page * perPage, total)
  return (
    <Box component="nav" aria-label={translate('list.pages')} sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 1, mt: 1 }}>
      {total > PER_PAGE ? (
        <TextField
          select
          size="small"
          label={translate('list.perPage')}
          value={perPage}
          onChange={({ target }) => setPerPage(Number(target.value))}
          slotProps={{ select: { native: true } }}
          sx={{ displayPrint: 'none', minWidth: 120 }}
        >
          {pageSizes.map((size) => (
            <option key={size} value={size}>
              {numberText(size)}
            </option>
          ))}
        </TextField>
      ) : null}
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
