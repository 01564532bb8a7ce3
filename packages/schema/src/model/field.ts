import type { Rule } from './rule.js'
import type { Holds } from './shape.js'

/** The kinds of value that a record's field can hold. Each has one row in {@link ./field-kinds}. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'choice'
  | 'day'
  | 'moment'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'share'
  | 'flag'
  | 'email'
  | 'url'
  | 'country'
  | 'timeZone'
  | 'currency'
  | 'localised'
  | 'json'
  | 'belongsTo'

/** Who sets a field: anyone who may write the record, only whoever creates it, or nobody by a plain write. */
export type FieldInput = 'always' | 'create' | 'none'

/** An enum of the model: values are SCREAMING_SNAKE in TypeScript, GraphQL and table alike. */
export interface EnumMeta {
  readonly name: string
  readonly description: string
  readonly values: Readonly<Record<string, string>>
  /** Each value in English words. */
  readonly labels: Readonly<Record<string, string>>
}

/** What a text is a code of, so that people read it in words: a language, a record's name, one of its fields, or one row of it. */
export type CodeOf = 'language' | 'record' | 'field' | 'row'

/** The whole truth of one field, said once by its decorator. */
export interface FieldMeta {
  readonly name: string
  readonly kind: FieldKind
  readonly label: string
  readonly help?: string
  readonly optional: boolean
  readonly input: FieldInput
  readonly column: string
  /** Longest text, in characters; or greatest number. */
  readonly max?: number
  readonly min?: number
  /** First and last day that may be given. */
  readonly from?: string
  readonly until?: string
  readonly sort: boolean
  readonly search: boolean
  readonly unique?: boolean
  readonly choices?: EnumMeta
  /** Value of a new row, when none is given. */
  readonly initial?: string | number | boolean
  /** belongsTo: the record's name, known once all classes are loaded. */
  readonly target?: () => string
  /** belongsTo a partner: the rows that go to its successor when another takes its place, as SQL over the row's alias. */
  readonly passesOn?: (alias: string) => string
  /** True: empty says that there is none (or not yet), not that it is unknown. */
  readonly emptyIsNone?: boolean
  /** Has a value only where another field has this one: forms ask for it then, and empty it else. */
  readonly onlyWhere?: readonly [field: string, value: string]
  /** A fraction that people read and type in per cent, where another field has this value. */
  readonly percentWhere?: readonly [field: string, value: string]
  /** A text that is a code. `field` and `row` are of the record that the code `record` of the same row names. */
  readonly code?: CodeOf
  /** belongsTo: both belong to the same record by this relation, which forms offer only so. */
  readonly within?: string
  /** A long text that is read as Markdown. */
  readonly markdown?: true
  /** Changed by a dialog of its own: forms leave it out. */
  readonly byDialog?: true
  /** Narrower than the record; see design of rights. */
  readonly visibleTo?: Rule
  /** Read by anyone who may read the row, without an account too; see {@link ./public}. */
  readonly isPublic?: true
  /** json: what it holds, where that has a type of its own in the contract. */
  readonly holds?: Holds
  /** A day whose precision is kept in a field of its own beside it. */
  readonly partial?: boolean
}

/** A to-many relation: the inverse of a belongsTo of the target. */
export interface ManyMeta {
  readonly name: string
  readonly label: string
  readonly target: () => string
  /** Name of the target's belongsTo field that points here. */
  readonly by: string
  /** Lists may be ordered by how many there are. */
  readonly sort: boolean
}

/** A field that is an SQL expression over the row. */
export interface ComputedMeta {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly sqlType: string
  /** Of the row's alias, and of the language as SQL where it is `spoken`. */
  readonly sql: (alias: string, language: string) => string
  readonly holds?: Holds
  readonly optional: boolean
  /** True: a text in the language that is asked, as `shortName(language)`. */
  readonly spoken?: boolean
  /** True: lists are filtered and grouped by it. */
  readonly filterable?: boolean
  /** Narrower than the record. */
  readonly visibleTo?: Rule
  /** Read by anyone who may read the row, without an account too. */
  readonly isPublic?: true
}

/** `workPackage` → `work_package`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
