import { allRecords, fieldOf, isRecorded, type RecordMeta } from '@clusterpolisee/schema'
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql'
import type { Draw } from './draw.js'
import { shown, type World } from './world.js'

export interface RandomDocument {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Fields that the naive side does not answer: moves, lists that functions work out, and what is not a record's own. */
const left = new Set([
  'availableTransitions',
  'adds',
  'hides',
  'by',
  'avg',
  ...allRecords().flatMap(({ figures }) => figures.relations.map(({ name }) => name)),
])
/** Versions of what is recorded are no changes of it: functions work them out too. */
const isLeft = (name: string, record: RecordMeta | undefined) => left.has(name) || (name === 'history' && !record?.audited)
const paging = new Set(['first', 'after', 'last', 'before'])

/** Cursors keep their names, by which they are found in answers and not compared. */
const isCursor = (name: string) => /cursor$/i.test(name)

/** What may be done then depends on states and conditions, which journeys look at. */
const isMovedByState = (record: RecordMeta | undefined) =>
  record !== undefined && (record.during !== undefined || record.when.length > 0 || record.deeds.length > 0)

/** Writes random legal documents over the schema, whose filters mostly name values that are there. */
export class DocumentMaker {
  private variables: Record<string, unknown> = {}
  private declared: string[] = []
  private fragments: string[] = []

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly world: World,
    private readonly draw: Draw,
  ) {}

  /** Some root fields, each with an alias of its own. */
  make(): RandomDocument {
    const roots = Array.from({ length: this.draw.between(1, 3) }, (_, index) => `r${index}: ${this.root()}`)
    return this.finished(roots.join('\n'))
  }

  /** One list with a given order and filter, from a cursor on. */
  walk(record: RecordMeta, args: string, cursorArgument: string): RandomDocument {
    const selection = this.selection(this.objectType(`${record.name}Connection`), 1)
    return this.finished(`list: ${record.plural}(${[args, cursorArgument].filter(Boolean).join(', ')}) ${selection}`)
  }

  /** Filter and order of a list, as text without variables. */
  listText(record: RecordMeta): string {
    const field = this.schema.getQueryType()?.getFields()[record.plural]
    const args = field?.args.filter(({ name }) => ['filter', 'orderBy', 'search', 'archived', 'history'].includes(name) && this.draw.chance(0.6)) ?? []
    return args.map((argument) => `${argument.name}: ${this.literal(argument.type, this.argumentValue(argument, record))}`).join(', ')
  }

  private finished(body: string): RandomDocument {
    const head = this.declared.length > 0 ? `query (${this.declared.join(', ')})` : 'query'
    const made = { text: `${head} {\n${body}\n}\n${this.fragments.join('\n')}`, variables: this.variables }
    this.variables = {}
    this.declared = []
    this.fragments = []
    return made
  }

  private root(): string {
    const record = this.draw.pick(allRecords()) as RecordMeta
    const query = this.schema.getQueryType()?.getFields() ?? {}
    const kind = this.draw.pick(['list', 'list', 'list', 'one', 'summary', 'node', 'nodes'])
    const id = () => JSON.stringify(this.draw.chance(0.1) ? this.draw.uuid() : (this.draw.pick(this.world.of(record.name))?.id ?? this.draw.uuid()))
    if (kind === 'one') return `${record.singular}(id: ${id()}${isRecorded(record) ? this.history() : ''}) ${this.selection(this.objectType(record.name), 1)}`
    if (kind === 'node') {
      const { name } = this.draw.chance(0.3) ? (this.draw.pick(allRecords()) as RecordMeta) : record
      return `node(id: ${id()}) { __typename id ... on ${name} ${this.selection(this.objectType(name), 1)} }`
    }
    if (kind === 'nodes')
      return `nodes(ids: [${id()}, ${id()}]${this.history()}) { id ... on ${record.name} ${this.selection(this.objectType(record.name), 2)} }`
    const name = kind === 'summary' && query[`${record.plural}Summary`] ? `${record.plural}Summary` : record.plural
    return this.field(query[name] as GraphQLField<unknown, unknown>, 0, record)
  }

  /** Former versions of what is recorded are asked for half the time. */
  private history(): string {
    return this.draw.chance(0.5) ? ', history: true' : ''
  }

  private selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: inner }) =>
        !isLeft(name, this.recordOf(type.name)) &&
        !(name === 'can' && isMovedByState(this.recordOf(type.name))) &&
        (depth < 4 || isLeafType(getNamedType(inner))),
    )
    const chosen = this.draw
      .some(fields, 4)
      .map((field, index) => `${!isCursor(field.name) && this.draw.chance(0.2) ? `a${index}: ` : ''}${this.field(field, depth, undefined, this.condition())}`)
    const all = [...(chosen.length === 0 || this.draw.chance(0.15) ? ['__typename'] : []), ...chosen]
    if (this.draw.chance(0.1)) return `{ ${this.draw.chance(0.5) ? '__typename' : 'itsType: __typename'} ... on ${type.name} { ${all.join(' ')} } }`
    if (!this.draw.chance(0.1)) return `{ ${all.join(' ')} }`
    const name = `F${this.fragments.length}`
    this.fragments.push(`fragment ${name} on ${type.name} { ${all.join(' ')} }`)
    return `{ ...${name} }`
  }

  private condition(): string {
    if (!this.draw.chance(0.06)) return ''
    return ` @${this.draw.pick(['skip', 'include'])}(if: ${this.draw.chance(0.5) ? this.variable('Boolean!', this.draw.chance(0.5)) : this.draw.chance(0.5)})`
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, record?: RecordMeta, condition = ''): string {
    const named = getNamedType(field.type)
    const args = this.arguments(field, record ?? this.recordOf(named.name))
    return `${field.name}${args}${condition}${isObjectType(named) ? ` ${this.selection(named, depth + 1)}` : ''}`
  }

  private recordOf(type: string): RecordMeta | undefined {
    return allRecords().find(
      ({ name }) => type === name || type === `${name}Connection` || type.startsWith(`${name}Group`) || new RegExp(`^${name}(Sums|Extremes)$`).test(type),
    )
  }

  private arguments(field: GraphQLField<unknown, unknown>, record: RecordMeta | undefined): string {
    const chosen = field.args.filter(
      ({ name, defaultValue }) => !paging.has(name) && (name === 'groupBy' || this.draw.chance(defaultValue === undefined ? 0.4 : 0.2)),
    )
    const parts = chosen.flatMap((argument) => {
      const value = this.argumentValue(argument, record)
      if (value === undefined) return []
      return [`${argument.name}: ${this.draw.chance(0.3) ? this.variable(String(argument.type), value) : this.literal(argument.type, value)}`]
    })
    const isList = field.args.some(({ name }) => name === 'after')
    const all = [...parts, ...(isList && this.draw.chance(0.7) ? [`${this.draw.pick(['first', 'last'])}: ${this.draw.between(0, 5)}`] : [])]
    return all.length > 0 ? `(${all.join(', ')})` : ''
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`
    const isDefault = !type.endsWith('!') && this.draw.chance(0.1)
    this.declared.push(`$${name}: ${type}${isDefault ? ' = null' : ''}`)
    this.variables[name] = value
    return `$${name}`
  }

  private argumentValue(argument: GraphQLArgument, record: RecordMeta | undefined): unknown {
    if (argument.name === 'search') return this.draw.pick(['', ' ', 'energ', 'ENERGIE', 'skills', '%', '_', 'partner', 'ș'])
    if (argument.name === 'archived' || argument.name === 'history') return this.draw.chance(0.5)
    if (argument.name === 'language') return this.draw.pick(['en', 'it', 'ro'])
    if (argument.name === 'filter') return record ? this.filter(record, 2) : undefined
    if (argument.name === 'orderBy' || argument.name === 'groupBy') return this.listOf(argument.type)
    return undefined
  }

  private listOf(type: GraphQLInputType): unknown {
    const nullable = getNullableType(type)
    const item = isListType(nullable) ? getNullableType(nullable.ofType as GraphQLInputType) : nullable
    return Array.from({ length: this.draw.between(0, 2) }, () => this.oneOf(item))
  }

  /** An enum value, or an input with exactly one field of those that the naive side knows. */
  private oneOf(type: GraphQLInputType): unknown {
    if (isEnumType(type)) return this.draw.pick(type.getValues().map(({ name }) => name))
    if (!isInputObjectType(type)) return undefined
    const fields = Object.values(type.getFields()).filter(({ name }) => !left.has(name) && name !== 'key')
    const field = this.draw.pick(fields)
    return field ? { [field.name]: this.oneOf(getNullableType(field.type) as GraphQLInputType) } : undefined
  }

  private filter(record: RecordMeta, depth: number): Record<string, unknown> {
    const type = this.schema.getType(`${record.name}Filter`)
    const names = isInputObjectType(type) ? Object.keys(type.getFields()) : []
    const entries = this.draw.some(names, 2).map((name) => [name, this.filterPart(record, name, depth)] as const)
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }

  private filterPart(record: RecordMeta, name: string, depth: number): unknown {
    if (name === 'and' || name === 'or') return depth > 0 ? Array.from({ length: this.draw.between(0, 2) }, () => this.filter(record, depth - 1)) : undefined
    if (name === 'not') return depth > 0 ? this.filter(record, depth - 1) : undefined
    const many = record.many.find((relation) => relation.name === name)
    if (many) return depth > 0 ? { [this.draw.pick(['some', 'none', 'every']) ?? 'some']: this.filter(this.record(many.target()), depth - 1) } : undefined
    if (name === 'history' && record.audited)
      return depth > 0 ? { [this.draw.pick(['some', 'none', 'every']) ?? 'some']: this.filter(this.record('AuditEntry'), depth - 1) } : undefined
    const field = fieldOf(record, name)
    if (field?.kind === 'belongsTo') return depth > 0 ? this.filter(this.record(field.target?.() ?? ''), depth - 1) : undefined
    return isLeft(name, record) ? undefined : this.comparison(record, name)
  }

  private comparison(record: RecordMeta, name: string): unknown {
    const field = fieldOf(record, name)
    const values = this.world.of(record.name).map((row) => {
      const value = name === 'id' ? row.id : row.values[name]
      if (field?.kind === 'localised') return (value as Record<string, string> | null)?.en
      return field ? shown(field, value) : value
    })
    const known = values.filter((value) => value !== null && value !== undefined)
    const value = this.draw.pick(known)
    if (value === undefined) return { isNull: this.draw.chance(0.5) }
    const several = Array.from({ length: this.draw.between(0, 3) }, () => this.draw.pick(known))
    const ordered = name !== 'id' && field?.kind !== 'flag' && field?.kind !== 'choice'
    const piece = typeof value === 'string' ? value.slice(0, this.draw.between(0, 4)) : ''
    const isText = typeof value === 'string' && ordered && field?.kind !== 'day' && field?.kind !== 'moment' && field !== undefined
    const choices: Record<string, unknown>[] = [
      { eq: value },
      { ne: value },
      { eq: null },
      { ne: null },
      { in: several },
      { notIn: several },
      { isNull: this.draw.chance(0.5) },
      ...(ordered ? [{ lt: value }, { lte: value }, { gt: value }, { gte: value }, { gte: value, ne: this.draw.pick(known) }] : []),
      ...(isText ? [{ contains: this.draw.chance(0.5) ? piece.toUpperCase() : piece }, { startsWith: piece }] : []),
    ]
    return this.draw.pick(choices)
  }

  private record(name: string): RecordMeta {
    return allRecords().find((record) => record.name === name) as RecordMeta
  }

  private objectType(name: string): GraphQLObjectType {
    return this.schema.getType(name) as GraphQLObjectType
  }

  /** A value as it stands in a document. */
  private literal(type: GraphQLInputType, value: unknown): string {
    const nullable = getNullableType(type)
    if (value === null || value === undefined) return 'null'
    if (isListType(nullable)) return `[${(value as unknown[]).map((item) => this.literal(nullable.ofType as GraphQLInputType, item)).join(', ')}]`
    if (isEnumType(nullable)) return String(value)
    if (!isInputObjectType(nullable)) return JSON.stringify(value)
    const fields = nullable.getFields()
    return `{${Object.entries(value)
      .map(([name, inner]) => `${name}: ${this.literal(fields[name]?.type as GraphQLInputType, inner)}`)
      .join(', ')}}`
  }
}
