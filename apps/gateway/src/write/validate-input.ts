import { type Fault, type FieldMeta, fieldKinds, type RecordMeta } from '@clusterpolisee/schema'
import { digitsOf, isCountry, isDay, lineOf, MOST_DIGITS, paragraphsOf, placesOf } from '@clusterpolisee/values'
import { isUuid } from '../kernel/uuid.js'

export type Input = Readonly<Record<string, unknown>>

/** Values by field name, ready to be written, and everything that is wrong with the input. */
export interface Validated {
  readonly values: Record<string, unknown>
  readonly faults: Fault[]
}

/** The name under which an input carries a field. */
export const inputName = (field: FieldMeta): string => (field.kind === 'belongsTo' ? `${field.name}Id` : field.name)

/** Fields that a plain create or update may carry. */
export const writableFields = (record: RecordMeta, mode: 'create' | 'update'): FieldMeta[] =>
  record.fields.filter((field) => field.input === 'always' || (mode === 'create' && field.input === 'create'))

/** Checks an input against the fields of its record, every fault at once. An update carries only what changes. */
export function validateInput(record: RecordMeta, mode: 'create' | 'update', input: Input): Validated {
  const values: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const field of writableFields(record, mode)) {
    const given = input[inputName(field)]
    if (given === undefined && (mode === 'update' || field.optional || field.initial !== undefined)) continue
    const { value, fault } = checkField(field, given)
    if (fault) faults.push({ path: [inputName(field)], ...fault })
    else values[field.name] = value
  }
  return { values, faults }
}

/** Texts without what nobody sees; only a long text has lines. */
function cleaned({ kind }: FieldMeta, given: unknown): unknown {
  if (typeof given === 'string') return (kind === 'longText' ? paragraphsOf(given) : lineOf(given)) || null
  if (kind !== 'localised' || !isObject(given)) return given ?? null
  return Object.fromEntries(Object.entries(given).map(([language, text]) => [language, typeof text === 'string' ? lineOf(text) : text]))
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

type Finding = Omit<Fault, 'path'>

/** A value as the field keeps it, or what is wrong with it. Absent is null. */
export function checkField(field: FieldMeta, given: unknown): { readonly value: unknown; readonly fault: Finding | null } {
  const value = cleaned(field, given)
  return { value, fault: faultOf(field, value) }
}

function faultOf(field: FieldMeta, value: unknown): Finding | null {
  if (value === null) return field.optional ? null : { code: 'REQUIRED', message: `${field.label} is needed.` }
  if (typeof value === 'string') return textFault(field, value)
  if (typeof value === 'number') return numberFault(field, value)
  return field.kind === 'localised' ? translationsFault(field, value) : null
}

function textFault(field: FieldMeta, value: string): Finding | null {
  if (cannotBeStored(value)) return { code: 'BAD_TEXT', message: `${field.label} holds a character that cannot be stored.` }
  if (field.max !== undefined && value.length > field.max) {
    return { code: 'TOO_LONG', params: { max: field.max }, message: `${field.label} is longer than ${field.max} characters.` }
  }
  const wrong = patterns[field.kind]
  if (wrong && !wrong.test(value)) return { code: wrong.code, message: `${field.label} ${wrong.message}` }
  return field.kind === 'day' ? dayFault(field, value) : null
}

/** NUL, and half of a character. */
const cannotBeStored = (text: string): boolean => /\0|\p{Cs}/u.test(text)

function dayFault({ label, from, until }: FieldMeta, day: string): Finding | null {
  if (from && day < from) return { code: 'DAY_TOO_EARLY', params: { from }, message: `${label} is before ${from}.` }
  return until && day > until ? { code: 'DAY_TOO_LATE', params: { until }, message: `${label} is after ${until}.` } : null
}

/** IANA names, which PostgreSQL knows too; an offset is none: it would not know summer. */
const timeZones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

/** Codes of ISO 4217. */
const currencies = new Set(Intl.supportedValuesOf('currency'))

const patterns: Partial<Record<FieldMeta['kind'], { code: string; message: string; test: (value: string) => boolean }>> = {
  email: { code: 'NOT_AN_EMAIL', message: 'is not an e-mail address.', test: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) },
  url: { code: 'NOT_AN_ADDRESS', message: 'is not an address that begins with http:// or https://.', test: isWebAddress },
  timeZone: { code: 'NOT_A_TIME_ZONE', message: 'is not a time zone by its name, as Europe/Rome.', test: (value) => timeZones.has(value) },
  currency: { code: 'NOT_A_CURRENCY', message: 'is not a currency by its code of three letters, as EUR.', test: (value) => currencies.has(value) },
  country: { code: 'NOT_A_COUNTRY', message: 'is not the code of a country in two letters, as IT.', test: isCountry },
  day: { code: 'NOT_A_DAY', message: 'is not a day of the calendar.', test: isDay },
  belongsTo: { code: 'NOT_AN_ID', message: 'is not the identity of a record.', test: isUuid },
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function numberFault(field: FieldMeta, value: number): Finding | null {
  if (!Number.isFinite(value)) return { code: 'NOT_A_NUMBER', message: `${field.label} is not a number.` }
  const places = placesKept(field)
  if (placesOf(value) > places) return { code: 'TOO_MANY_PLACES', params: { places }, message: `${field.label} has more than ${places} decimals.` }
  if (digitsOf(value) > MOST_DIGITS)
    return { code: 'TOO_MANY_DIGITS', params: { max: MOST_DIGITS }, message: `${field.label} has more than ${MOST_DIGITS} digits.` }
  if (field.min !== undefined && value < field.min) return { code: 'TOO_SMALL', params: { min: field.min }, message: `${field.label} is below ${field.min}.` }
  if (field.max !== undefined && value > field.max) return { code: 'TOO_LARGE', params: { max: field.max }, message: `${field.label} is above ${field.max}.` }
  return null
}

/** Decimals that the column keeps. */
function placesKept({ kind }: FieldMeta): number {
  const scale = kind === 'belongsTo' ? undefined : fieldKinds[kind].column.scale
  return scale ?? (kind === 'integer' ? 0 : Number.POSITIVE_INFINITY)
}

function translationsFault(field: FieldMeta, value: unknown): Finding | null {
  const entries = isObject(value) ? Object.entries(value) : []
  const fine = entries.length > 0 && entries.every(([language, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) && isShortText(text, field.max))
  return fine ? null : { code: 'NOT_TRANSLATIONS', message: `${field.label} is language → text, with at least one language.` }
}

const isShortText = (text: unknown, max = 500): boolean => typeof text === 'string' && text !== '' && text.length <= max && !cannotBeStored(text)

/** A value as PostgreSQL takes it. */
export function columnValue(field: FieldMeta, value: unknown): unknown {
  if (value === null || field.kind === 'belongsTo') return value
  return fieldKinds[field.kind].sqlType === 'jsonb' ? JSON.stringify(value) : value
}
