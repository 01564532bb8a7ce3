import { type GraphQLSchema, isObjectType } from 'graphql'
import { Catalogue, countedRelations, countName, hasSummary, isNode } from '../catalogue.js'
import type { ArgumentModel, EnumModel, FieldModel, Model, RecordModel, RelationModel } from '../model.js'
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
    connectionSdl(record),
    filterSdl(record, catalogue),
    orderSdl(record, catalogue),
    hasSummary(record) ? summarySdl(record) : '',
  ])
  const roots = model.records.flatMap(rootSdl)
  const singles = (model.singles ?? []).map((single) => described(single.description, `${single.name}: ${single.record}`))
  return [
    shared,
    ...model.enums.filter(({ name }) => !base.getType(name)).map(enumSdl),
    operatorsSdl(model.enums),
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

const nodeRoots = [
  described('Any record by its id, or null.', 'node("""Identity of the record.""" id: ID!): Node'),
  described('Records by their ids, in that order; null where there is none.', 'nodes("""Identities of the records.""" ids: [ID!]!): [Node]!'),
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

function fieldSdl(field: FieldModel): string {
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
  if (relation.from) return described(relation.description, `${relation.name}: [${target.name}!]!`)
  return described(relation.description, `${relation.name}(${listArguments(target)}): ${target.name}Connection!`)
}

/** Arguments of every list. */
function listArguments(record: RecordModel): string {
  const searchable = record.fields.some((field) => field.searchable)
  return [
    `"""Which rows.""" filter: ${record.name}Filter`,
    ...(searchable ? ['"""Words to look for; accents and case do not matter.""" search: String'] : []),
    ...(record.archivedColumn ? ['"""True: archived rows too.""" archived: Boolean = false'] : []),
    `"""In which order; the id ends every order.""" orderBy: [${record.name}Order!]`,
    '"""Rows of the page.""" first: Int',
    '"""The page after this cursor.""" after: String',
    '"""Rows of the page, counted from the end.""" last: Int',
    '"""The page before this cursor.""" before: String',
  ].join(', ')
}

function rootSdl(record: RecordModel): string[] {
  if (record.root === false) return []
  const own = argumentsSdl(record.args ?? []).slice(1, -1)
  const list = described(record.description, `${record.plural}(${[own, listArguments(record)].filter(Boolean).join(', ')}): ${record.name}Connection!`)
  const one = described(`${record.description} Null when there is none.`, `${record.singular}("""Identity of the record.""" id: ID!): ${record.name}`)
  return [list, ...(isNode(record) ? [one] : []), ...(hasSummary(record) ? [summaryRoot(record)] : [])]
}

function summaryRoot(record: RecordModel): string {
  const own = argumentsSdl(record.args ?? []).slice(1, -1)
  const searchable = record.fields.some((field) => field.searchable)
  const args = [
    own,
    `"""Which rows.""" filter: ${record.name}Filter`,
    searchable ? '"""Words to look for.""" search: String' : '',
    record.archivedColumn ? '"""True: archived rows too.""" archived: Boolean = false' : '',
    `"""What makes a group; none: one group of all.""" groupBy: [${record.name}GroupField!]`,
  ]
  return described(`Counts and sums of: ${record.description}`, `${record.plural}Summary(${args.filter(Boolean).join(', ')}): ${record.name}Summary!`)
}

function connectionSdl(record: RecordModel): string {
  const name = record.name
  return `"""A page of a list."""
type ${name}Connection {
  """The rows of the page."""
  nodes: [${name}!]!
  """The rows with their cursors."""
  edges: [${name}Edge!]!
  """Where the page stands."""
  pageInfo: PageInfo!
  """Rows of the whole list; counted only when asked."""
  totalCount: Int!
}

"""A row with its cursor."""
type ${name}Edge {
  """The row."""
  node: ${name}!
  """Its place in this order, opaque."""
  cursor: String!
}`
}

function orderSdl(record: RecordModel, catalogue: Catalogue): string {
  const fields = record.fields.filter((field) => field.orderable).map((field) => described(field.description, `${field.name}: OrderDirection`))
  const relations = record.relations
    .filter((relation) => relation.kind === 'one' && relation.orderable)
    .filter((relation) => catalogue.record(relation.target).fields.some((field) => field.orderable))
    .map((relation) => described(relation.description, `${relation.name}: ${relation.target}Order`))
  const counts = countedRelations(record).map((relation) => described(`Number of rows: ${relation.description}`, `${countName(relation)}: OrderDirection`))
  const key = isNode(record) ? [described('Identity.', 'id: OrderDirection')] : []
  const all = [...key, ...fields, ...relations, ...counts]
  const lines = all.length > 0 ? all : [described('Key.', 'key: OrderDirection')]
  return `"""One key of an order: exactly one field."""\ninput ${record.name}Order {\n${lines.join('\n')}\n}`
}

/** Object types that fields with `object` need, where the base schema lacks them. */
function objectFieldTypes(model: Model, base: GraphQLSchema): string[] {
  const declared = new Map<string, string>()
  const visit = (field: FieldModel) => {
    if (!field.object || base.getType(field.type) || declared.has(field.type)) return
    declared.set(field.type, `${JSON.stringify(field.description)}\ntype ${field.type} {\n${field.object.map(fieldSdl).join('\n')}\n}`)
    field.object.forEach(visit)
  }
  for (const record of model.records) record.fields.forEach(visit)
  return [...declared.values()]
}
