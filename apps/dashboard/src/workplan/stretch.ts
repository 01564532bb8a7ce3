/** The first and the last day that a day may be: the same where it is known to the day. */
export interface Span {
  readonly first: string
  readonly last: string
}

/** From when to when something lasts; null: not known. */
export interface Stretch {
  readonly from: Span | null
  readonly until: Span | null
}

/** Where a day may lie that is known to the day, month or year. */
export function spanOf(day: string | null, precision: string | null = 'DAY'): Span | null {
  if (day === null) return null
  if (precision === 'YEAR') return { first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31` }
  return precision === 'MONTH' ? { first: `${day.slice(0, 7)}-01`, last: lastOfMonth(day) } : { first: day, last: day }
}

/** The last day of the month of a day. */
export function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** A stretch of which at least one end is known; else null. */
export const stretchOf = (from: Span | null, until: Span | null): Stretch | null => (from || until ? { from, until } : null)

/** What of a stretch had run on a day: null before it began, without an end while it lasts. */
export function ranUntil(stretch: Stretch | null, day: string): Stretch | null {
  if (!stretch?.from || stretch.from.first > day) return null
  return { from: stretch.from, until: stretch.until && stretch.until.first <= day ? stretch.until : null }
}

/** The days at which a stretch begins and ends at the widest. */
export const daysOf = (stretch: Stretch | null): string[] => [stretch?.from, stretch?.until].flatMap((span) => (span ? [span.first, span.last] : []))
