import { type GraphQLSchema, isObjectType } from 'graphql'
import { Catalogue, countedRelations, countName, hasSummary, isNode } from '../catalogue.js'
import type { ArgumentModel, EnumModel, FieldModel, Model, PartModel, RecordModel, RelationModel } from '../model.js'
import { filterSdl, operatorsSdl } from './filter-sdl.js'
import { summarySdl } from './summary-sdl.js'

/** A description, as SDL. */
export const described = (text: string, line: string): string => `  ${JSON.stringify(text)}\n  ${line}`

/**
 * The read side of a model as SDL, for `extendSchema(base, parse(sdl))`. Types that the base schema has are extended by
 * what they lack; the others are declared whole.
 */
export function readSide(model: Model, base: GraphQLSchema): string {
  const catalogue = new Catalogue(model)
  const types = model.records.flatMap((record) => [
    objectSdl(record, base, catalogue),
    ...(catalogue.isListed(record) ? [connectionSdl(record), filterSdl(record, catalogue), orderSdl(record, catalogue)] : []),
    hasSummary(record) ? summarySdl(record) : '',
  ])
  const roots = model.records.flatMap(rootSdl)
  const singles = (model.singles ?? []).map((single) => described(single.description, `${single.name}: ${single.record}`))
  return [
    shared,
    ...model.enums.filter(({ name }) => !base.getType(name)).map(enumSdl),
    operatorsSdl(catalogue),
    ...new Set(objectFieldTypes(model, base)),
    ...types,
    `extend type Query {\n${[...roots, ...singles, nodeRoots].join('\n')}\n}`,
  ].join('\n\n')
}

const shared = `"""A record with an identity."""
interface Node {
  """Identity of the record."""
  id: ID!
}

"""Where a page stands in its list."""
type PageInfo {
  """True: there is a page after this one."""
  hasNextPage: Boolean!
  """True: there is a page before this one."""
  hasPreviousPage: Boolean!
  """Cursor of the first row, for before."""
  startCursor: String
  """Cursor of the last row, for after."""
  endCursor: String
}

"""Smallest or greatest first; rows without a value come last."""
enum OrderDirection {
  """Smallest first."""
  ASC
  """Greatest first."""
  DESC
}`

const formerToo = '"""True: former versions of what is recorded too.""" history: Boolean = false'

/** Relay knows `node` by its one argument; a former version is asked for by `nodes`, or by its own record's name. */
const nodeRoots = [
  described('Any record by its id, or null.', 'node("""Identity of the record.""" id: ID!): Node'),
  described('Records by their ids, in that order; null where there is none.', `nodes("""Identities of the records.""" ids: [ID!]!, ${formerToo}): [Node]!`),
].join('\n')

const enumSdl = ({ name, description, values }: EnumModel) =>
  `${JSON.stringify(description)}\nenum ${name} {\n${values.map((value) => `  ${value}`).join('\n')}\n}`

function objectSdl(record: RecordModel, base: GraphQLSchema, catalogue: Catalogue): string {
  const existing = base.getType(record.name)
  const has = isObjectType(existing) ? existing.getFields() : {}
  const fields = [...record.fields.map(fieldSdl), ...record.relations.map((relation) => relationSdl(relation, catalogue))]
  const names = [...record.fields, ...record.relations].map((field) => field.name)
  const lacking = fields.filter((_, index) => !((names[index] ?? '') in has))
  const implementing = isNode(record) ? ' implements Node' : ''
  const head = isObjectType(existing) ? 'extend type' : `${JSON.stringify(record.description)}\ntype`
  return `${head} ${record.name}${implementing} {\n${lacking.join('\n')}\n}`
}

function fieldSdl(field: Pick<FieldModel, 'name' | 'description' | 'type' | 'nullable' | 'list' | 'args'>): string {
  const type = field.list ? `[${field.type}!]` : field.type
  return described(field.description, `${field.name}${argumentsSdl(field.args ?? [])}: ${type}${field.nullable ? '' : '!'}`)
}

function argumentsSdl(args: readonly ArgumentModel[]): string {
  if (args.length === 0) return ''
  const parts = args.map(
    ({ name, type, description, defaultValue }) => `${JSON.stringify(description)} ${name}: ${type}${defaultValue === undefined ? '' : ` = ${defaultValue}`}`,
  )
  return `(${parts.join(', ')})`
}

function relationSdl(relation: RelationModel, catalogue: Catalogue): string {
  const target = catalogue.record(relation.target)
  if (relation.kind === 'one') return described(relation.description, `${relation.name}: ${target.name}`)
  if (relation.from && !relation.args) return described(relation.description, `${relation.name}: [${target.name}!]!`)
  const own = argumentsSdl(relation.args ?? []).slice(1, -1)
  return described(relation.description, `${relation.name}(${[own, listArguments(target)].filter(Boolean).join(', ')}): ${target.name}Connection!`)
}

/** Arguments of every list; they mean the same everywhere, and are described where the server describes its root type. */
function listArguments(record: RecordModel): string {
  return [rowArguments(record), `orderBy: [${record.name}Order!]`, 'first: Int', 'after: String', 'last: Int', 'before: String'].join(', ')
}

/** Arguments that say which rows. */
function rowArguments(record: RecordModel): string {
  const searchable = record.fields.some((field) => field.searchable)
  return [
    `filter: ${record.name}Filter`,
    ...(searchable ? ['search: String'] : []),
    ...(record.archivedColumn ? ['archived: Boolean = false'] : []),
    ...historyArgument(record),
  ].join(', ')
}

/** Of what is recorded in versions. */
const historyArgument = ({ versions }: RecordModel): string[] => (versions ? ['history: Boolean = false'] : [])

/** A record is described at its type; the list of one that comes from a function, by its arguments. */
function rootSdl(record: RecordModel): string[] {
  if (record.root === false) return []
  const own = argumentsSdl(record.args ?? []).slice(1, -1)
  const rows = (further: string) => [own, further].filter(Boolean).join(', ')
  return [
    `  ${record.plural}(${rows(listArguments(record))}): ${record.name}Connection!`,
    ...(isNode(record) ? [`  ${record.singular}(${['id: ID!', ...historyArgument(record)].join(', ')}): ${record.name}`] : []),
    ...(hasSummary(record) ? [`  ${record.plural}Summary(${rows(rowArguments(record))}, groupBy: [${record.name}GroupField!]): ${record.name}Summary!`] : []),
  ]
}

const connectionSdl = ({ name }: RecordModel) => `"""A page of a list; all its rows are counted only when asked."""
type ${name}Connection {
  nodes: [${name}!]!
  edges: [${name}Edge!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

"""A row with its cursor, an opaque place in this order."""
type ${name}Edge {
  node: ${name}!
  cursor: String!
}`

function orderSdl(record: RecordModel, catalogue: Catalogue): string {
  const fields = record.fields.filter((field) => field.orderable).map(({ name }) => `${name}: OrderDirection`)
  const relations = record.relations
    .filter((relation) => relation.kind === 'one' && relation.orderable)
    .filter((relation) => catalogue.record(relation.target).fields.some((field) => field.orderable))
    .map(({ name, target }) => `${name}: ${target}Order`)
  const counts = countedRelations(record).map((relation) => `${countName(relation)}: OrderDirection`)
  const key = isNode(record) ? ['id: OrderDirection'] : []
  const all = [...key, ...fields, ...relations, ...counts]
  const lines = all.length > 0 ? all : ['key: OrderDirection']
  return `"""One key of an order: exactly one field."""\ninput ${record.name}Order {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`
}

/** Object types that fields with `object` or `parts` need, where the base schema lacks them. */
function objectFieldTypes(model: Model, base: GraphQLSchema): string[] {
  const declared = new Map<string, string>()
  const visit = ({ type, description, ...field }: FieldModel | PartModel) => {
    const members = ('object' in field ? field.object : undefined) ?? field.parts
    if (!members || base.getType(type) || declared.has(type)) return
    declared.set(type, `${JSON.stringify(description)}\ntype ${type} {\n${members.map(fieldSdl).join('\n')}\n}`)
    members.forEach(visit)
  }
  for (const record of model.records) record.fields.forEach(visit)
  return [...declared.values()]
}
