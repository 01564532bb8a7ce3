import { countries, FICTIONAL } from '@clusterpolisee/values'
import { atNoon, dayFormat, dayText, locale } from '../api/said'

export { dayText, locale }

/** A day without its year, as 14 Apr. */
export const shortDayText = (day: string): string => dayFormat({ day: 'numeric', month: 'short' }).format(atNoon(day))

/** A month, as April 2014; or without its year, as Apr. */
export const monthText = (day: string, style: 'long' | 'short' = 'long'): string =>
  dayFormat(style === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short' }).format(atNoon(day))

const A_YEAR = 365

/** Days of an axis, in their order: within a month as days, over a year or to the same month of another with their years, else as months. */
export function axisDayTexts(days: readonly string[]): string[] {
  const [first = '', last = first] = [days[0], days.at(-1)]
  if (first.slice(0, 7) === last.slice(0, 7)) return days.map(shortDayText)
  if (daysBetween(first, last) < A_YEAR && first.slice(5, 7) !== last.slice(5, 7)) return days.map((day) => monthText(day, 'short'))
  return days.map((day) => dayFormat({ month: 'short', year: 'numeric' }).format(atNoon(day)))
}

/** A day that may be known to the month or year only. */
export function partialDayText(day: string, precision: string | null | undefined): string {
  if (precision === 'YEAR') return day.slice(0, 4)
  return precision === 'MONTH' ? monthText(day) : dayText(day)
}

/** A moment in the reader's own time. */
export const momentText = (moment: string): string => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))

/** Days from one calendar day to another; negative when the other is before. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** So many decimals at most, and more where these would leave nothing of a value: 0.0031 is not 0. */
const decimalsOf = (most: number, digits: number): Intl.NumberFormatOptions =>
  ({ maximumFractionDigits: most, maximumSignificantDigits: digits, roundingPriority: 'morePrecision' }) as Intl.NumberFormatOptions

/** A share of 1 as per cent, with so many decimals, and more where it would read as 0. */
export const percentText = (share: number | null | undefined, decimals = 0): string =>
  share === null || share === undefined ? '–' : new Intl.NumberFormat(locale(), { style: 'percent', ...decimalsOf(decimals, 1) }).format(share)

/** A number; up to four digits it stands without separators, so that a year reads as one. */
export const numberText = (value: number, decimals = 2): string =>
  new Intl.NumberFormat(locale(), { ...decimalsOf(decimals, 2), useGrouping: 'min2' }).format(value)

/** An amount in its currency, by its ISO 4217 code. */
export const moneyText = (value: number, currency: string): string => new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(value)

/** A currency's name and code, as Euro (EUR). */
export const currencyText = (code: string): string => `${new Intl.DisplayNames([locale()], { type: 'currency', fallback: 'code' }).of(code) ?? code} (${code})`

/** A country's name; XX is what is fictional. */
export const countryText = (code: string): string => new Intl.DisplayNames([locale()], { type: 'region', fallback: 'code' }).of(code) ?? code

/** A country's name; nothing where it is made up. */
export const realCountry = (code: string): string | null => (code === FICTIONAL ? null : countryText(code))

/** A language's name, from its code. */
export const languageText = (code: string): string => new Intl.DisplayNames([locale()], { type: 'language', fallback: 'code' }).of(code) ?? code

/** Every country by its code and name, by name. */
export const countryChoices = (): { readonly id: string; readonly name: string }[] =>
  countries.map((id) => ({ id, name: countryText(id) })).sort((a, b) => a.name.localeCompare(b.name))
