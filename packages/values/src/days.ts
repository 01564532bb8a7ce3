import { lineOf } from './texts.js'

/** What a text says as a day of the calendar (ISO): nothing, one day, several (`03/04/2014`, `14.4.14`: whoever wrote it is asked), or none. */
export type DayReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'question'; readonly days: readonly string[] }
  | { readonly kind: 'fault'; readonly code: 'NOT_A_DAY' }

/** Year, month and day as they are written. */
type Parts = readonly [year: string, month: string, day: string]

const YEAR_FIRST = /^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{2}|\d{4})$/
const MONTH_IN_WORDS = /^(\d{1,2})\.? (\p{L}{3,})\.?,? (\d{2}|\d{4})$/u
const MONTH_FIRST = /^(\p{L}{3,})\.? (\d{1,2}),? (\d{2}|\d{4})$/u

const LANGUAGES = ['en', 'it']

/** Names of the twelve months, in each language. */
const months = LANGUAGES.map((language) => {
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2000, month, 15)).toLowerCase())
})

/** True for a day that exists, as 2012-02-29. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return year !== '' && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lengthOf(Number(year), Number(month))
}

/** True for a moment with its time zone, as 2014-04-14T09:30:00Z. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))
}

function lengthOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/**
 * Reads a day: 2014-04-14, 14/4/2014 (or with points or hyphens), 14 April 2014, April 14, 2014; months also in Italian, and
 * short. Whether day or month stands first is not guessed, nor the century of a year of two digits.
 */
export function readDay(text: string): DayReading {
  const line = lineOf(text)
  if (line === '') return { kind: 'empty' }
  const days = [...new Set(partsOf(line).flatMap(withCentury).map(isoOf).filter(isDay))]
  const [day, ...others] = days
  if (day === undefined) return { kind: 'fault', code: 'NOT_A_DAY' }
  return others.length === 0 ? { kind: 'day', day } : { kind: 'question', days }
}

/** What may be meant, the likeliest first. */
function partsOf(line: string): Parts[] {
  const [, isoYear, , isoMonth = '', isoDay = ''] = YEAR_FIRST.exec(line) ?? []
  if (isoYear !== undefined) return [[isoYear, isoMonth, isoDay]]
  const [, first, , second = '', last = ''] = YEAR_LAST.exec(line) ?? []
  if (first !== undefined) return [[last, second, first], [last, first, second], ...(last.length === 2 ? [[first, second, last] as const] : [])]
  const [, day = '', word = '', year] = MONTH_IN_WORDS.exec(line) ?? [undefined, ...monthFirst(line)]
  return year === undefined ? [] : monthsCalled(word).map((month) => [year, month, day])
}

function monthFirst(line: string): (string | undefined)[] {
  const [, word, day, year] = MONTH_FIRST.exec(line) ?? []
  return [day, word, year]
}

/** Months whose name begins so, in any language. */
function monthsCalled(word: string): string[] {
  const begins = word.toLowerCase()
  const found = months.flatMap((names) => names.flatMap((name, month) => (name.startsWith(begins) ? [String(month + 1)] : [])))
  return [...new Set(found)]
}

const withCentury = ([year, month, day]: Parts): Parts[] =>
  year.length === 2
    ? [
        [`20${year}`, month, day],
        [`19${year}`, month, day],
      ]
    : [[year, month, day]]

const isoOf = ([year, month, day]: Parts): string => [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')

/** A day to be typed over, as {@link readDay} reads it without a question: 3 Apr 2014. */
export function writeDay(day: string, language: string): string {
  const [year, month, date] = day.split('-')
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2000, Number(month) - 1, 15))
  return `${Number(date)} ${name.slice(0, 4)} ${year}`
}
