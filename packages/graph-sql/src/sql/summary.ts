import { groupFieldName, groupKeysOf } from '../catalogue.js'
import { badInput } from '../errors.js'
import type { FieldModel, RecordModel, Row, Sql } from '../model.js'
import { below, collect, type Selected } from '../read/selection.js'
import { amountOf } from '../read/variables.js'
import { aggregatedFields } from '../sdl/summary-sdl.js'
import type { Compiler } from './compiler.js'
import { listConditions } from './connection.js'
import { FilterCompiler } from './filter.js'
import { jsonConstant, jsonList, jsonObject, jsonText, type Member } from './json-text.js'
import { placedSql } from './order.js'
import { fieldSql, fromOf, joined, scoped, where } from './scope.js'

type Arguments = Readonly<Record<string, unknown>>

const MOST_GROUPS = 500

/** A list that is being summed up. */
interface Summary {
  readonly compiler: Compiler
  readonly record: RecordModel
  readonly row: Row
  readonly keys: readonly GroupKey[]
}

/** `{groups [...]}` of a list: grouped and counted in SQL, by what this viewer may see. */
export function summaryText(compiler: Compiler, record: RecordModel, selected: Selected, args: Arguments): Sql {
  const { statement, request } = compiler
  const row = statement.row(statement.alias(record.table || 'row'))
  const keys = [...new Set((args.groupBy as string[] | undefined) ?? [])].map((name) => groupKey(compiler, record, row, name))
  const from = fromOf(record, row, compiler.argumentsSql(record.args ?? [], args))
  const rows = `${from}${where([scoped(record.scope, row), ...listConditions(compiler, record, row, args)])}`
  const summary: Summary = { compiler, record, row, keys }
  const members = collect(request, `${record.name}Summary`, below(selected)).map((part): Member => {
    if (part.name === '__typename') return [part.key, jsonConstant(`${record.name}Summary`)]
    return [part.key, groupsText(summary, part, rows)]
  })
  return jsonObject(members)
}

function groupsText(summary: Summary, part: Selected, rows: Sql): Sql {
  const { compiler, record, keys } = summary
  const { orderBy, first } = compiler.arguments(`${record.name}Summary`, part)
  const size = sizeOf(compiler, first ?? MOST_GROUPS)
  const fields = collect(compiler.request, `${record.name}Group`, below(part))
  const text = jsonObject(fields.map((inner) => [inner.key, groupMember(summary, inner)]))
  const places = keys.map((_, index) => String(index + 2))
  const order = [...orderOf(summary, (orderBy as Arguments[] | null | undefined) ?? []), ...places]
  // Without keys HAVING makes one group of all, even where nothing that is asked aggregates.
  const grouping = places.length > 0 ? ` GROUP BY ${places.join(', ')} ORDER BY ${order.join(', ')}` : ' HAVING true'
  const columns = [`${text} AS text`, ...keys.map((key, index) => `${key.value} AS key_${index}`)]
  return jsonList(`SELECT g.text FROM (SELECT ${columns.join(', ')} FROM ${rows}${grouping} LIMIT ${MOST_GROUPS}) g LIMIT ${size}`)
}

/** How many groups at most, as a placeholder whose value no plan depends on. */
function sizeOf({ statement }: Compiler, size: unknown): Sql {
  const groups = amountOf(size)
  statement.notNegative(groups, 'first', 'There are no fewer than 0 groups.')
  statement.holdTo('the number of groups', MOST_GROUPS, groups, 'Ask for the first groups of an order.')
  return statement.hidingValues(() => statement.value(size, 'int'))
}

interface GroupKey {
  readonly name: string
  readonly value: Sql
  readonly field: Pick<FieldModel, 'type' | 'sqlType' | 'nullable' | 'list'>
}

function groupKey(compiler: Compiler, record: RecordModel, row: Row, asked: string): GroupKey {
  const key = groupKeysOf(record).find((candidate) => groupFieldName(candidate) === asked)
  if (!key) throw badInput(['groupBy'], 'UNKNOWN_FIELD', `${record.name} has no group ${asked}.`)
  const { name } = key
  const field = { type: key.type, sqlType: key.sqlType, nullable: true }
  if (key.relation) {
    const target = compiler.catalogue.record(key.relation.target)
    const { row: at, conditions } = joined(compiler.statement, record, key.relation, target, row)
    return { name, field, value: `(SELECT ${at.alias}.id FROM ${fromOf(target, at)}${where(conditions)})` }
  }
  const value = key.bucket ? fieldSql(key.field as FieldModel, row) : placedSql(key.field as FieldModel, row)
  if (!key.bucket) return { name, field, value }
  const day = key.field?.type === 'DateTime' ? `(${value}) AT TIME ZONE 'UTC'` : `(${value})::timestamp`
  return { name, field, value: `date_trunc('${key.bucket}', ${day})::date` }
}

/** What the groups are ordered by, before their keys. */
function orderOf({ record, row, keys }: Summary, asked: readonly Arguments[]): Sql[] {
  return asked.map((input, index) => {
    const [what, given] = onlyEntry(input, index)
    if (what === 'count') return `count(*) ${given}`
    const [name, direction] = onlyEntry(given as Arguments, index)
    if (what === 'key') {
      const place = keys.findIndex((key) => key.name === name)
      if (place < 0) throw badInput(['orderBy', index, 'key'], 'NOT_GROUPED', `The groups are not made by ${name}.`)
      return `${place + 2} ${direction} NULLS LAST`
    }
    const field = aggregatedFields(record, what).find((candidate) => candidate.name === name)
    if (!field) throw badInput(['orderBy', index, what], 'UNKNOWN_FIELD', `${record.name} has no field ${name} to order groups by.`)
    return `${aggregateSql(what, field, row)} ${direction} NULLS LAST`
  })
}

function onlyEntry(input: Arguments, index: number): [string, unknown] {
  const [first, ...others] = Object.entries(input).filter(([, given]) => given !== undefined && given !== null)
  if (!first || others.length > 0) throw badInput(['orderBy', index], 'ONE_FIELD', 'Each key of an order names exactly one field.')
  return first
}

function groupMember(summary: Summary, part: Selected): Sql {
  const { compiler, record, keys } = summary
  if (part.name === '__typename') return jsonConstant(`${record.name}Group`)
  if (part.name === 'key') {
    return jsonObject(collect(compiler.request, `${record.name}GroupKey`, below(part)).map((inner) => [inner.key, keyMember(record, keys, inner)]))
  }
  const only = onlyRows(summary, part)
  if (part.name === 'count') return `(count(*)${only})::text`
  const type = { sum: 'Sums', avg: 'Averages', min: 'Extremes', max: 'Extremes' }[part.name] ?? ''
  return jsonObject(
    collect(compiler.request, `${record.name}${type}`, below(part)).map((inner): Member => {
      const field = aggregatedFields(record, part.name).find((candidate) => candidate.name === inner.name)
      return [inner.key, field ? aggregate(part.name, field, summary.row, only) : jsonConstant(`${record.name}${type}`)]
    }),
  )
}

/** ` FILTER (WHERE …)` of an aggregate that has a filter of its own, so that figures of one group stand side by side. */
function onlyRows({ compiler, record, row }: Summary, part: Selected): Sql {
  const { filter } = compiler.arguments(`${record.name}Group`, part)
  if (!filter) return ''
  const predicate = new FilterCompiler(compiler.catalogue, compiler.statement).compile(record, row, filter as Arguments, ['filter'])
  return predicate === true ? '' : ` FILTER (WHERE ${predicate})`
}

function keyMember(record: RecordModel, keys: readonly GroupKey[], part: Selected): Sql {
  if (part.name === '__typename') return jsonConstant(`${record.name}GroupKey`)
  const key = keys.find((candidate) => candidate.name === part.name)
  return key ? jsonText(key.field, key.value) : `'null'`
}

function aggregate(name: string, field: FieldModel, row: Row, only: Sql): Sql {
  const value = aggregateSql(name, field, row, only)
  if (name === 'avg') return jsonText({ type: 'Decimal', sqlType: 'numeric' }, `round(${value}, 6)`)
  return jsonText(name === 'sum' ? { type: 'Decimal', sqlType: 'numeric' } : field, value)
}

/** Of values in several units there is no sum, and none of them is the greatest. */
function aggregateSql(name: string, field: FieldModel, row: Row, only: Sql = ''): Sql {
  const value = fieldSql(field, row)
  const figure = `${name}(${value})${only}`
  if (!field.unit) return figure
  const unit = `CASE WHEN ${value} IS NOT NULL THEN ${field.unit(row)} END`
  return `CASE WHEN min(${unit})${only} = max(${unit})${only} THEN ${figure} END`
}
