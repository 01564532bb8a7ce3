import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import type { Translate } from '../api/translate'
import { dayText, shortDayText } from '../kit/format'
import { cellSx, EntryCell } from './entry-cell'
import { cellKey, type EntryColumn, type EntryRow, figureFault, isOpen, type Typed } from './entry-model'
import type { Pasted } from './entry-paste'
import { useEntryGrid } from './use-entry-grid'

interface Props {
  readonly rows: readonly EntryRow[]
  readonly columns: readonly EntryColumn[]
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
  readonly onPaste: (block: Pasted) => void
  /** Cells with a fault, and what it is. */
  readonly faults: Readonly<Record<string, string>>
  /** Cells with an open question. */
  readonly questions: ReadonlySet<string>
  /** Days before, which are locked. */
  readonly before: readonly string[]
  readonly renderBefore: (row: EntryRow, day: string) => ReactNode
  /** What stands below a row's name. */
  readonly renderAbout: (row: EntryRow) => ReactNode
  /** What stands below what is typed for a day. */
  readonly renderBelow: (row: EntryRow, column: EntryColumn) => ReactNode
}

/** Of the days before, a phone shows the last, so that what is typed in is in sight. */
const beforeSx = (isLast: boolean) => ({ textAlign: 'right', display: { xs: isLast ? 'table-cell' : 'none', sm: 'table-cell' } }) as const

/** Names of rows stay in sight while the days scroll. */
const nameSx = { textAlign: 'left', minWidth: { xs: 130, sm: 180 }, position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper' } as const

/**
 * Entry as in a spreadsheet: one Tab stop, arrows, Home and End move; typing, Enter or F2 edit; Enter goes down, Esc
 * undoes, Tab leaves; a block can be pasted.
 */
export function EntryGrid({ rows, columns, typed, onType, onPaste, faults, questions, before, renderBefore, renderAbout, renderBelow }: Props) {
  const translate = useTranslate()
  const words = (fault: string | undefined) => fault && translate(fault)
  const eventsOf = useEntryGrid({ rows, columns, typed, onType, onPaste })
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" role="grid" aria-label={translate('entry.grid')} sx={{ borderCollapse: 'collapse', bgcolor: 'background.paper', width: '100%' }}>
        <Head columns={columns} before={before} />
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={row.seat}>
              <Box component="th" scope="row" sx={{ ...cellSx, ...nameSx }}>
                {row.indicator.title}
                <Typography variant="body2" component="div" color="textSecondary" sx={{ fontSize: 12 }}>
                  {[row.partner, row.indicator.unit, translate(`enums.Aggregation.${row.indicator.aggregation}`).toLowerCase()].filter(Boolean).join(', ')}
                  {renderAbout(row)}
                </Typography>
              </Box>
              {before.map((day, at) => (
                <Box component="td" role="gridcell" aria-readonly key={day} sx={{ ...cellSx, ...beforeSx(at === before.length - 1), bgcolor: 'var(--canvas)' }}>
                  {renderBefore(row, day)}
                </Box>
              ))}
              {columns.map((column, columnAt) => {
                const key = cellKey(row, column)
                if (!isOpen(row, column)) return <Box component="td" role="gridcell" aria-readonly key={key} sx={{ ...cellSx, bgcolor: 'var(--sunken)' }} />
                const text = typed[key] ?? ''
                return (
                  <EntryCell
                    key={key}
                    id={key}
                    label={`${row.indicator.title}, ${row.partner}, ${columnName(column, translate)}`}
                    column={column}
                    text={text}
                    fault={faults[key] ?? words(figureFault(column, text))}
                    isAsked={questions.has(key)}
                    below={column.kind === 'value' ? renderBelow(row, column) : null}
                    events={eventsOf({ row: rowAt, column: columnAt }, key)}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

/** The days that were measured before, then what is typed in. */
function Head({ columns, before }: Pick<Props, 'columns' | 'before'>) {
  const translate = useTranslate()
  return (
    <thead>
      <tr>
        <Box component="th" scope="col" sx={{ ...cellSx, ...nameSx }}>
          {translate('resources.indicators.name', { smart_count: 1 })}
        </Box>
        {before.map((day, at) => (
          <Box component="th" scope="col" key={day} sx={{ ...cellSx, ...beforeSx(at === before.length - 1), fontWeight: 400 }}>
            {shortDayText(day)}
          </Box>
        ))}
        {columns.map((column) => (
          <Box component="th" scope="col" key={column.key} sx={{ ...cellSx, textAlign: column.day ? 'right' : 'left' }}>
            {columnName(column, translate)}
          </Box>
        ))}
      </tr>
    </thead>
  )
}

function columnName({ kind, day }: EntryColumn, translate: Translate): string {
  if (kind === 'source') return translate('resources.measurements.fields.source')
  if (kind === 'note') return translate('resources.measurements.fields.note')
  const on = day ? dayText(day, 'short') : translate('entry.noDay')
  return kind === 'outOf' ? translate('entry.outOf', { day: on }) : on
}
