import { decimalMark, readDay, readNumber, writeDay, writeNumber } from '@clusterpolisee/values'
import { dayText, locale } from './format'

/** What is typed where a number or a day is asked for. */
export type Kind = 'number' | 'day'

/** One thing that a text may mean: as it is shown, and as it is typed without a doubt. */
export interface Meant {
  readonly shown: string
  readonly typed: string
}

/** What a typed text is: a value (null where nothing is typed), or else the key of the words that say what is wrong, with what may be meant. */
export interface Read<T> {
  readonly value: T | null
  readonly fault?: string
  readonly meant: readonly Meant[]
}

const clear = <T>(value: T | null): Read<T> => ({ value, meant: [] })
const unclear = (fault: string, meant: readonly Meant[] = []): Read<never> => ({ value: null, fault, meant })

/** A number as it is typed over, in the language of the page. */
export const typedNumber = (value: number): string => writeNumber(value, decimalMark(locale()))

/** A day as it is typed over, in the language of the page. */
export const typedDay = (day: string): string => writeDay(day, locale())

/** A typed number. */
export function numberOf(text: string): Read<number> {
  const read = readNumber(text)
  if (read.kind === 'number') return clear(read.value)
  if (read.kind === 'empty') return clear<number>(null)
  if (read.kind === 'question') return unclear('typed.twoNumbers', [read.byPoint, read.byComma].map(numberMeant))
  return unclear(read.code === 'TOO_MANY_DIGITS' ? 'typed.tooManyDigits' : 'typed.noNumber')
}

/** A typed day, as ISO. */
export function dayOf(text: string): Read<string> {
  const read = readDay(text)
  if (read.kind === 'day') return clear(read.day)
  if (read.kind === 'empty') return clear<string>(null)
  return read.kind === 'question' ? unclear('typed.severalDays', read.days.map(dayMeant)) : unclear('typed.noDay')
}

/** A typed text of either kind. */
export const typedOf = (kind: Kind, text: string): Read<number | string> => (kind === 'number' ? numberOf(text) : dayOf(text))

const numberMeant = (value: number): Meant => ({ shown: String(value).replace('.', decimalMark(locale())), typed: typedNumber(value) })
const dayMeant = (day: string): Meant => ({ shown: dayText(day), typed: typedDay(day) })
