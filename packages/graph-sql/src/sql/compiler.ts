import { type FieldNode, GraphQLError, type GraphQLObjectType, getArgumentValues, isEnumType, isObjectType } from 'graphql'
import { type Catalogue, fieldNamed, isColumn, type RootField, relationNamed } from '../catalogue.js'
import { badInput, tooComplex } from '../errors.js'
import type { ArgumentModel, FieldModel, PartModel, Predicate, RecordModel, RelationModel, Row, Scope, Sql } from '../model.js'
import { below, collect, type Request, type Selected } from '../read/selection.js'
import { type Amount, lengthOf, mapped, valueIn } from '../read/variables.js'
import { isUuid } from '../uuid.js'
import { ConnectionCompiler } from './connection.js'
import { jsonConstant, jsonList, jsonObject, jsonText, type Member, presentText } from './json-text.js'
import { present } from './present.js'
import { fieldSql, fromOf, guarded, joined, scoped, where } from './scope.js'
import type { Statement } from './statement.js'
import { summaryText } from './summary.js'

type Arguments = Readonly<Record<string, unknown>>

/** How deep and wide the part of the answer is that is being compiled. */
export interface Extent {
  readonly depth: number
  /** Product of the page sizes above. */
  readonly nodes: Amount
  /** True: not below any list yet. */
  readonly root: boolean
}

/** A record asked for by its identity; one that is archived is there, a former version only where `history` asks for it. */
interface Named {
  readonly key: Sql
  readonly history: boolean
}

/** What stands at the root: one of it. */
export const AT_ROOT: Extent = { depth: 1, nodes: () => 1, root: true }

/** Where `node(id)` looks: among the types whose fragments the document holds, or among all. */
export type NodeSearch = 'named' | 'everywhere'

/** Turns the selections of one document into SQL that answers their JSON. */
export class Compiler {
  private readonly connections: ConnectionCompiler
  private fields = 0
  private readonly computed: Amount[] = []
  private readonly rows: Amount[] = []
  /** True: the statement answers null when a `node(id)` is of none of the types that the document names. */
  isNarrow = false

  constructor(
    readonly catalogue: Catalogue,
    readonly request: Request,
    readonly statement: Statement,
    private readonly search: NodeSearch = 'everywhere',
  ) {
    this.connections = new ConnectionCompiler(this)
  }

  /** `{…}` of root fields. */
  roots(selections: readonly Selected[]): Sql {
    this.count(selections.length)
    return this.counted(() => jsonObject(selections.map((selected) => [selected.key, this.root(selected)])))
  }

  private root(selected: Selected): Sql {
    if (selected.name === '__typename') return jsonConstant('Query')
    const root = this.catalogue.root(selected.name)
    if (!root) throw new Error(`${selected.name} is no field of the read side`)
    const args = this.arguments('Query', selected)
    return this.rootText(root, selected, args, AT_ROOT)
  }

  private rootText(root: RootField, selected: Selected, args: Arguments, extent: Extent): Sql {
    switch (root.kind) {
      case 'node':
        return this.node(this.named(args, selected), selected, extent)
      case 'nodes':
        return this.manyRecords(args, selected, extent)
      case 'byId':
        return this.oneRecord(root.record, this.named(args, selected), selected, extent)
      case 'single':
        return this.rowText(root.record, (row) => [root.single.where(row)], selected, extent)
      case 'list':
        return this.connections.root(root.record, selected, args, extent)
      case 'summary':
        return summaryText(this, root.record, selected, args)
    }
  }

  /** What is no identity finds nothing, and is told at its place. */
  private named({ id, history }: Arguments, { key }: Selected): Named {
    this.statement.doubts.push((variables) => notAnId(valueIn(id, variables), [key], 'id'))
    return { key: this.statement.value(mapped(id, uuidOrNull), 'uuid'), history: history === true }
  }

  /** `{…}` of one record by its key, or null: of what was written, whether it holds or was taken back. */
  payload(record: RecordModel, key: Sql, selected: Selected): Sql {
    return this.counted(() => this.oneRecord(record, { key, history: true }, selected, AT_ROOT))
  }

  /** One record by its key, or null. */
  private oneRecord(record: RecordModel, { key, history }: Named, selected: Selected, extent: Extent): Sql {
    return this.rowText(record, (row) => [`${row.alias}.id = ${key}`, ...present(record, row, { archived: true, history })], selected, extent)
  }

  private rowText(record: RecordModel, conditions: (row: Row) => Predicate[], selected: Selected, extent: Extent): Sql {
    const row = this.statement.row(this.statement.alias(record.table))
    const text = this.object(record, row, selected, extent)
    return `coalesce((SELECT ${text} FROM ${fromOf(record, row)}${where([...conditions(row), scoped(record.scope, row)])} LIMIT 1), 'null')`
  }

  private node(named: Named, selected: Selected, extent: Extent): Sql {
    const asked = (type: string) => collect(this.request, type, below(selected)).length
    const common = asked('Node')
    const types = this.search === 'named' ? this.catalogue.nodeRecords().filter(({ name }) => asked(name) > common) : []
    if (types.length === 0) return this.anyRecord(named, selected, extent)
    this.isNarrow = true
    return `coalesce(${this.records(types, named, selected, extent)})`
  }

  private anyRecord(named: Named, selected: Selected, extent: Extent): Sql {
    return `coalesce(${this.records(this.catalogue.nodeRecords(), named, selected, extent)}, 'null')`
  }

  private records(records: readonly RecordModel[], named: Named, selected: Selected, extent: Extent): Sql {
    return records.map((record) => `nullif(${this.oneRecord(record, named, selected, extent)}, 'null')`).join(', ')
  }

  private manyRecords({ ids, history }: Arguments, selected: Selected, extent: Extent): Sql {
    const { maxPage } = this.catalogue.limits
    const length = lengthOf(ids)
    this.statement.holdTo('the number of ids', maxPage, length, 'Ask for fewer at a time.')
    this.statement.doubts.push((variables) => (valueIn(ids, variables) as readonly unknown[]).flatMap((id, place) => notAnId(id, [selected.key, place], 'ids')))
    const list = this.statement.alias('wanted')
    const one = this.anyRecord({ key: `${list}.id`, history: history === true }, selected, { ...extent, nodes: length, root: false })
    const unnested = `unnest(${this.statement.value(mapped(ids, uuidsOrNull), 'uuid[]')}) WITH ORDINALITY ${list} (id, place)`
    return jsonList(`SELECT ${one} FROM ${unnested} ORDER BY ${list}.place`)
  }

  /** `{…}` of one row. */
  object(record: RecordModel, row: Row, selected: Pick<Selected, 'nodes'>, extent: Extent): Sql {
    const deeper = this.deeper(extent)
    const fields = collect(this.request, record.name, below({ key: '', name: '', nodes: selected.nodes }))
    this.count(fields.length)
    return jsonObject(fields.map((field) => [field.key, this.member(record, row, field, deeper)]))
  }

  private member(record: RecordModel, row: Row, selected: Selected, extent: Extent): Sql {
    if (selected.name === '__typename') return jsonConstant(record.name)
    const field = fieldNamed(record, selected.name)
    if (field && isPresent(record, field)) return presentText(field, fieldSql(field, row))
    if (field) return this.field(record.name, field, row, selected, extent)
    const relation = relationNamed(record, selected.name)
    if (!relation) throw new Error(`${record.name}.${selected.name} is no field of the read side`)
    return this.relation(record, row, relation, selected, extent)
  }

  private field(type: string, field: FieldModel, row: Row, selected: Selected, extent: Extent): Sql {
    const args = field.args ? this.argumentsSql(field.args, this.arguments(type, selected)) : {}
    if (field.from) this.countComputed(extent.nodes)
    if (field.object && field.from) return this.workedObject(field, field.from(row, args), row, selected, extent)
    if (field.object) return narrowed(this.objectText(field, row, selected, this.deeper(extent)), field.visibleTo, row)
    const value = fieldSql(field, row, args)
    return field.parts ? this.partsText(field, value, selected, this.deeper(extent)) : jsonText(field, value)
  }

  /** The object that a function answers for a row, or null. */
  private workedObject(field: FieldModel, from: Sql, row: Row, selected: Selected, extent: Extent): Sql {
    const at = this.statement.row(this.statement.alias(field.name.toLowerCase()))
    const text = this.objectText(field, at, selected, this.deeper(extent))
    return narrowed(`coalesce((SELECT ${text} FROM ${from} ${at.alias} LIMIT 1), 'null')`, field.visibleTo, row)
  }

  private objectText(field: FieldModel, row: Row, selected: Selected, extent: Extent): Sql {
    const members = collect(this.request, field.type, below(selected)).map((part): Member => {
      if (part.name === '__typename') return [part.key, jsonConstant(field.type)]
      const inner = field.object?.find((candidate) => candidate.name === part.name)
      if (!inner) throw new Error(`${field.type}.${part.name} is no field of the read side`)
      return [part.key, this.field(field.type, inner, row, part, extent)]
    })
    return jsonObject(members)
  }

  /** What is asked of a jsonb value that is an object or a list of objects; the value is worked out once. */
  private partsText({ type, list, parts = [] }: Pick<PartModel, 'type' | 'list' | 'parts'>, value: Sql, selected: Selected, extent: Extent): Sql {
    const [whole, item] = [this.statement.alias('whole'), this.statement.alias('part')]
    const text = (at: string) => this.partsObject(type, parts, `${at}.value`, selected, extent)
    const items = `SELECT ${text(item)} FROM jsonb_array_elements(${whole}.value) WITH ORDINALITY ${item} (value, place) ORDER BY ${item}.place`
    const found = list ? jsonList(items) : text(whole)
    return `coalesce((SELECT ${found} FROM (SELECT (${value}) AS value OFFSET 0) ${whole} WHERE jsonb_typeof(${whole}.value) = '${list ? 'array' : 'object'}'), 'null')`
  }

  private partsObject(type: string, parts: readonly PartModel[], value: Sql, selected: Selected, extent: Extent): Sql {
    const asked = collect(this.request, type, below(selected))
    this.count(asked.length)
    return jsonObject(
      asked.map((field): Member => {
        if (field.name === '__typename') return [field.key, jsonConstant(type)]
        const part = parts.find((candidate) => candidate.name === field.name)
        if (!part) throw new Error(`${type}.${field.name} is no field of the read side`)
        const member = `${value} -> '${part.name}'`
        return [field.key, part.parts ? this.partsText(part, member, field, this.deeper(extent)) : `coalesce((${member})::text, 'null')`]
      }),
    )
  }

  private relation(record: RecordModel, row: Row, relation: RelationModel, selected: Selected, extent: Extent): Sql {
    const target = this.catalogue.record(relation.target)
    if (relation.from && relation.args)
      return this.connections.worked(record, row, { ...relation, from: relation.from, args: relation.args }, target, selected, extent)
    if (relation.from) return this.plainList(relation.from(row, {}), target, selected, extent)
    if (relation.kind === 'many') return this.connections.nested(record, row, relation, target, selected, extent)
    const { row: at, conditions } = joined(this.statement, record, relation, target, row)
    const text = this.object(target, at, selected, extent)
    return `coalesce((SELECT ${text} FROM ${fromOf(target, at)}${where(conditions)}), 'null')`
  }

  private plainList(from: Sql, target: RecordModel, selected: Selected, extent: Extent): Sql {
    const at = this.statement.row(this.statement.alias('item'))
    return jsonList(`SELECT ${this.object(target, at, selected, extent)} FROM ${from} ${at.alias}`)
  }

  /** Fragments let a short document ask for very much. */
  private count(fields: number): void {
    const { maxFields } = this.catalogue.limits
    this.fields += fields
    if (this.fields > maxFields) throw tooComplex('the number of fields', maxFields, this.fields, 'Ask in several documents.')
  }

  /** Counts what functions work out for each row, which costs more than to read it. */
  countComputed(rows: Amount): void {
    this.computed.push(rows)
  }

  /** Counts the rows of a list. */
  countRows(rows: Amount): void {
    this.rows.push(rows)
  }

  /** Text of which all lists together, and all that is worked out, are refused when they are too much. */
  private counted(work: () => Sql): Sql {
    const text = work()
    const { maxComputed, maxRows } = this.catalogue.limits
    const hint = 'Ask for smaller pages, or for fewer of them.'
    this.statement.holdTo('the number of computed values', maxComputed, sumOf(this.computed), hint)
    this.statement.holdTo('the number of rows in all', maxRows, sumOf(this.rows), hint)
    return text
  }

  /** One level further down; refused when too deep. */
  deeper(extent: Extent): Extent {
    const { maxDepth } = this.catalogue.limits
    if (extent.depth >= maxDepth) throw tooComplex('the depth', maxDepth, extent.depth + 1, 'Ask for the inner records by their ids.')
    return { ...extent, depth: extent.depth + 1 }
  }

  /** A field's arguments, coerced by GraphQL. */
  arguments(type: string, selected: Selected): Arguments {
    const definition = this.objectType(type).getFields()[selected.name]
    const node = selected.nodes[0] as FieldNode
    return definition ? getArgumentValues(definition, node, { ...this.request.variables }) : {}
  }

  /** Placeholders of arguments for an SQL expression. */
  argumentsSql(models: readonly ArgumentModel[], args: Arguments): Record<string, Sql | null> {
    return Object.fromEntries(
      models.map((model) => {
        const given = args[model.name] ?? null
        const named = model.type.replace(/[[\]!]/g, '')
        this.statement.check(named, given, [model.name], model.within)
        if (given === null) return [model.name, null]
        const isWord = isEnumType(this.request.schema.getType(named))
        return [model.name, isWord ? wordsSql(given, model.sqlType) : this.statement.value(given, model.sqlType)]
      }),
    )
  }

  private objectType(name: string): GraphQLObjectType {
    const type = this.request.schema.getType(name)
    if (!isObjectType(type)) throw new Error(`${name} is no object type`)
    return type
  }
}

const uuidOrNull = (id: unknown): unknown => (isUuid(String(id)) ? id : null)
const uuidsOrNull = (ids: unknown): unknown => (ids as readonly unknown[]).map((id) => mapped(id, uuidOrNull))

/** The error at the place of a record that is asked for by what is no identity. */
function notAnId(id: unknown, place: readonly (string | number)[], argument: string): GraphQLError[] {
  if (isUuid(String(id))) return []
  const { message, extensions } = badInput([argument], 'NOT_AN_ID', `"${String(id).slice(0, 100)}" is not the identity of a record.`)
  return [new GraphQLError(message, { path: place, extensions })]
}

/** All amounts together. */
const sumOf =
  (amounts: readonly Amount[]): Amount =>
  (variables) =>
    amounts.reduce((total, amount) => total + amount(variables), 0)

/** True: PostgreSQL keeps the value from being null. */
const isPresent = (record: RecordModel, field: FieldModel) => isColumn(field) && !field.parts && !field.nullable && !field.visibleTo && !record.from

/** JSON text behind a narrower right: outside it the word null. */
const narrowed = (text: Sql, scope: Scope | undefined, row: Row): Sql => (scope ? `coalesce(${guarded(text, scope, row)}, 'null')` : text)

/** Enum values are names of the schema and part of a plan's shape: as constants they let PostgreSQL plan once for all requests. */
const wordsSql = (given: unknown, sqlType: string): Sql => `'${Array.isArray(given) ? `{${given.join(',')}}` : String(given)}'::${sqlType}`
