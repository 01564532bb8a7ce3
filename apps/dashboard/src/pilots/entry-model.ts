import { parseNumber } from '../kit/format'
import { type EntryFacts, type EntryIndicator, LOOKED_BACK, type Point } from './entry-data'

/** A row of the entry: one seat of one indicator. */
export interface EntryRow {
  readonly seat: string
  readonly indicator: EntryIndicator
  readonly partner: string
  /** What this seat measured last, oldest first. */
  readonly points: readonly Point[]
}

/** A column that can be typed into: a figure of a day, or a word about the row. */
export interface EntryColumn {
  readonly key: string
  readonly kind: 'value' | 'outOf' | 'source' | 'note'
  readonly day: string | null
}

/** What is typed, by `seat column`. */
export type Typed = Readonly<Record<string, string>>

export const cellKey = (row: EntryRow, column: EntryColumn): string => `${row.seat} ${column.key}`

/** A row for every seat that is measured now; of one partner, where only that one may be entered. */
export const rowsOf = ({ pilot, seats }: EntryFacts): EntryRow[] =>
  (pilot?.indicators.nodes ?? []).flatMap((indicator) =>
    seats.nodes
      .filter((seat) => seat.indicator?.id === indicator.id && seat.can.measure.allowed)
      .map((seat) => ({
        seat: seat.id,
        indicator,
        partner: seat.partner?.shortName ?? '',
        points: [...seat.measurements.nodes].reverse(),
      })),
  )

/** Two columns a day where there are ratios: counted (or the value), and out of how many. */
export function columnsOf(days: readonly string[], withRatios: boolean): EntryColumn[] {
  const ofDay = (day: string, index: number): EntryColumn[] => [
    { key: `value${index}`, kind: 'value', day },
    ...(withRatios ? [{ key: `outOf${index}`, kind: 'outOf' as const, day }] : []),
  ]
  return [...days.flatMap(ofDay), { key: 'source', kind: 'source', day: null }, { key: 'note', kind: 'note', day: null }]
}

/** Only ratios are out of something. */
export const isOpen = (row: EntryRow, column: EntryColumn): boolean => column.kind !== 'outOf' || row.indicator.measure === 'RATIO'

/** One measurement as the gateway takes it, with the cell that its faults belong to. */
export interface Entry {
  readonly row: EntryRow
  readonly column: EntryColumn
  readonly input: {
    readonly contributorId: string
    readonly onDay: string
    readonly value?: number | null
    readonly numerator?: number | null
    readonly denominator?: number | null
    readonly source: string | null
    readonly note: string | null
  }
}

/** Every figure that is typed, as measurements. */
export function entriesOf(rows: readonly EntryRow[], columns: readonly EntryColumn[], typed: Typed): Entry[] {
  const text = (row: EntryRow, key: string) => typed[`${row.seat} ${key}`]?.trim() || null
  return rows.flatMap((row) =>
    columns.flatMap((column): Entry[] => {
      if (column.kind !== 'value' || !column.day) return []
      const [first, second] = [typed[cellKey(row, column)] ?? '', typed[`${row.seat} ${column.key.replace('value', 'outOf')}`] ?? '']
      if (first.trim() === '' && second.trim() === '') return []
      const figures = row.indicator.measure === 'RATIO' ? { numerator: parseNumber(first), denominator: parseNumber(second) } : { value: parseNumber(first) }
      return [{ row, column, input: { contributorId: row.seat, onDay: column.day, ...figures, source: text(row, 'source'), note: text(row, 'note') } }]
    }),
  )
}

/** True for what is typed as a figure and is none. */
export const isNoNumber = (column: EntryColumn, text: string): boolean =>
  (column.kind === 'value' || column.kind === 'outOf') && Number.isNaN(parseNumber(text) ?? 0)

/** A typed value that is far from what this seat measured before, and what it may have been meant to be. */
export interface Question {
  readonly key: string
  readonly row: EntryRow
  readonly value: number
  readonly last: number
  /** The value that a shifted decimal point hides, when that one is usual. */
  readonly meant: number | null
}

const LEAST = 3

/** A value outside twice the range of the newest ones is a question, not a refusal. Ratios are compared as quotients. */
export function questionsOf(entries: readonly Entry[]): Question[] {
  return entries.flatMap(({ row, column, input }) => {
    const before = row.points.slice(-LOOKED_BACK).map(figureOf)
    const value = row.indicator.measure === 'RATIO' ? quotient(input.numerator, input.denominator) : (input.value ?? null)
    if (value === null || Number.isNaN(value) || before.length < LEAST) return []
    const [low, high] = [Math.min(...before), Math.max(...before)]
    const half = (high - low) / 2 || Math.abs(high) / 2
    const isUsual = (candidate: number) => candidate >= low - half && candidate <= high + half
    if (isUsual(value)) return []
    const meant = row.indicator.measure === 'RATIO' ? null : ([value * 10, value / 10].find(isUsual) ?? null)
    return [{ key: cellKey(row, column), row, value, last: before.at(-1) ?? 0, meant }]
  })
}

const quotient = (part: number | null | undefined, whole: number | null | undefined) => (part && whole ? part / whole : null)

/** A measurement as one number: a ratio its quotient. */
export const figureOf = (point: Pick<Point, 'value' | 'numerator' | 'denominator'>): number => point.value ?? quotient(point.numerator, point.denominator) ?? 0

/** A block of a spreadsheet: lines by cells. */
export const parseBlock = (text: string): string[][] =>
  text
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))

/** Puts a block into the grid from one cell on; cells that are closed are passed over. */
export function pasted(rows: readonly EntryRow[], columns: readonly EntryColumn[], at: { row: number; column: number }, block: readonly string[][]): Typed {
  const cells = block.flatMap((line, down) => {
    const row = rows[at.row + down]
    if (!row) return []
    const open = columns.slice(at.column).filter((column) => isOpen(row, column))
    return line.flatMap((text, along) => (open[along] ? [[cellKey(row, open[along]), text.trim()] as const] : []))
  })
  return Object.fromEntries(cells)
}
