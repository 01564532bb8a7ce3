import { badInput } from '../errors.js'
import type { Span } from '../model.js'
import { isUuid } from '../uuid.js'

type Path = readonly (string | number)[]

/** Values that pass GraphQL and that PostgreSQL would refuse are told before any SQL runs. */
export function checkValue(type: string, value: unknown, path: Path, within?: Span): void {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkValue(type, item, [...path, index], within)
    return
  }
  if (typeof value === 'string' && value.includes('\u0000')) throw badInput(path, 'BAD_TEXT', 'This text holds a character that cannot be stored.')
  if (type === 'ID' && !isUuid(String(value))) throw badInput(path, 'NOT_AN_ID', `"${String(value)}" is not the identity of a record.`)
  if (type === 'Date' && !isDay(String(value))) throw badInput(path, 'NOT_A_DAY', `"${String(value)}" is not a day of the calendar.`)
  if (within) checkSpan(String(value), within, path)
}

function checkSpan(day: string, { from, until }: Span, path: Path): void {
  if (day < from) throw badInput(path, 'DAY_TOO_EARLY', `${day} is before ${from}.`, { from })
  if (day > until) throw badInput(path, 'DAY_TOO_LATE', `${day} is after ${until}.`, { until })
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
