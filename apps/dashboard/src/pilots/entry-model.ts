import { type DecimalMark, lineOf, type Qualifier, readNumber, readQualifier, withQualifier } from '@clusterpolisee/values'
import { type Fault, faultText } from '../api/graphql'
import type { Translate } from '../api/translate'
import { dayText, numberText, percentText } from '../kit/format'
import { numberOf, typedNumber } from '../kit/typed'
import type { EntryFacts, EntryIndicator, Point } from './entry-data'

/** A row of the entry: one seat of one indicator. */
export interface EntryRow {
  readonly seat: string
  readonly indicator: EntryIndicator
  readonly partner: string
  /** The first day on which this seat measured no longer; null while it does. */
  readonly until: string | null
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

/** A row for every seat that this person may measure from; one that ended takes late figures for its time. */
export const rowsOf = ({ pilot, seats }: EntryFacts): EntryRow[] =>
  (pilot?.indicators.nodes ?? []).flatMap((indicator) =>
    seats.nodes
      .filter((seat) => seat.indicator?.id === indicator.id && seat.can.measure.allowed)
      .map((seat) => ({
        seat: seat.id,
        indicator,
        partner: seat.partner?.shortName ?? '',
        until: seat.until,
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
    readonly exactness?: Qualifier
    readonly source: string | null
    readonly note: string | null
  }
}

/** Every figure that is typed, as measurements. */
export function entriesOf(rows: readonly EntryRow[], columns: readonly EntryColumn[], typed: Typed): Entry[] {
  const text = (row: EntryRow, key: string) => lineOf(typed[`${row.seat} ${key}`] ?? '') || null
  return rows.flatMap((row) =>
    columns.flatMap((column): Entry[] => {
      if (column.kind !== 'value' || !column.day) return []
      const [first, second] = [typed[cellKey(row, column)] ?? '', typed[`${row.seat} ${column.key.replace('value', 'outOf')}`] ?? '']
      if (lineOf(first) === '' && lineOf(second) === '') return []
      const { qualifier, rest } = readQualifier(first)
      const exact = qualifier ? { exactness: qualifier } : {}
      const figures = row.indicator.measure === 'RATIO' ? { numerator: figureOf(rest), denominator: figureOf(second) } : { value: figureOf(rest) }
      return [
        { row, column, input: { contributorId: row.seat, onDay: column.day, ...figures, ...exact, source: text(row, 'source'), note: text(row, 'note') } },
      ]
    }),
  )
}

/** What is typed as a figure, and what stands before it: only what is counted has that. */
const qualified = ({ kind }: EntryColumn, text: string) => (kind === 'value' ? readQualifier(text) : { qualifier: null, rest: text })

/** A typed figure; null where nothing is typed, NaN where it cannot be read. */
function figureOf(text: string): number | null {
  const { value, fault } = numberOf(text)
  return fault === undefined ? value : Number.NaN
}

/** The key of the words that say what is wrong with what is typed as a figure; none where it can be read. */
export function figureFault(column: EntryColumn, text: string): string | undefined {
  if (!column.day) return undefined
  const { qualifier, rest } = qualified(column, text)
  return qualifier && rest === '' ? 'typed.noNumber' : numberOf(rest).fault
}

/** A figure that can be read in two ways. */
export interface Doubt {
  readonly key: string
  readonly text: string
  readonly byPoint: number
  readonly byComma: number
}

/** Every figure that can be read in two ways: they are asked about together. */
export const doubtsOf = (rows: readonly EntryRow[], columns: readonly EntryColumn[], typed: Typed): Doubt[] =>
  rows.flatMap((row) =>
    columns.flatMap((column): Doubt[] => {
      const key = cellKey(row, column)
      const text = typed[key] ?? ''
      const read = figureFault(column, text) === undefined ? null : readNumber(qualified(column, text).rest)
      return read?.kind === 'question' ? [{ key, text: lineOf(text), byPoint: read.byPoint, byComma: read.byComma }] : []
    }),
  )

/** What is typed once it is known which mark stands before the decimals. */
export const decided = (typed: Typed, doubts: readonly Doubt[], mark: DecimalMark): Typed => ({
  ...typed,
  ...Object.fromEntries(
    doubts.map(({ key, text, byPoint, byComma }) => [key, withQualifier(readQualifier(text).qualifier, typedNumber(mark === '.' ? byPoint : byComma))]),
  ),
})

/** A fault of the gateway stands at the cell of its measurement. */
export function faultsByCell(faults: readonly Fault[], entries: readonly Entry[]): Record<string, string> {
  return Object.fromEntries(
    faults.flatMap((fault) => {
      const entry = entries[Number(fault.path[1])]
      if (!entry) return []
      const column = fault.path[2] === 'denominator' ? entry.column.key.replace('value', 'outOf') : entry.column.key
      return [[`${entry.row.seat} ${column}`, faultText(fault)] as const]
    }),
  )
}

const SHOWN_BEFORE = 3

/** The newest days on which something was measured, other than those that are entered; the oldest first. */
export const earlierDays = (rows: readonly EntryRow[], days: readonly string[]): string[] =>
  [...new Set(rows.flatMap((row) => row.points.map((point) => point.onDay)))]
    .filter((day) => !days.includes(day))
    .sort()
    .slice(-SHOWN_BEFORE)

/** The target that comes next after a day and when it is due, in words; null where there is none. */
export function targetText({ indicator }: EntryRow, day: string, translate: Translate): string | null {
  const target = indicator.targets.nodes.find((candidate) => candidate.dueOn >= day)
  if (!target || target.value === null) return null
  return translate('entry.target', {
    target: indicator.measure === 'RATIO' ? percentText(target.value, 1) : numberText(target.value),
    day: dayText(target.dueOn, 'short'),
  })
}

/** What an indicator that adds up comes to as it is known; null for any other, where a new figure is no part of a whole. */
export const totalOf = ({ measure, aggregation, combination, standing }: EntryIndicator): number | null =>
  measure === 'NUMBER' && aggregation === 'SUM' && combination === 'SUM' ? (standing?.level ?? 0) : null

/** The same with what is typed for it, from all seats; null where nothing of it is typed or can be read. */
export function totalWith(indicator: EntryIndicator, entries: readonly Entry[]): number | null {
  const total = totalOf(indicator)
  const typed = entries.filter(({ row }) => row.indicator.id === indicator.id).map(({ input }) => input.value ?? Number.NaN)
  if (total === null || typed.length === 0 || typed.some(Number.isNaN)) return null
  return typed.reduce((sum, value) => sum + value, total)
}
