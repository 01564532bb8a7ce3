import facts from '@clusterpolisee/contract/fields.json'
import type { Enums } from './documents.generated'
import { dayText } from './said'

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
  /** A long text that is read as Markdown. */
  readonly markdown?: true
  /** Changed by a dialog of its own, which says what follows from it. */
  readonly byDialog?: true
  readonly max?: number
  readonly min?: number
  /** Of days: the first and the last that may be given. */
  readonly from?: string
  readonly until?: string
  readonly sort: boolean
  readonly search: boolean
  /** Anyone reads it of a published project. */
  readonly isPublic?: true
  readonly choices?: string
  readonly target?: string
  /** What a text is a code of; `field` and `row` are of the record that the row's code `record` names. */
  readonly code?: 'language' | 'record' | 'field' | 'row'
  /** A related record belongs to the same one by this relation. */
  readonly within?: string
  /** The state of a state machine. */
  readonly isState?: boolean
}

/** A relation to many that a list shows as a column. */
export interface ListFacts {
  readonly name: string
  readonly target: string
  /** The target's relation that points back. */
  readonly by: string
}

export interface RecordFacts {
  readonly name: string
  readonly singular: string
  readonly plural: string
  readonly room: string
  readonly verbs: readonly string[]
  /** It has a history of the changes of its fields. */
  readonly audited: boolean
  /** Its rows say to which lists one may add there. */
  readonly isAddedTo?: true
  /** Verbs of its own: `can` tells of each. */
  readonly deeds?: readonly string[]
  /** What it is called by, one after another: of each the first field that is filled. */
  readonly calls: readonly (readonly string[])[]
  /** What is worked out for it in the language that is asked. */
  readonly spoken?: readonly string[]
  /** Columns of its list; without them the list chooses. */
  readonly columns?: readonly string[]
  readonly lists?: readonly ListFacts[]
  /** Relations on whose page it is listed, with what is said of it there. */
  readonly beneath?: Readonly<Record<string, readonly string[]>>
  /** The fields with its first day and with the first day without it. */
  readonly lasts?: readonly [from: string, until: string]
  readonly order?: readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[]
  readonly fields: readonly FieldFacts[]
}

/** A move of a state machine and what it asks for. */
export interface MoveFacts {
  readonly key: string
  readonly from: readonly string[]
  readonly to: string
  readonly asks: readonly { readonly name: string; readonly kind: string; readonly optional?: boolean }[]
}

/** A state machine: the record that keeps its moves, and the moves. */
interface MachineFacts {
  readonly log?: string
  readonly moves: readonly MoveFacts[]
}

interface Facts {
  readonly records: Readonly<Record<string, RecordFacts>>
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly machines: Readonly<Record<string, MachineFacts>>
}

export const contract = facts as unknown as Facts

/** True: the contract has a list of this name. */
export const isList = (plural: string): boolean => Object.values(contract.records).some((record) => record.plural === plural)

/** The record behind a list's name. */
export function recordOf(plural: string): RecordFacts {
  const found = Object.values(contract.records).find((record) => record.plural === plural)
  if (!found) throw new Error(`There is no list ${plural}`)
  return found
}

/** A record by its own name. */
export function recordNamed(name: string): RecordFacts {
  const found = contract.records[name]
  if (!found) throw new Error(`There is no record ${name}`)
  return found
}

export const fieldOf = (record: RecordFacts, name: string): FieldFacts | undefined => record.fields.find((field) => field.name === name)

/** Fields by which a record is called. */
export const nameFields = (record: string): readonly string[] => contract.records[record]?.calls.flat() ?? []

/** What a record is called; empty where it has no name. `without`: a relation that goes without saying. */
export function nameOf(record: string, row: Readonly<Record<string, unknown>>, without?: string): string {
  const facts = contract.records[record]
  const texts = facts?.calls.filter(([field]) => field !== without).map((fields) => fields.map((field) => textOf(facts, field, row)).find(Boolean))
  return texts?.filter(Boolean).join(' ') ?? ''
}

/** A field as part of a name; a relation by its own name, a day in words. */
function textOf(facts: RecordFacts, field: string, row: Readonly<Record<string, unknown>>): string {
  const value = row[field]
  if (value === null || value === undefined) return ''
  const { target, kind } = fieldOf(facts, field) ?? {}
  if (target) return nameOf(target, value as Readonly<Record<string, unknown>>)
  return kind === 'day' ? dayText(String(value)) : String(value)
}

export function enumValues<Name extends keyof Enums>(name: Name): readonly Enums[Name][]
export function enumValues(name: string): readonly string[]
export function enumValues(name: string): readonly string[] {
  return contract.enums[name] ?? []
}

/** Key of a field's label, for translate. */
export const labelKey = (record: RecordFacts, field: string): string => `resources.${record.plural}.fields.${field}`

/** Name of a field in a form's data. */
export const sourceOf = (field: FieldFacts): string => (field.kind === 'localised' ? `${field.name}Translations` : field.inputName)

/** True: a list is ordered by the field itself; through a relation it would need a field of the other record. */
export const isOrderable = (field: FieldFacts): boolean => field.sort && field.target === undefined

/** Fields that any page can show; what is kept as an object has a page of its own, which asks for its parts. */
export const plainFields = (record: RecordFacts): FieldFacts[] => record.fields.filter((field) => field.kind !== 'json')

/** True: a record has amounts, and their currency is its project's; it is asked for as `currency`. */
export const hasCurrencyBeside = ({ fields }: RecordFacts): boolean =>
  fields.some(({ kind }) => kind === 'money') && !fields.some(({ kind }) => kind === 'currency')

/** Fields that a form carries. */
export const inputFields = (record: RecordFacts, mode: 'create' | 'update'): FieldFacts[] =>
  record.fields.filter((field) => field.name !== 'project' && !field.byDialog && (field.input === 'always' || (mode === 'create' && field.input === 'create')))

/** What was chosen among the values of an enum; throws where it is none of them. */
export function choiceOf<Name extends keyof Enums>(name: Name, chosen: string): Enums[Name] {
  const found = enumValues(name).find((value) => value === chosen)
  if (found === undefined) throw new Error(`${chosen} is no ${name}`)
  return found
}
