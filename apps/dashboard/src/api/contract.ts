import facts from '@clusterpolisee/contract/fields.json'
import type { Enums } from './documents.generated'

/** What the contract says of a field. */
export interface FieldFacts {
  readonly name: string
  readonly kind: string
  readonly input: 'always' | 'create' | 'none'
  readonly inputName: string
  readonly required: boolean
  /** Empty says none (or not yet); else it reads as not known. */
  readonly emptyIsNone?: boolean
  /** Asked for only where another field has this value. */
  readonly onlyWhere?: readonly [field: string, value: string]
  /** A fraction, read and typed in per cent where another field has this value. */
  readonly percentWhere?: readonly [field: string, value: string]
  readonly max?: number
  readonly min?: number
  /** Of days: the first and the last that may be given. */
  readonly from?: string
  readonly until?: string
  readonly sort: boolean
  readonly search: boolean
  readonly choices?: string
  readonly target?: string
}

export interface RecordFacts {
  readonly name: string
  readonly singular: string
  readonly plural: string
  readonly room: string
  readonly verbs: readonly string[]
  /** It has a history of the changes of its fields. */
  readonly audited: boolean
  readonly fields: readonly FieldFacts[]
}

/** A move of a state machine and what it asks for. */
export interface MoveFacts {
  readonly key: string
  readonly from: readonly string[]
  readonly to: string
  readonly asks: readonly { readonly name: string; readonly kind: string; readonly optional?: boolean }[]
}

interface Facts {
  readonly records: Readonly<Record<string, RecordFacts>>
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly machines: Readonly<Record<string, readonly MoveFacts[]>>
}

export const contract = facts as unknown as Facts

/** The record behind a list's name. */
export function recordOf(plural: string): RecordFacts {
  const found = Object.values(contract.records).find((record) => record.plural === plural)
  if (!found) throw new Error(`There is no list ${plural}`)
  return found
}

export const fieldOf = (record: RecordFacts, name: string): FieldFacts | undefined => record.fields.find((field) => field.name === name)

const names: Readonly<Record<string, readonly string[]>> = {
  Partner: ['shortName'],
  User: ['displayName'],
  Region: ['name'],
  Contact: ['name'],
  CollaborationActor: ['name'],
  Project: ['acronym'],
  ThematicArea: ['shortName', 'title'],
  Activity: ['number', 'title'],
  WorkPackage: ['number', 'title'],
  Measurement: ['onDay', 'value'],
}

/** Fields by which a record is called; of areas the first that is filled, of numbered things both. */
export const nameFields = (record: string): readonly string[] =>
  names[record] ?? (contract.records[record] && fieldOf(contract.records[record], 'title') ? ['title'] : ['id'])

/** What a record is called. */
export function nameOf(record: string, row: Readonly<Record<string, unknown>>): string {
  const values = nameFields(record)
    .map((field) => row[field])
    .filter((value) => value !== null && value !== undefined)
  return record === 'ThematicArea' ? String(values[0] ?? '') : values.map(String).join(' ')
}

export function enumValues<Name extends keyof Enums>(name: Name): readonly Enums[Name][]
export function enumValues(name: string): readonly string[]
export function enumValues(name: string): readonly string[] {
  return contract.enums[name] ?? []
}

/** Labels of what lists show beside a record's own fields. */
const furtherLabels: Readonly<Record<string, string>> = { 'evaluationPlans.subjects': 'pages.pilots' }

/** Key of a field's label, for translate. */
export const labelKey = (record: RecordFacts, field: string): string =>
  furtherLabels[`${record.plural}.${field}`] ?? `resources.${record.plural}.fields.${field}`

/** Name of a field in a form's data. */
export const sourceOf = (field: FieldFacts): string => (field.kind === 'localised' ? `${field.name}Translations` : field.inputName)

/** True: a list is ordered by the field itself; through a relation it would need a field of the other record. */
export const isOrderable = (field: FieldFacts): boolean => field.sort && field.target === undefined

/** Fields that a form carries. */
export const inputFields = (record: RecordFacts, mode: 'create' | 'update'): FieldFacts[] =>
  record.fields.filter((field) => field.name !== 'project' && (field.input === 'always' || (mode === 'create' && field.input === 'create')))

/** What was chosen among the values of an enum; throws where it is none of them. */
export function choiceOf<Name extends keyof Enums>(name: Name, chosen: string): Enums[Name] {
  const found = enumValues(name).find((value) => value === chosen)
  if (found === undefined) throw new Error(`${chosen} is no ${name}`)
  return found
}
