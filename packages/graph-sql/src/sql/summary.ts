import { isComparable, isGroupable, isNumeric } from '../catalogue.js'
import type { FieldModel, RecordModel, Row, Sql } from '../model.js'
import { below, collect, type Selected } from '../read/selection.js'
import { groupRelations } from '../sdl/summary-sdl.js'
import type { Compiler } from './compiler.js'
import { listConditions } from './connection.js'
import { jsonConstant, jsonObject, jsonText, type Member } from './json-text.js'
import { fieldSql, fromOf, joined, where } from './scope.js'

type Arguments = Readonly<Record<string, unknown>>

const MOST_GROUPS = 500

/** `{groups [...]}` of a list: grouped and counted in SQL, by what this viewer may see. */
export function summaryText(compiler: Compiler, record: RecordModel, selected: Selected, args: Arguments): Sql {
  const { statement, request } = compiler
  const row = statement.row(statement.alias(record.table || 'row'))
  const keys = [...new Set((args.groupBy as string[] | undefined) ?? [])].map((name) => groupKey(compiler, record, row, name))
  const from = fromOf(record, row, compiler.argumentsSql(record.args ?? [], args))
  const conditions = where([record.scope(row), ...listConditions(compiler, record, row, args)])
  const members = collect(request, `${record.name}Summary`, below(selected)).map((part): Member => {
    if (part.name === '__typename') return [part.key, jsonConstant(`${record.name}Summary`)]
    const group = jsonObject(collect(request, `${record.name}Group`, below(part)).map((inner) => [inner.key, groupMember(compiler, record, row, keys, inner)]))
    const grouping = keys.length > 0 ? ` GROUP BY ${keys.map((_, index) => index + 2).join(', ')} ORDER BY ${keys.map((_, index) => index + 2).join(', ')}` : ''
    const columns = [`${group} AS text`, ...keys.map((key, index) => `${key.value} AS key_${index}`)]
    const groups = `SELECT ${columns.join(', ')} FROM ${from}${conditions}${grouping} LIMIT ${MOST_GROUPS}`
    return [part.key, `'[' || coalesce((SELECT string_agg(g.text, ',') FROM (${groups}) g), '') || ']'`]
  })
  return `(SELECT ${jsonObject(members)})`
}

interface GroupKey {
  readonly name: string
  readonly value: Sql
  readonly field: Pick<FieldModel, 'type' | 'sqlType' | 'nullable' | 'list'>
}

function groupKey(compiler: Compiler, record: RecordModel, row: Row, name: string): GroupKey {
  const field = record.fields.find((candidate) => candidate.name === name && isGroupable(candidate))
  if (field) return { name, value: fieldSql(field, row), field }
  const relation = groupRelations(record).find((candidate) => `${candidate.name}Id` === name)
  if (!relation) throw new Error(`${record.name} has no group ${name}`)
  const target = compiler.catalogue.record(relation.target)
  const { row: at, conditions } = joined(compiler.statement, record, relation, target, row)
  const value = `(SELECT ${at.alias}.id FROM ${fromOf(target, at)}${where(conditions)})`
  return { name, value, field: { type: 'ID', sqlType: 'uuid', nullable: true } }
}

function groupMember(compiler: Compiler, record: RecordModel, row: Row, keys: readonly GroupKey[], part: Selected): Sql {
  if (part.name === '__typename') return jsonConstant(`${record.name}Group`)
  if (part.name === 'count') return 'count(*)::text'
  if (part.name === 'key') {
    return jsonObject(collect(compiler.request, `${record.name}GroupKey`, below(part)).map((inner) => [inner.key, keyMember(record, keys, inner)]))
  }
  const type = { sum: 'Sums', avg: 'Averages', min: 'Extremes', max: 'Extremes' }[part.name] ?? ''
  return jsonObject(
    collect(compiler.request, `${record.name}${type}`, below(part)).map((inner): Member => {
      const field = record.fields.find((candidate) => candidate.name === inner.name && (isNumeric(candidate) || isComparable(candidate)))
      if (!field) return [inner.key, jsonConstant(`${record.name}${type}`)]
      return [inner.key, aggregate(part.name, field, row)]
    }),
  )
}

function keyMember(record: RecordModel, keys: readonly GroupKey[], part: Selected): Sql {
  if (part.name === '__typename') return jsonConstant(`${record.name}GroupKey`)
  const key = keys.find((candidate) => candidate.name === part.name)
  return key ? jsonText(key.field, key.value) : `'null'`
}

function aggregate(name: string, field: FieldModel, row: Row): Sql {
  const value = fieldSql(field, row)
  if (name === 'avg') return jsonText({ type: 'Decimal', sqlType: 'numeric', nullable: true }, `round(avg(${value}), 6)`)
  if (name === 'sum') return jsonText({ type: 'Decimal', sqlType: 'numeric', nullable: true }, `sum(${value})`)
  return jsonText(field, `${name}(${value})`)
}
