/**
 * What a caller tells the engine of its records. Plain data and small functions that answer SQL text:
 * the engine knows nothing of decorators, ORMs or rights; it only asks.
 */

/** A piece of SQL text. Values never stand in it: they come through {@link Row.viewerValue} and {@link Row.constant}. */
export type Sql = string

/** The arrays and values that a viewer's predicates refer to, by name (for instance `members`: project ids). */
export type ViewerValues = Readonly<Record<string, unknown>>

/** Who reads. `shape` keys the plan cache: two viewers of one shape get the same SQL text. */
export interface Viewer {
  readonly shape: string
  readonly values: ViewerValues
  /** Sees a great part of what there is: a page is then sought along its order, and each row asked by itself. Part of `shape`. */
  readonly wide?: boolean
  /** Somebody who sees as this viewer: a row or a narrower field is there only where both may see it. */
  readonly also?: Viewer
}

/** How a row was reached: over which relation of which visible record. */
export interface Reached {
  readonly record: string
  readonly relation: string
}

/** What a predicate or expression may use. */
export interface Row {
  /** The table's alias; a column is `${alias}.column_name`. */
  readonly alias: string
  /** Set when the row hangs on a row that the viewer may see already, so that a scope can be left out. */
  readonly reached?: Reached
  /**
   * True: few rows come, in their order, and each is asked by itself. A scope that looks into other tables then writes
   * `EXISTS (… OFFSET 0)`, which PostgreSQL does not turn into a join over everything.
   */
  readonly byRow?: boolean
  /** The viewer that the plan is made for; `values` may be read for their emptiness only (it is in `shape`). */
  readonly viewer: Viewer
  /** The same row for the one who sees as the viewer. */
  readonly also?: Row
  /** A placeholder of a viewer's value (cast, as `$3::uuid[]`); a list asked for as `uuid` stands for its only item. */
  viewerValue(name: string, type: string): Sql
  /** A placeholder of a constant. */
  constant(value: unknown, type: string): Sql
  /** An alias no one else in the statement uses. */
  freshAlias(hint: string): string
}

/** Which rows: a condition as SQL, or true (all) or false (none), which the engine folds. */
export type Predicate = Sql | boolean

/** The rows that a viewer may see. */
export type Scope = (row: Row) => Predicate

/** Placeholders of a field's arguments (already cast), or null when the argument was not given. */
export type ArgumentsSql = Readonly<Record<string, Sql | null>>

export interface ArgumentModel {
  readonly name: string
  /** SDL type, as `[ID!]` or `Date`. */
  readonly type: string
  /** PostgreSQL type of the bound value, as `uuid[]` or `date`. */
  readonly sqlType: string
  readonly description: string
  /** Default as SDL text, as `25` or `[AREA]`. */
  readonly defaultValue?: string
  /** Of a day: the first and the last that may be given. */
  readonly within?: Span
}

/** The first and the last day of something. */
export interface Span {
  readonly from: string
  readonly until: string
}

/** A field that holds a value (or a list of values). */
export interface FieldModel {
  readonly name: string
  readonly description: string
  /** Named GraphQL type: a scalar (ID String Int Float Boolean Date DateTime Decimal Money JSON) or an enum. */
  readonly type: string
  /** False of a column: it is NOT NULL in the table, and nothing is written for the case that it were. */
  readonly nullable: boolean
  readonly list?: boolean
  /** PostgreSQL type, as `text`, `uuid`, `numeric`, `date`, `timestamptz`, `text[]`, `jsonb`. */
  readonly sqlType: string
  /** Column of the table; or else `sql`. */
  readonly column?: string
  /** SQL expression for a field that is no column. Not filterable or orderable unless said. */
  readonly sql?: (row: Row, args: ArgumentsSql) => Sql
  /**
   * What stands after FROM, where a function works the value out for each row: one row at most, of which `column` is the
   * value, or over which the fields of `object` stand; no row is null, so the field is `nullable`. Neither filterable nor
   * orderable; counted against `maxComputed`.
   */
  readonly from?: (row: Row, args: ArgumentsSql) => Sql
  /** Arguments of `sql` or `from`, as `level(asOf)`. */
  readonly args?: readonly ArgumentModel[]
  /** SQL of what its values are counted in, as a currency: sums, averages and extremes over several such are null. */
  readonly unit?: (row: Row) => Sql
  /** May stand in `orderBy`; default false. */
  readonly orderable?: boolean
  /** Collation by whose rules it stands in orders, where that is not the column's. Its indexes have it too. */
  readonly collation?: string
  /** Is looked through by `search`; default false. */
  readonly searchable?: boolean
  /** May stand in `filter`; default true for columns, false for `sql`. */
  readonly filterable?: boolean
  /** The value is an object of `type` made of these fields over the same row (as `can {update {allowed}}`); `sqlType` is then unused. */
  readonly object?: readonly FieldModel[]
  /** The value (jsonb) is an object of `type`, or with `list` a list of such, with these members, each kept under its own name. */
  readonly parts?: readonly PartModel[]
  /** Narrower than the record: outside this scope the field reads as null, everywhere. Makes it nullable. */
  readonly visibleTo?: Scope
}

/** A member of a value that is kept as jsonb. */
export interface PartModel {
  readonly name: string
  readonly description: string
  /** Named GraphQL type, of a member with `parts` the one that these make. */
  readonly type: string
  readonly nullable: boolean
  readonly list?: boolean
  readonly parts?: readonly PartModel[]
}

/** A relation. `one`: `column` of this table holds the target's id. `many`: `column` of the target's table holds this record's id. */
export interface RelationModel {
  readonly name: string
  readonly description: string
  readonly kind: 'one' | 'many'
  readonly target: string
  readonly column: string
  /** To-one only: NOT NULL in the table. The GraphQL field is nullable all the same when the target is scoped. */
  readonly required?: boolean
  /** To-one: lists may be ordered through it, by the target's orderable fields. To-many: by the number of its rows, as `<name>Count`. */
  readonly orderable?: boolean
  readonly visibleTo?: Scope
  /** To-many only: the rows come from this text after FROM (it may name the parent row's columns), as a plain list without paging. */
  readonly from?: (parent: Row, args: ArgumentsSql) => Sql
  /** Arguments of `from`. With them the rows are a list as any other: filtered, ordered, paged by the target's `key`, and counted against `maxComputed`. */
  readonly args?: readonly ArgumentModel[]
}

/** How versions of one thing are told apart. */
export interface VersionsModel {
  /** The condition of a version that holds now. */
  readonly holds: (row: Row) => Sql
  /** Fields by which versions are told apart: a filter of related rows that names one of them means former versions too. */
  readonly toldBy: readonly string[]
}

export interface RecordModel {
  /** GraphQL type name, as `WorkPackage`. */
  readonly name: string
  /** Root fields, as `workPackage` and `workPackages`. */
  readonly singular: string
  readonly plural: string
  readonly description: string
  /** Table or view; or `from` for a set-returning function. */
  readonly table: string
  /**
   * What stands after FROM, when it is not the table: arguments are those of the root field; `asks` tells whether a field
   * is named by the document at all, so that what is dear and not wanted is left out. Keyed by `key`.
   */
  readonly from?: (row: Row, args: ArgumentsSql, asks: (field: string) => boolean) => Sql
  readonly args?: readonly ArgumentModel[]
  /** Unique column that ends every order; default `id` (uuid). */
  readonly key?: { readonly column: string; readonly sqlType: string }
  readonly fields: readonly FieldModel[]
  readonly relations: readonly RelationModel[]
  readonly scope: Scope
  /** timestamptz column: rows with a value are absent unless the argument `archived: true` is given. */
  readonly archivedColumn?: string
  /** Of what is recorded in versions: those that do not hold now are absent unless the argument `history: true` is given. */
  readonly versions?: VersionsModel
  /** Order when none is asked, before the key. */
  readonly defaultOrder?: readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[]
  /** True: has `x(id)`, is found by `node`, implements Node. Default true when there is an `id` field. */
  readonly node?: boolean
  /** True: the object type exists in the base schema; the engine only extends it. Default true. */
  readonly declared?: boolean
  /** False: no root field of its own (reached only through relations). Default true. */
  readonly root?: boolean
  /** False: no `xSummary`. Default true. */
  readonly summary?: boolean
}

/** A root field that answers one row at most, as `viewer`: `where` picks it. */
export interface SingleModel {
  readonly name: string
  readonly description: string
  readonly record: string
  readonly where: Scope
}

export interface EnumModel {
  readonly name: string
  readonly description: string
  readonly values: readonly string[]
}

export interface Model {
  readonly records: readonly RecordModel[]
  readonly singles?: readonly SingleModel[]
  readonly enums: readonly EnumModel[]
  readonly limits?: Partial<Limits>
}

/** Refused with TOO_COMPLEX before any SQL runs. */
export interface Limits {
  /** Page when `first` and `last` are absent (25). */
  readonly defaultPage: number
  /** Greatest page of a root connection (500), of a nested one (100). */
  readonly maxPage: number
  readonly maxNestedPage: number
  /** Greatest depth of selection (12), product of page sizes (10,000), and the sum of these over all lists (50,000). */
  readonly maxDepth: number
  readonly maxNodes: number
  readonly maxRows: number
  /** Fields of the document with its fragments spread (2,000), items of one list of an input (1,000). */
  readonly maxFields: number
  readonly maxListItems: number
  /** Comparisons and relations of all filters (200), filters within filters (8), letters of a text that is compared or sought (1,000). */
  readonly maxComparisons: number
  readonly maxFilterDepth: number
  readonly maxText: number
  /** Rows among which an order without an index (through a relation, by a count) may be sought (10,000). */
  readonly maxCandidates: number
  /** Rows that functions work out for rows, over the whole document: of fields with `from` and of relations with `args` (10,000). */
  readonly maxComputed: number
}
