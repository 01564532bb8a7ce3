import { getMetadataArgsStorage } from 'typeorm'
import { allRecords, type Personal, type SaidOfPerson, saidOfPerson, snakeCase } from './model/index.js'

/** A column of any table, and what it says of a person. */
interface TableColumn {
  /** Its record's name; null of a table that is no record. */
  readonly record: string | null
  readonly table: string
  readonly property: string
  readonly column: string
  readonly optional: boolean
  /** Table of the row that it leads to, where it is a key that is known as one. */
  readonly leadsTo: string | null
  readonly said: SaidOfPerson | undefined
}

/** A column that says something of a person: where it is, why and until when it is kept, and what erasing the person does to it. */
export interface PersonalColumn extends Omit<TableColumn, 'said' | 'leadsTo'>, Omit<Personal, 'over'> {
  /** `app_user` where it names an account, else the table over whose row it leads to one; null where it says something itself. */
  readonly leadsTo: string | null
}

/** The table of accounts. */
export const ACCOUNTS = 'app_user'

/** A mail that waits to be sent: an e-mail, or whose account or session it is about. The queue makes its table itself. */
const QUEUED_MAIL: PersonalColumn = {
  record: null,
  table: 'graphile_worker._private_jobs',
  property: 'payload',
  column: 'payload',
  optional: false,
  leadsTo: null,
  purpose: 'ACCOUNT',
  until: 'EXPIRED',
  erase: 'DELETE',
}

/** All that is kept of people, in all tables, in the order of tables and their columns: page, export, erasure and retention go by it. */
export const personalColumns = (): readonly PersonalColumn[] => {
  columns ??= [...declaredColumns(), QUEUED_MAIL]
  return columns
}

/** Made when first asked for, when all classes are loaded. */
let columns: readonly PersonalColumn[] | undefined

const declaredColumns = (): readonly PersonalColumn[] =>
  allColumns().flatMap(({ said, ...column }) => {
    if (said === undefined || typeof said === 'string') return []
    const { over, ...personal } = said
    return [{ ...column, ...personal, leadsTo: over ?? column.leadsTo }]
  })

/** Those of one table. */
export const personalColumnsOf = (table: string): readonly PersonalColumn[] => personalColumns().filter((column) => column.table === table)

/** All tables that keep something of people. */
export const personalTables = (): readonly string[] => [...new Set(personalColumns().map(({ table }) => table))]

/** Columns that smell of a person and are nobody's, with the reason. */
export const impersonalColumns = () => allColumns().flatMap(({ said, ...column }) => (typeof said === 'string' ? [{ ...column, why: said }] : []))

/** Sentences for columns that smell of a person and do not say what they are kept for. */
export const unsaidColumns = (): readonly string[] =>
  allColumns()
    .filter((column) => column.said === undefined && smellsOfPerson(column))
    .map(({ table, column }) => `${table}.${column} seems to say something of a person: give it \`personal\`, or a sentence why it does not`)

const SMELLS =
  /(^|_)(e?mail|phone|name|network|address|device|agent|browser|person|user|contact|by|who|job|conflict|subject|secret|credential|birth|photo)(_|$)/

/** Whether a column is likely to say something of a person, by its name, or because it leads to an account. */
export const smellsOfPerson = ({ column, leadsTo }: Pick<TableColumn, 'column' | 'leadsTo'>): boolean =>
  leadsTo === ACCOUNTS || (leadsTo === null && SMELLS.test(column))

function allColumns(): readonly TableColumn[] {
  const { tables } = getMetadataArgsStorage()
  return tables
    .flatMap(({ target, name }) => (typeof target === 'function' && name ? columnsOf(target, name) : []))
    .sort((one, other) => one.table.localeCompare(other.table))
}

/** Those of a class and of the classes that it extends, base first. */
function columnsOf(type: object & { prototype: object; name: string }, table: string): TableColumn[] {
  const { columns, joinColumns, relations } = getMetadataArgsStorage()
  const classes = lineage(type)
  const record = allRecords().find((candidate) => candidate.type === type) ?? null
  const about = (property: string) => ({ record: record?.name ?? null, table, property, said: saidOfPerson(type.prototype, property) })
  return classes.flatMap((target) => [
    ...columns
      .filter((column) => column.target === target)
      .map(({ propertyName, options }) => ({
        ...about(propertyName),
        column: options.name ?? snakeCase(propertyName),
        optional: options.nullable === true,
        leadsTo: /(^|_)user_id$/.test(options.name ?? '') ? ACCOUNTS : null,
      })),
    ...joinColumns
      .filter((column) => column.target === target)
      .map(({ propertyName, name }) => ({
        ...about(propertyName),
        column: name ?? `${snakeCase(propertyName)}_id`,
        optional: relations.find((relation) => relation.target === target && relation.propertyName === propertyName)?.options.nullable !== false,
        leadsTo: tableOf(record?.fields.find((field) => field.name === propertyName)?.target?.() ?? ''),
      })),
  ])
}

const tableOf = (record: string): string | null => allRecords().find(({ name }) => name === record)?.table ?? null

function lineage(type: object): object[] {
  const chain: object[] = []
  for (let at: object | null = type; typeof at === 'function' && at !== Function.prototype; at = Object.getPrototypeOf(at)) chain.unshift(at)
  return chain
}
