import { LOOKED_BACK, type Point } from './entry-data'
import { cellKey, type Entry, type EntryRow } from './entry-model'

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

/** None out of some is 0; out of nothing there is no quotient. */
const quotient = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  whole && (part ?? null) !== null ? Number(part) / whole : null

/** A measurement as one number: a ratio its quotient. */
export const figureOf = (point: Pick<Point, 'value' | 'numerator' | 'denominator'>): number => point.value ?? quotient(point.numerator, point.denominator) ?? 0
