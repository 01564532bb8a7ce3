const locale = () => document.documentElement.lang || 'en'

/** A calendar day in words, as 14 April 2014. */
export function dayText(day: string, month: 'long' | 'short' = 'long'): string {
  const [year, number, date] = day.split('-').map(Number)
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month, year: 'numeric' }).format(new Date(year ?? 0, (number ?? 1) - 1, date ?? 1))
}

/** A day that may be known to the month or year only. */
export function partialDayText(day: string, precision: string | null | undefined): string {
  if (precision === 'YEAR') return day.slice(0, 4)
  if (precision !== 'MONTH') return dayText(day)
  const [year, month] = day.split('-').map(Number)
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric' }).format(new Date(year ?? 0, (month ?? 1) - 1, 1))
}

/** A moment in the reader's own time. */
export const momentText = (moment: string): string => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))

/** A share of 1 as per cent. */
export const percentText = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share)

export const numberText = (value: number): string => new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value)

export const moneyText = (value: number): string => new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR' }).format(value)

export function countryText(code: string): string {
  return code === 'XX' ? 'fictional' : (new Intl.DisplayNames([locale()], { type: 'region' }).of(code) ?? code)
}
