import { Field } from 'type-graphql'
import { Column, JoinColumn, ManyToOne } from 'typeorm'
import { defineEnum } from './define-enum.js'
import { type CodeOf, type ComputedMeta, type EnumMeta, type FieldInput, type FieldKind, type FieldMeta, snakeCase } from './field.js'
import { fieldKinds } from './field-kinds.js'
import { type SaidOfPerson, sayOfPerson } from './personal.js'
import type { RecordName } from './record-names.js'
import { partsOf, type RecordClass, recordMeta } from './registry.js'
import type { Rule } from './rule.js'
import type { Holds } from './shape.js'

/** A related record's type without its value, so that circular files load in any order. */
export type One<T> = T

/** What is known of a related record whose class an arrow between rooms forbids. */
export interface Related {
  readonly id: string
  readonly version: number
}

/** A record by its name, where an arrow between rooms forbids its class. */
export const named = (name: RecordName) => (): RecordClass => recordMeta(name).type

interface Shared {
  /** A sentence for the form and the API's description. */
  readonly help?: string
  readonly optional?: boolean
  /** Empty says that there is none (or not yet); else it reads as not known. */
  readonly emptyIsNone?: boolean
  /** Has a value only where another field has this one: forms ask for it then, and empty it else. The record's rules refuse others. */
  readonly onlyWhere?: readonly [field: string, value: string]
  /** A fraction that people read and type in per cent, where another field has this value. */
  readonly percentWhere?: readonly [field: string, value: string]
  /** The text is a code: people read it in words. */
  readonly code?: CodeOf
  /** Of a relation: both belong to the same record by this one; the record's rules refuse others. */
  readonly within?: string
  /** A long text that is read as Markdown. */
  readonly markdown?: true
  /** Changed by a dialog of its own, which says what follows from it: forms leave it out. */
  readonly byDialog?: true
  /** Of a relation to a partner: the rows that go to its successor when another takes its place, as SQL over the row's alias. */
  readonly passesOn?: (alias: string) => string
  readonly input?: FieldInput
  /** Lists may be ordered by it; makes the index for it. */
  readonly sort?: boolean
  readonly search?: boolean
  readonly visibleTo?: Rule
  /** Anyone reads it, where strangers may read the row at all; else members of the project only. */
  readonly isPublic?: true
  readonly initial?: string | number | boolean
  readonly max?: number
  readonly min?: number
  /** Of days: the first and the last that may be given. */
  readonly from?: string
  readonly until?: string
  /** What it says of a person: why and until when it is kept; or in a sentence why it is nobody's, though it seems so. */
  readonly personal?: SaidOfPerson
}

/** `optional: true` is demanded exactly where the property allows undefined: the faulty key becomes `never`. */
type Key<T, K extends keyof T, O> = undefined extends T[K] ? (O extends { optional: true } ? K : never) : O extends { optional: true } ? never : K

type FieldDecorator<O> = <T extends object, K extends keyof T & string>(target: T, key: K & Key<T, K, O>) => void

function declare(target: object, key: string, kind: Exclude<FieldKind, 'belongsTo'>, label: string, options: Shared, more: Partial<FieldMeta> = {}) {
  const optional = options.optional === true
  const field: FieldMeta = {
    name: key,
    kind,
    label,
    optional,
    column: snakeCase(key),
    input: options.input ?? 'always',
    sort: options.sort === true,
    search: options.search === true,
    ...pick(options),
    ...more,
  }
  partsOf(target).fields.push(field)
  if (options.personal) sayOfPerson(target, key, options.personal)
  const { graphql, column } = fieldKinds[kind]
  // Fractions are filled in by the writer: TypeORM would see their default as changed each time.
  const initial = options.initial === undefined || kind === 'decimal' || kind === 'share' ? {} : { default: options.initial }
  Column({ ...column, ...initial, name: field.column, nullable: optional })(target, key)
  // The read engine declares what has members of its own.
  if (field.holds) return
  const type = field.choices ? () => field.choices?.values as object : () => graphql
  const name = kind === 'localised' ? `${key}Translations` : key
  Field(type, { name, nullable: optional || options.visibleTo !== undefined, description: describe(label, options) })(target, key)
}

function pick({
  help,
  max,
  min,
  from,
  until,
  visibleTo,
  isPublic,
  initial,
  emptyIsNone,
  onlyWhere,
  percentWhere,
  code,
  within,
  markdown,
  byDialog,
  passesOn,
}: Shared): Partial<FieldMeta> {
  const given = { help, max, min, from, until, visibleTo, isPublic, initial, emptyIsNone, onlyWhere, percentWhere, code, within, markdown, byDialog, passesOn }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function describe(label: string, { help, percentWhere }: Pick<Shared, 'help' | 'percentWhere'>): string {
  const fraction = percentWhere ? `A fraction of 1 where ${percentWhere[0]} is ${percentWhere[1]}` : ''
  return help || fraction ? [label, help, fraction].filter(Boolean).join('. ') : `${label}.`
}

const kindDecorator =
  (kind: Exclude<FieldKind, 'belongsTo' | 'choice' | 'day'>, defaults: Shared = {}) =>
  <const O extends Shared>(label: string, options?: O): FieldDecorator<O> =>
  (target, key) =>
    declare(target, key, kind, label, { ...defaults, ...options })

/** A line of text; 200 characters unless said. */
export const Text = kindDecorator('text', { max: 200 })
/** Text of several paragraphs; 10,000 characters unless said. */
export const LongText = kindDecorator('longText', { max: 10_000 })
export const Email = kindDecorator('email', { max: 254 })
/** An address of the web, http or https. */
export const Url = kindDecorator('url', { max: 2000 })
/** ISO 3166-1 alpha-2; XK for Kosovo, XX for what is fictional. */
export const Country = kindDecorator('country', { max: 2 })
/** A time zone by its IANA name, as Europe/Rome. */
export const TimeZone = kindDecorator('timeZone', { max: 60 })
/** A currency by its ISO 4217 code, as EUR. */
export const Currency = kindDecorator('currency', { max: 3 })
export const Moment = kindDecorator('moment')
export const Integer = kindDecorator('integer', { min: -2_147_483_648, max: 2_147_483_647 })
/** A number of 15 significant digits, kept as it is given. */
export const Decimal = kindDecorator('decimal', { min: -99_999_999_999_999, max: 99_999_999_999_999 })
/** An amount in the currency of its project, numeric(14,2). Makes `currency` beside it; see {@link ./currency}. */
export const Money = kindDecorator('money', { min: 0, max: 999_999_999_999 })
/** A share of 1, between 0 and 1. */
export const Share = kindDecorator('share', { min: 0, max: 1 })
export const Flag = kindDecorator('flag')
/** Language → text; read as `title(language)`. */
export const Localised = kindDecorator('localised', { max: 500 })
/** Any JSON, or with `holds` what has a type of its own in the contract; never written by a plain write. */
export const Json =
  <const O extends Shared & { holds?: Holds }>(label: string, options?: O): FieldDecorator<O> =>
  (target, key) =>
    declare(target, key, 'json', label, { input: 'none', ...options }, options?.holds ? { holds: options.holds } : {})

/** One of an enum's values. */
export const Choice =
  <const O extends Shared>(label: string, choices: EnumMeta, options?: O): FieldDecorator<O> =>
  (target, key) =>
    declare(target, key, 'choice', label, options ?? {}, { choices })

/** How exactly a day is known. */
export const DayPrecision = defineEnum('DayPrecision', 'How exactly a day is known.', ['DAY', 'MONTH', 'YEAR'])

/** Days outside are a slip of the finger: no project of these programmes, and no source that they cite, is older or later. */
export const DAYS = { from: '1900-01-01', until: '2199-12-31' } as const

/** A calendar day between 1900 and 2199 unless said; `partial` adds `<name>Precision` (DAY, MONTH, YEAR): the day is then the first of its month or year. */
export const Day =
  <const O extends Shared & { partial?: boolean }>(label: string, options?: O): FieldDecorator<O> =>
  (target, key) => {
    declare(target, key, 'day', label, { ...DAYS, ...options }, options?.partial ? { partial: true } : {})
    if (options?.partial) {
      const precision = { optional: true as const, input: options.input ?? ('always' as const), ...(options.isPublic ? { isPublic: true as const } : {}) }
      declare(target, `${key}Precision`, 'choice', `${label}: how exactly`, precision, { choices: DayPrecision })
    }
  }

/** A to-one relation. Makes the column `<name>_id`, its foreign key and its index. */
export const BelongsTo =
  <const O extends Shared>(label: string, target: () => RecordClass, options?: O): FieldDecorator<O> =>
  (prototype, key) => {
    const optional = options?.optional === true
    partsOf(prototype).fields.push({
      name: key,
      kind: 'belongsTo',
      label,
      optional,
      column: `${snakeCase(key)}_id`,
      input: options?.input ?? 'always',
      sort: options?.sort === true,
      search: false,
      target: () => target().name,
      ...pick(options ?? {}),
    })
    if (options?.personal) sayOfPerson(prototype, key, options.personal)
    ManyToOne(target as () => never, { nullable: optional, onDelete: 'RESTRICT' })(prototype, key)
    JoinColumn({ name: `${snakeCase(key)}_id` })(prototype, key)
  }

/** A value that SQL works out from the row; `sql` gets the row's alias, and of a `spoken` text the language. Shown, never written. */
export const Computed =
  (
    label: string,
    kind: Exclude<FieldKind, 'belongsTo' | 'choice'>,
    sql: ComputedMeta['sql'],
    options: Partial<Pick<ComputedMeta, 'holds' | 'optional' | 'spoken' | 'visibleTo' | 'isPublic'>> = {},
  ) =>
  (prototype: object, key: string): void => {
    const { graphql, sqlType } = fieldKinds[kind]
    partsOf(prototype).computed.push({ name: key, label, type: graphql.name, sqlType, sql, optional: true, ...options })
  }

/** Language (BCP 47) → text. */
export type Translations = { readonly [language: string]: string }
