import { readFileSync } from 'node:fs'
import type { RecordMeta } from '@clusterpolisee/schema'
import { allRecords, recordMeta } from '@clusterpolisee/schema'
import { buildSchema, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import { holds, type ListArguments, NaiveLists } from './naive-lists.js'
import { summaryOf } from './naive-summaries.js'
import { offers, type Rights } from './rules.js'
import { type Row, shown, type World } from './world.js'

const sdl = readFileSync(new URL('../../packages/contract/schema.graphql', import.meta.url), 'utf8')

/** What the naive resolvers are given: all rows, whose rights, and which row a cursor stands for. */
export interface NaiveContext {
  readonly world: World
  readonly rights: Rights
  readonly rowOfCursor: (cursor: string) => string
}

type Resolver = GraphQLFieldResolver<unknown, NaiveContext>

/** The contract's schema, answered by graphql-js from rows in memory. */
export function naiveSchema(): GraphQLSchema {
  const schema = buildSchema(sdl)
  for (const record of allRecords()) addRecord(schema, record)
  const query = schema.getQueryType()?.getFields() ?? {}
  const any = (id: unknown, history: boolean, { world, rights }: NaiveContext) => {
    const row = world.anywhere(id)
    return row && rights.mayRead(row) && (history || holds(row)) ? row : null
  }
  if (query.node) query.node.resolve = (_, { id, history }, context: NaiveContext) => any(id, history, context)
  if (query.nodes) query.nodes.resolve = (_, { ids, history }, context: NaiveContext) => ids.map((id: string) => any(id, history, context))
  const node = schema.getType('Node')
  if (node && 'resolveType' in node) node.resolveType = (row: Row) => row.record.name
  return schema
}

function addRecord(schema: GraphQLSchema, record: RecordMeta): void {
  const type = schema.getType(record.name)
  if (!isObjectType(type)) return
  const fields = type.getFields()
  const resolvers: Record<string, Resolver> = { ...valueResolvers(record), ...relationResolvers(record), ...rightsResolvers(record) }
  for (const [name, resolve] of Object.entries(resolvers)) if (fields[name]) fields[name].resolve = resolve
  const query = schema.getQueryType()?.getFields() ?? {}
  const visible = ({ world, rights }: NaiveContext) => world.of(record.name).filter((row) => rights.mayRead(row))
  const roots: Record<string, Resolver> = {
    [record.plural]: (_, args, context) => new NaiveLists(context).connection(record, visible(context), args as ListArguments),
    [record.singular]: (_, { id, history }, context) => visible(context).find((row) => row.id === id && (history || holds(row))) ?? null,
    [`${record.plural}Summary`]: (_, args, context) =>
      summaryOf(context, record, new NaiveLists(context).selected(record, visible(context), args as ListArguments), (args.groupBy ?? []).map(fieldOfGroup)),
  }
  for (const [name, resolve] of Object.entries(roots)) if (query[name]) query[name].resolve = resolve
}

/** `PUBLISHED_YEAR` names `publishedYear`. */
const fieldOfGroup = (name: string) => name.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function valueResolvers(record: RecordMeta): Record<string, Resolver> {
  const plain = ['id', 'version', ...[...record.computed, ...record.figures.fields].map(({ name }) => name)].map((name): [string, Resolver] => [
    name,
    (row, _, { rights }) => (name === 'id' ? (row as Row).id : rights.seesField(row as Row, name) ? (row as Row).values[name] : null),
  ])
  const fields = record.fields
    .filter((field) => field.kind !== 'belongsTo')
    .flatMap((field): [string, Resolver][] => {
      const read: Resolver = (row, _, { rights }) => (rights.seesField(row as Row, field.name) ? shown(field, (row as Row).values[field.name]) : null)
      if (field.kind !== 'localised') return [[field.name, read]]
      return [
        [`${field.name}Translations`, read],
        [field.name, (row, { language }) => inLanguage((row as Row).values[field.name], language)],
      ]
    })
  const spoken = record.computed
    .filter((field) => field.spoken)
    .map(({ name }): [string, Resolver] => [name, (row, { language }) => inLanguage((row as Row).values[name], language)])
  return Object.fromEntries([...plain, ...spoken, ...fields])
}

/** In the language asked, else English, else the first by the alphabet of the texts. */
export function inLanguage(translations: unknown, language: string | null | undefined): string | null {
  const texts = translations as Record<string, string> | null
  if (!texts) return null
  return texts[language ?? 'en'] ?? texts.en ?? Object.values(texts).sort((a, b) => (a < b ? -1 : 1))[0] ?? null
}

function relationResolvers(record: RecordMeta): Record<string, Resolver> {
  const one = record.fields
    .filter((field) => field.kind === 'belongsTo')
    .map((field): [string, Resolver] => [
      field.name,
      (row, _, { world, rights }) => {
        const target = world.related(row as Row, field.name)
        return target && rights.mayRead(target) ? target : null
      },
    ])
  const many = record.many.map((relation): [string, Resolver] => [
    relation.name,
    (row, args, context) => {
      const lists = new NaiveLists(context)
      const target = lists.targetOf(relation)
      return lists.connection(target, lists.children(row as Row, relation), args as ListArguments)
    },
  ])
  const history: Resolver = (row, args, context) => {
    const lists = new NaiveLists(context)
    return lists.connection(recordMeta('AuditEntry'), lists.changes(row as Row), args as ListArguments)
  }
  return Object.fromEntries([...one, ...many, ...(record.audited ? [['history', history] as const] : [])])
}

function rightsResolvers(record: RecordMeta): Record<string, Resolver> {
  const move = (verb: 'update' | 'archive' | 'delete', row: Row, rights: Rights) => {
    const allowed = offers(record, verb) && rights.mayWrite(row)
    return { allowed, reason: allowed ? null : offers(record, verb) ? 'NOT_YOURS' : 'NOT_OFFERED' }
  }
  return {
    hidden: (row, _, { rights }) => record.fields.filter((field) => !rights.seesField(row as Row, field.name)).map((field) => field.name),
    can: (row, _, { rights }) => ({
      update: move('update', row as Row, rights),
      archive: move('archive', row as Row, rights),
      delete: move('delete', row as Row, rights),
    }),
  }
}
