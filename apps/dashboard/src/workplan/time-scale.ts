import { lastOfMonth } from './stretch'

/** Where days stand on an axis, in per cent of its width. */
export interface TimeScale {
  readonly ends: readonly [string, string]
  /** Where a day begins, and where it ends. */
  readonly x: (day: string) => number
  readonly end: (day: string) => number
  /** Beginnings of years; the first one stands at the axis's begin. */
  readonly years: readonly string[]
  /** Beginnings of months that have room for their name, those of years among them. */
  readonly months: readonly string[]
}

/** As many names of months as stand beside each other without touching. */
const MOST_MONTHS = 20

const DAY = 86_400_000

/** An axis of whole months that holds both days. */
export function timeScale([first, last]: readonly [string, string]): TimeScale {
  const ends = [`${first.slice(0, 7)}-01`, lastOfMonth(last)] as const
  const [from, to] = [Date.parse(ends[0]), Date.parse(ends[1]) + DAY]
  const months = monthsBetween(ends)
  const share = (time: number) => ((time - from) / (to - from)) * 100
  const step = [1, 2, 3, 6, 12].find((every) => months.length / every <= MOST_MONTHS) ?? 12
  return {
    ends,
    x: (day) => share(Date.parse(day)),
    end: (day) => share(Date.parse(day) + DAY),
    years: months.filter((day, index) => index === 0 || day.slice(5, 7) === '01'),
    months: step === 12 ? [] : months.filter((day) => (Number(day.slice(5, 7)) - 1) % step === 0),
  }
}

/** The first day of each month from one day to another. */
function monthsBetween([first, last]: readonly [string, string]): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number)
  const count = (Number(last.slice(0, 4)) - year) * 12 + Number(last.slice(5, 7)) - month + 1
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 10))
}
