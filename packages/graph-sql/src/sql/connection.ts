import { createHash } from 'node:crypto'
import { badInput } from '../errors.js'
import type { Predicate, RecordModel, RelationModel, Row, Sql } from '../model.js'
import { below, collect, namesBelow, type Selected } from '../read/selection.js'
import { type Amount, amountOf, isNamedIn, SHORT_PAGE, valueNow } from '../read/variables.js'
import type { Compiler, Extent } from './compiler.js'
import { cursorText, keyset } from './cursor.js'
import { FilterCompiler, namesOne } from './filter.js'
import { jsonConstant, jsonList, jsonObject } from './json-text.js'
import { type OrderKey, orderKeys, orderText } from './order.js'
import { present } from './present.js'
import { fromOf, joined, scoped, scopedByRow, where } from './scope.js'
import { searchPredicate } from './search.js'

type Arguments = Readonly<Record<string, unknown>>

/** Which page of a list is asked. */
interface Page {
  /** How many rows it has at most, as a placeholder whose value no plan depends on. */
  readonly size: Sql
  readonly rows: Amount
  /** The size that it is planned for: that one stands in the text. */
  readonly planned: number
  readonly backward: boolean
  /** Text of a cursor, or the variable that holds it. */
  readonly cursor: unknown
}

/** A list: where its rows come from, and which. */
interface List {
  readonly record: RecordModel
  readonly row: Row
  readonly from: Sql
  /** Scope, filter, search: what the total counts. */
  readonly conditions: readonly Predicate[]
  /** The same for the rows of the page. */
  readonly pageConditions: readonly Predicate[]
  /** True: the page's plan does not depend on values. */
  readonly isPlannedOnce: boolean
  readonly keys: readonly OrderKey[]
  readonly page: Page
}

/** A relation whose rows come from a function with arguments. */
type WorkedRelation = RelationModel & Required<Pick<RelationModel, 'from' | 'args'>>

/** Who may see which rows: of the whole list, and of a page that is asked row by row, where it may be. */
interface ListScope {
  readonly whole: readonly Predicate[]
  readonly byRow?: () => readonly Predicate[]
}

/** Compiles connections: `{nodes edges pageInfo totalCount}`, keyset-paged. */
export class ConnectionCompiler {
  constructor(private readonly compiler: Compiler) {}

  /** A root list. */
  root(record: RecordModel, selected: Selected, args: Arguments, extent: Extent): Sql {
    const { statement } = this.compiler
    const row = statement.row(statement.alias(record.table || record.singular.toLowerCase()))
    const names = namesBelow(this.compiler.request, selected)
    const asks = (field: string) => names.has(field) || isNamedIn([args.filter, args.orderBy], field)
    const from = fromOf(record, row, this.compiler.argumentsSql(record.args ?? [], args), asks)
    const whole = [scoped(record.scope, row)]
    const isAskedByRow = statement.viewer.wide === true || namesOne(record, args.filter)
    const scope = { whole, ...(isAskedByRow ? { byRow: () => [scopedByRow(record.scope, row)] } : {}) }
    return this.text(this.list(record, row, from, scope, args, extent), selected, extent)
  }

  /** A list below a row. */
  nested(record: RecordModel, parent: Row, relation: RelationModel, target: RecordModel, selected: Selected, extent: Extent): Sql {
    const { row, conditions, byRow } = joined(this.compiler.statement, record, relation, target, parent)
    const args = this.compiler.arguments(record.name, selected)
    return this.text(this.list(target, row, fromOf(target, row), { whole: conditions, byRow }, args, { ...extent, root: false }), selected, {
      ...extent,
      root: false,
    })
  }

  /** A list that a function works out for a row. */
  worked(record: RecordModel, parent: Row, relation: WorkedRelation, target: RecordModel, selected: Selected, extent: Extent): Sql {
    const row = this.compiler.statement.row(this.compiler.statement.alias(relation.name.toLowerCase()))
    const args = this.compiler.arguments(record.name, selected)
    const from = `${relation.from(parent, this.compiler.argumentsSql(relation.args, args))} ${row.alias}`
    const scope = { whole: [scoped(relation.visibleTo, parent), scoped(target.scope, row)] }
    const below = { ...extent, root: false }
    const list = this.list(target, row, from, scope, args, below)
    this.compiler.countComputed(product(extent.nodes, list.page.rows))
    return this.text(list, selected, below)
  }

  private list(record: RecordModel, row: Row, from: Sql, scope: ListScope, args: Arguments, extent: Extent): List {
    const asked = listConditions(this.compiler, record, row, args)
    const keys = orderKeys(this.compiler.catalogue, this.compiler.statement, record, (args.orderBy as Arguments[] | undefined) ?? [])
    const isWalked = !keys.some((key) => key.unindexed)
    const conditions = [...scope.whole, ...asked]
    const byRow = isWalked ? scope.byRow : undefined
    const { statement } = this.compiler
    const hidden = (walked: NonNullable<typeof byRow>) => statement.hidingValues(() => [...walked(), ...listConditions(this.compiler, record, row, args)])
    const pageConditions = byRow ? statement.repeating(() => hidden(byRow)) : conditions
    return { record, row, from, conditions, pageConditions, isPlannedOnce: byRow !== undefined, keys, page: this.page(args, extent) }
  }

  private page(args: Arguments, extent: Extent): Page {
    const { defaultPage, maxPage, maxNestedPage, maxNodes } = this.compiler.catalogue.limits
    const { statement } = this.compiler
    const { backward, name, cursor } = directionOf(args)
    const given = args[name] ?? defaultPage
    const rows = amountOf(given)
    const allowed = extent.root ? maxPage : maxNestedPage
    statement.notNegative(rows, name, 'A page has no fewer than 0 rows.')
    statement.holdTo('the page size', allowed, rows, 'Ask for smaller pages.')
    const inAll = product(extent.nodes, rows)
    statement.holdTo('the number of rows', maxNodes, inAll, 'Ask for smaller pages or fewer levels.')
    this.compiler.countRows(inAll)
    const size = statement.hidingValues(() => statement.value(given, 'int'))
    return { size, rows, planned: Number(valueNow(given)) > SHORT_PAGE ? allowed : SHORT_PAGE, backward, cursor: args[cursor] ?? null }
  }

  private text(list: List, selected: Selected, extent: Extent): Sql {
    const fields = collect(this.compiler.request, `${list.record.name}Connection`, below(selected))
    const inner = { ...extent, nodes: product(extent.nodes, list.page.rows), root: false }
    const paged = fields.filter((field) => field.name !== 'totalCount' && field.name !== '__typename')
    const members = fields.map((field) => [field.key, this.outer(list, field)] as const)
    const [only] = paged
    if (paged.length === 0) return jsonObject(members)
    if (paged.length === 1 && only?.name === 'nodes')
      return jsonObject(members.map(([key, text]) => [key, key === only.key ? this.plainNodes(list, only, inner) : text]))
    return this.pagedText(list, paged, members, inner)
  }

  private outer(list: List, field: Selected): Sql {
    if (field.name === '__typename') return jsonConstant(`${list.record.name}Connection`)
    if (field.name === 'totalCount') return `(SELECT count(*) FROM ${list.from}${where(list.conditions)})::text`
    return this.inPage(list, field)
  }

  /** Only the rows: the fastest form. */
  private plainNodes(list: List, selected: Selected, extent: Extent): Sql {
    const { row, page, keys } = list
    const text = this.compiler.object(list.record, row, selected, extent)
    const source = `FROM ${list.from}${where(this.pageConditions(list))} ORDER BY ${orderText(keys, row, page.backward)} LIMIT ${page.planned}`
    if (!page.backward) return jsonList(`SELECT page.text FROM (SELECT ${text} AS text ${source}) page LIMIT ${page.size}`)
    const walked = `SELECT * FROM (SELECT ${row.alias}.* ${source}) ${row.alias} LIMIT ${page.size}`
    return jsonList(`SELECT ${text} FROM (${walked}) ${row.alias} ORDER BY ${orderText(keys, row, false)}`)
  }

  private pageConditions(list: List): Predicate[] {
    const { record, pageConditions, page, keys, row } = list
    const { statement } = this.compiler
    const place = { list: record.name, keys, cursor: page.cursor, backward: page.backward }
    const after = () => (page.cursor === null ? true : keyset(place, row, statement))
    return [...pageConditions, this.fewCandidates(list), list.isPlannedOnce ? statement.hidingValues(after) : after()]
  }

  /** An order that no index has is sought among a bounded number of rows; beyond, the statement ends with TOO_COMPLEX. */
  private fewCandidates({ keys, from, conditions }: List): Sql | true {
    if (!keys.some((key) => key.unindexed)) return true
    const { maxCandidates } = this.compiler.catalogue.limits
    const candidates = `SELECT FROM ${from}${where(conditions)} LIMIT ${maxCandidates + 1}`
    return `(SELECT few_candidates(count(*), ${maxCandidates}) FROM (${candidates}) candidate)`
  }

  /** One row more than the page tells whether there is a further page. */
  private pagedText(list: List, fields: readonly Selected[], members: readonly (readonly [string, Sql])[], extent: Extent): Sql {
    const { row, page, keys } = list
    const walked = `SELECT ${row.alias}.* FROM ${list.from}${where(this.pageConditions(list))} ORDER BY ${orderText(keys, row, page.backward)}`
    const source = `SELECT * FROM (${walked} LIMIT ${page.planned + 1}) ${row.alias} LIMIT ${page.size} + 1`
    const columns = [
      `row_number() OVER (ORDER BY ${orderText(keys, row, page.backward)}) AS place`,
      ...fields.flatMap((field) => this.columnsOf(list, field, extent)),
      `${cursorText(list.record.name, keys, row)} AS cursor`,
    ]
    // HAVING makes one row of it, even where nothing that is asked aggregates.
    return `(SELECT ${jsonObject(members)} FROM (SELECT ${columns.join(', ')} FROM (${source}) ${row.alias}) page HAVING true)`
  }

  private columnsOf(list: List, field: Selected, extent: Extent): Sql[] {
    const nodes = field.name === 'nodes' ? [field] : field.name === 'edges' ? this.edgeFields(list, field).filter((part) => part.name === 'node') : []
    return nodes.map((node) => `${this.compiler.object(list.record, list.row, node, extent)} AS ${columnName(field, node)}`)
  }

  private edgeFields(list: List, field: Selected): Selected[] {
    return collect(this.compiler.request, `${list.record.name}Edge`, below(field))
  }

  /** A member of the connection, aggregated over the page. */
  private inPage(list: List, field: Selected): Sql {
    if (field.name === 'nodes') return aggregated(list.page, columnName(field, field))
    if (field.name === 'edges')
      return aggregated(list.page, jsonObject(this.edgeFields(list, field).map((part) => [part.key, this.edgeMember(list, field, part)])))
    return jsonObject(collect(this.compiler.request, 'PageInfo', below(field)).map((part) => [part.key, pageInfo(list.page, part.name)]))
  }

  private edgeMember(list: List, edge: Selected, part: Selected): Sql {
    if (part.name === '__typename') return jsonConstant(`${list.record.name}Edge`)
    return part.name === 'cursor' ? 'page.cursor' : columnName(edge, part)
  }
}

/** Which way the page goes, and which arguments say its size and where it begins. */
function directionOf({ first, last, after, before }: Arguments) {
  const [isFirst, isLast, isAfter, isBefore] = [first, last, after, before].map((given) => (given ?? null) !== null)
  if (isFirst && isLast) throw badInput(['last'], 'FIRST_OR_LAST', 'Give first or last, not both.')
  if (isAfter && isBefore) throw badInput(['before'], 'AFTER_OR_BEFORE', 'Give after or before, not both.')
  if (isFirst && isBefore) throw badInput(['before'], 'BEFORE_WITH_FIRST', 'The first rows come after a cursor. Give first and after, or last and before.')
  if (isLast && isAfter) throw badInput(['after'], 'AFTER_WITH_LAST', 'The last rows come before a cursor. Give first and after, or last and before.')
  return isLast || isBefore ? { backward: true, name: 'last', cursor: 'before' } : { backward: false, name: 'first', cursor: 'after' }
}

/** How many in all, when each of some has some of its own. */
const product =
  (one: Amount, other: Amount): Amount =>
  (variables) =>
    one(variables) * Math.max(other(variables), 1)

/** Scope apart, what the arguments of a list ask for. */
export function listConditions(compiler: Compiler, record: RecordModel, row: Row, args: Arguments): Predicate[] {
  const filter = args.filter ? new FilterCompiler(compiler.catalogue, compiler.statement).compile(record, row, args.filter as Arguments, ['filter']) : true
  const search = typeof valueNow(args.search) === 'string' ? searchPredicate(record, row, args.search, compiler.statement) : true
  return [...present(record, row, { archived: args.archived === true, history: args.history === true }), filter, search]
}

/** PostgreSQL cuts names at 63 bytes, and aliases may be longer. */
const columnName = (field: Selected, node: Selected) => `n_${createHash('sha256').update(`${field.key} ${node.key}`).digest('hex').slice(0, 16)}`

function aggregated(page: Page, text: Sql): Sql {
  return `'[' || coalesce(string_agg(${text}, ',' ORDER BY page.place${page.backward ? ' DESC' : ''}) FILTER (WHERE page.place <= ${page.size}), '') || ']'`
}

function pageInfo(page: Page, name: string): Sql {
  const more = `(count(*) > ${page.size})::text`
  const moved = page.cursor === null ? `'false'` : `'true'`
  const [start, end] = page.backward ? ['DESC', 'ASC'] : ['ASC', 'DESC']
  const edge = (direction: string) => `coalesce((array_agg(page.cursor ORDER BY page.place ${direction}) FILTER (WHERE page.place <= ${page.size}))[1], 'null')`
  const parts: Readonly<Record<string, Sql>> = {
    hasNextPage: page.backward ? moved : more,
    hasPreviousPage: page.backward ? more : moved,
    startCursor: edge(start),
    endCursor: edge(end),
    __typename: jsonConstant('PageInfo'),
  }
  return parts[name] ?? `'null'`
}
