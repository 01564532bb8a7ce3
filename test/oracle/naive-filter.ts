import type { FieldMeta } from '@clusterpolisee/schema'
import { holds, lessThan, type NaiveLists } from './naive-lists.js'
import { inLanguage } from './naive-schema.js'
import { ignoresCase, type Row } from './world.js'

/** As people search: small letters, no accents. */
export const searchForm = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** True for a row that fits a filter; a comparison with nothing never holds. */
export function fits(lists: NaiveLists, row: Row, filter: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([name, given]) => given === undefined || part(lists, row, name, given))
}

function part(lists: NaiveLists, row: Row, name: string, given: unknown): boolean {
  const filters = given as Record<string, unknown>[]
  if (name === 'and') return filters.every((inner) => fits(lists, row, inner))
  if (name === 'or') return filters.some((inner) => fits(lists, row, inner))
  if (name === 'not') return !fits(lists, row, given as Record<string, unknown>)
  const many = row.record.many.find((relation) => relation.name === name)
  if (name === 'history') return ofMany(lists, lists.changes(row), given as Record<string, Record<string, unknown> | null>)
  if (many) return ofMany(lists, lists.children(row, many), given as Record<string, Record<string, unknown> | null>)
  const field = row.record.fields.find((candidate) => candidate.name === name)
  if (field?.kind === 'belongsTo') {
    const target = lists.context.world.related(row, name)
    return target !== undefined && lists.context.rights.mayRead(target) && fits(lists, target, given as Record<string, unknown>)
  }
  return Object.entries(given as object).every(
    ([operator, operand]) => operand === undefined || compares(valueIn(lists, row, name, field), operator, operand, field),
  )
}

function valueIn(lists: NaiveLists, row: Row, name: string, field: FieldMeta | undefined): unknown {
  return field?.kind === 'localised' ? inLanguage(row.values[name], 'en') : (lists.seen(row, name) ?? null)
}

function ofMany(lists: NaiveLists, children: readonly Row[], given: Record<string, Record<string, unknown> | null>): boolean {
  return Object.entries(given).every(([word, asked]) => {
    const filter = asked ?? {}
    const speaks = 'supersededAt' in filter || 'retracted' in filter
    const current = children.filter((child) => (!child.values.archivedAt || 'archivedAt' in filter) && (speaks || holds(child)))
    const fitting = current.filter((child) => fits(lists, child, filter))
    if (word === 'some') return fitting.length > 0
    return word === 'none' ? fitting.length === 0 : fitting.length === current.length
  })
}

function compares(value: unknown, operator: string, operand: unknown, field: FieldMeta | undefined): boolean {
  if (operator === 'isNull') return (value === null) === operand
  if (operator === 'eq' && operand === null) return value === null
  if (operator === 'ne' && operand === null) return value !== null
  const wanted = Array.isArray(operand) ? operand.map((item) => comparable(field, item)) : comparable(field, operand)
  if (operator === 'ne') return value !== wanted
  if (operator === 'notIn') return value === null || !(wanted as unknown[]).includes(value)
  if (value === null) return false
  const text = String(value).toLowerCase()
  const holds: Record<string, () => boolean> = {
    eq: () => value === wanted,
    in: () => (wanted as unknown[]).includes(value),
    lt: () => lessThan(value, wanted),
    lte: () => value === wanted || lessThan(value, wanted),
    gt: () => lessThan(wanted, value),
    gte: () => value === wanted || lessThan(wanted, value),
    contains: () => text.includes(String(wanted).toLowerCase()),
    startsWith: () => text.startsWith(String(wanted).toLowerCase()),
  }
  return holds[operator]?.() ?? false
}

/** What is asked, in the form in which values are held. */
function comparable(field: FieldMeta | undefined, operand: unknown): unknown {
  if (field?.kind === 'moment') return `${new Date(String(operand)).toISOString().slice(0, 23)}000Z`
  return field && ignoresCase(field) && typeof operand === 'string' ? operand.toLowerCase() : operand
}
