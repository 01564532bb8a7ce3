import { Box, Typography } from '@mui/material'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Translate } from '../api/translate'
import { dayText, shortDayText } from '../kit/format'
import { cellKey, type EntryColumn, type EntryRow, isNoNumber, isOpen, type Typed } from './entry-model'
import { parseBlock, pasted } from './entry-paste'

interface Props {
  readonly rows: readonly EntryRow[]
  readonly columns: readonly EntryColumn[]
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
  readonly onPaste: (cells: number) => void
  /** Cells with a fault, and what it is. */
  readonly faults: Readonly<Record<string, string>>
  /** Cells with an open question. */
  readonly questions: ReadonlySet<string>
  /** Days before, which are locked. */
  readonly before: readonly string[]
  readonly renderBefore: (row: EntryRow, day: string) => ReactNode
  readonly renderTarget: (row: EntryRow, day: string) => ReactNode
}

interface Place {
  readonly row: number
  readonly column: number
}

const cellSx = { border: '1px solid var(--line)', p: 0.75, fontSize: 13, verticalAlign: 'top' } as const

/** Names of rows stay in sight while the days scroll. */
const nameSx = { textAlign: 'left', minWidth: { xs: 130, sm: 180 }, position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper' } as const

/**
 * Entry as in a spreadsheet: one Tab stop, arrows, Home and End move; typing, Enter or F2 edit; Enter goes down, Esc
 * undoes, Tab leaves; a block can be pasted.
 */
export function EntryGrid({ rows, columns, typed, onType, onPaste, faults, questions, before, renderBefore, renderTarget }: Props) {
  const translate = useTranslate()
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const [editing, setEditing] = useState<string | null>(null)
  const inputs = useRef(new Map<string, HTMLInputElement>())

  const place = (row: number, column: number): Place => {
    const next = { row: Math.max(0, Math.min(rows.length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) }
    const target = rows[next.row]
    const to = columns[next.column]
    if (!target || !to || isOpen(target, to)) return next
    return { ...next, column: column > active.column ? Math.min(columns.length - 1, next.column + 1) : next.column - 1 }
  }
  const go = (row: number, column: number) => {
    const next = place(row, column)
    const [target, to] = [rows[next.row], columns[next.column]]
    setActive(next)
    setEditing(null)
    if (target && to) inputs.current.get(cellKey(target, to))?.focus()
  }
  const write = (key: string, text: string) => onType({ ...typed, [key]: text })

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: Place, key: string) => {
    const steps: Readonly<Record<string, Place>> = {
      ArrowUp: { row: at.row - 1, column: at.column },
      ArrowDown: { row: at.row + 1, column: at.column },
      ArrowLeft: { row: at.row, column: at.column - 1 },
      ArrowRight: { row: at.row, column: at.column + 1 },
      Home: { row: at.row, column: 0 },
      End: { row: at.row, column: columns.length - 1 },
    }
    const step = steps[event.key]
    if (event.key === 'Enter') go(at.row + 1, at.column)
    else if (event.key === 'F2') setEditing(typed[key] ?? '')
    else if (event.key === 'Escape' && editing !== null) {
      write(key, editing)
      setEditing(null)
    } else if (step && (editing === null || event.key.endsWith('Up') || event.key.endsWith('Down'))) go(step.row, step.column)
    else return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent, at: Place) => {
    const block = parseBlock(event.clipboardData.getData('text'))
    if (block.length === 1 && block[0]?.length === 1) return
    event.preventDefault()
    const cells = pasted(rows, columns, at, block)
    onType({ ...typed, ...cells })
    onPaste(Object.keys(cells).length)
  }

  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" role="grid" aria-label={translate('entry.grid')} sx={{ borderCollapse: 'collapse', bgcolor: 'background.paper', width: '100%' }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...cellSx, ...nameSx }}>
              {translate('resources.indicators.name', { smart_count: 1 })}
            </Box>
            {before.map((day) => (
              <Box component="th" scope="col" key={day} sx={{ ...cellSx, fontWeight: 400, textAlign: 'right' }}>
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
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={row.seat}>
              <Box component="th" scope="row" sx={{ ...cellSx, ...nameSx }}>
                {row.indicator.title}
                <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
                  {[row.partner, row.indicator.unit, translate(`enums.Aggregation.${row.indicator.aggregation}`).toLowerCase()].filter(Boolean).join(', ')}
                </Typography>
              </Box>
              {before.map((day) => (
                <Box component="td" role="gridcell" aria-readonly key={day} sx={{ ...cellSx, textAlign: 'right', bgcolor: 'var(--canvas)' }}>
                  {renderBefore(row, day)}
                </Box>
              ))}
              {columns.map((column, columnAt) => {
                const key = cellKey(row, column)
                if (!isOpen(row, column)) return <Box component="td" role="gridcell" aria-readonly key={key} sx={{ ...cellSx, bgcolor: 'var(--sunken)' }} />
                const at = { row: rowAt, column: columnAt }
                const isActive = active.row === rowAt && active.column === columnAt
                const text = typed[key] ?? ''
                const fault = faults[key] ?? (isNoNumber(column, text) ? translate('entry.noNumber') : undefined)
                return (
                  <Box
                    component="td"
                    role="gridcell"
                    key={key}
                    sx={{
                      ...cellSx,
                      bgcolor: fault ? 'var(--tintLate)' : questions.has(key) ? 'var(--tintWarn)' : text ? 'var(--tintAccent)' : undefined,
                      minWidth: column.day ? 90 : 130,
                      boxShadow: questions.has(key) && !fault ? 'inset 0 0 0 1.5px var(--hatch)' : 'none',
                    }}
                  >
                    <Box
                      component="input"
                      ref={(node: HTMLInputElement | null) => {
                        if (node) inputs.current.set(key, node)
                        else inputs.current.delete(key)
                      }}
                      aria-label={`${row.indicator.title}, ${row.partner}, ${columnName(column, translate)}`}
                      aria-invalid={fault !== undefined}
                      aria-describedby={fault ? `fault-${key}` : questions.has(key) ? `question-${key}` : undefined}
                      inputMode={column.day ? 'decimal' : 'text'}
                      tabIndex={isActive ? 0 : -1}
                      value={text}
                      onFocus={(event: { target: HTMLInputElement }) => {
                        setActive(at)
                        if (editing === null) event.target.select()
                      }}
                      onBlur={() => setEditing(null)}
                      onDoubleClick={() => setEditing(text)}
                      onChange={(event: { target: HTMLInputElement }) => {
                        if (editing === null) setEditing(text)
                        write(key, event.target.value)
                      }}
                      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => onKeyDown(event, at, key)}
                      onPaste={(event: ClipboardEvent) => paste(event, at)}
                      sx={{
                        width: '100%',
                        border: 0,
                        p: 0.25,
                        font: 'inherit',
                        color: 'text.primary',
                        bgcolor: 'transparent',
                        textAlign: column.day ? 'right' : 'left',
                        '&:focus': { outline: '3px solid var(--accent)', outlineOffset: 3 },
                      }}
                    />
                    {fault ? (
                      <Typography id={`fault-${key}`} variant="body2" color="error" sx={{ fontSize: 12 }}>
                        {fault}
                      </Typography>
                    ) : column.kind === 'value' && column.day ? (
                      <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12, textAlign: 'right' }}>
                        {renderTarget(row, column.day)}
                      </Typography>
                    ) : null}
                  </Box>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function columnName({ kind, day }: EntryColumn, translate: Translate): string {
  if (kind === 'source') return translate('resources.measurements.fields.source')
  if (kind === 'note') return translate('resources.measurements.fields.note')
  const on = day ? dayText(day, 'short') : translate('entry.noDay')
  return kind === 'outOf' ? translate('entry.outOf', { day: on }) : on
}
