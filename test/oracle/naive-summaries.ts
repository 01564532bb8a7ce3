import { isOrderedByName, type RecordMeta } from '@clusterpolisee/schema'
import { fits } from './naive-filter.js'
import { lessThan, NaiveLists, standsBefore } from './naive-lists.js'
import type { NaiveContext } from './naive-schema.js'
import { type Row, shown } from './world.js'

type Filtered = { filter?: Record<string, unknown> | null }

/** `{groups}` of selected rows; each aggregate is a function of its arguments, as graphql-js calls them. */
export function summaryOf(context: NaiveContext, record: RecordMeta, rows: readonly Row[], groupBy: readonly string[]) {
  const lists = new NaiveLists(context)
  const keys = [...new Set(groupBy)]
  const grouped = new Map<string, { key: Record<string, unknown>; rows: Row[] }>()
  if (keys.length === 0) grouped.set('{}', { key: {}, rows: [] })
  for (const row of rows) {
    const key = Object.fromEntries(keys.map((name) => [name, keyValue(lists, row, name)]))
    const at = JSON.stringify(key)
    grouped.set(at, { key, rows: [...(grouped.get(at)?.rows ?? []), row] })
  }
  const groups = [...grouped.values()].map(({ key, rows: members }) => groupOf(lists, record, key, members))
  return {
    groups: ({ orderBy, first }: { orderBy?: Record<string, unknown>[] | null; first?: number | null }) =>
      groups.sort((a, b) => byOrder(record, orderBy ?? [], keys, a, b)).slice(0, first ?? 500),
  }
}

function keyValue(lists: NaiveLists, row: Row, name: string): unknown {
  const relation = row.record.fields.find((field) => field.kind === 'belongsTo' && `${field.name}Id` === name)
  if (relation) {
    const target = lists.context.world.related(row, relation.name)
    return target && lists.context.rights.mayRead(target) ? target.id : null
  }
  const [, plain = name, bucket] = /^(.*)(Year|Quarter|Month|Week|Day)$/.exec(name) ?? []
  const field = row.record.fields.find((candidate) => candidate.name === name)
  if (field || name === 'version' || name === 'currency') return lists.seen(row, name) ?? null
  const value = lists.seen(row, plain)
  return typeof value === 'string' && bucket ? bucketOf(value.slice(0, 10), bucket) : null
}

function bucketOf(text: string, bucket: string): string {
  const [year = 0, month = 1] = text.split('-').map(Number)
  const first = (m: number) => `${String(year).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`
  if (bucket === 'Year') return first(1)
  if (bucket === 'Quarter') return first(month - ((month - 1) % 3))
  if (bucket === 'Month') return first(month)
  if (bucket === 'Day') return text
  const day = new Date(`${text}T00:00:00Z`)
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}

type Group = ReturnType<typeof groupOf>

function groupOf(lists: NaiveLists, record: RecordMeta, key: Record<string, unknown>, rows: readonly Row[]) {
  const of = ({ filter }: Filtered) => (filter ? rows.filter((row) => fits(lists, row, filter)) : rows)
  const values = (members: readonly Row[], name: string) => members.map((row) => lists.seen(row, name)).filter((value) => value !== null && value !== undefined)
  const shownOf = (name: string, value: unknown) => {
    const field = record.fields.find((candidate) => candidate.name === name)
    return field ? shown(field, value) : (value ?? null)
  }
  const inOneCurrency = (members: readonly Row[], name: string) =>
    record.fields.find((field) => field.name === name)?.kind !== 'money' ||
    new Set(members.filter((row) => values([row], name).length > 0).map((row) => row.values.currency)).size < 2
  const figure = (members: readonly Row[], name: string, compute: (found: unknown[], name: string) => unknown) =>
    inOneCurrency(members, name) ? compute(values(members, name), name) : null
  const fieldsOf = (compute: (found: unknown[], name: string) => unknown) => (args: Filtered) =>
    new Proxy({}, { get: (_, name: string) => (typeof name === 'string' ? figure(of(args), name, compute) : undefined) })
  return {
    key: new Proxy(key, { get: (target, name: string) => (name in target ? shownOf(name, target[name]) : null) }),
    raw: key,
    count: (args: Filtered) => of(args).length,
    sum: fieldsOf((found) => (found.length > 0 ? total(found) : null)),
    avg: fieldsOf((found) => (found.length > 0 ? average(found) : null)),
    min: fieldsOf((found, name) => shownOf(name, extreme(found, false))),
    max: fieldsOf((found, name) => shownOf(name, extreme(found, true))),
  }
}

/** Places behind the point to which values are summed exactly. */
const PLACES = 24

/** A decimal as so many units of its last place, digit by digit as it is written. */
function unitsOf(value: unknown): bigint {
  const [, sign, whole = '0', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  const units = BigInt(whole + fraction) * 10n ** BigInt(PLACES - fraction.length + Number(power))
  return sign ? -units : units
}

function decimalOf(units: bigint): number {
  const digits = (units < 0n ? -units : units).toString().padStart(PLACES + 1, '0')
  return Number(`${units < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`)
}

const sumOf = (found: readonly unknown[]) => found.reduce<bigint>((sum, value) => sum + unitsOf(value), 0n)
const total = (found: readonly unknown[]) => decimalOf(sumOf(found))

const MILLIONTH = 10n ** BigInt(PLACES - 6)

/** To six places, halves away from zero, as numeric rounds. */
function average(found: readonly unknown[]): number {
  const [sum, parts] = [sumOf(found), BigInt(found.length) * MILLIONTH]
  const rounded = ((sum < 0n ? -sum : sum) * 2n + parts) / (parts * 2n)
  return Number(sum < 0n ? -rounded : rounded) / 1e6
}

function extreme(found: readonly unknown[], greatest: boolean): unknown {
  return found.reduce<unknown>((best, value) => (best === null || (greatest ? lessThan(best, value) : lessThan(value, best)) ? value : best), null)
}

/** The order asked, then the keys as they were named; what has no value comes last. */
function byOrder(record: RecordMeta, asked: readonly Record<string, unknown>[], keys: readonly string[], a: Group, b: Group): number {
  const ofKey = (name: string, down: boolean) => ({ of: (group: Group) => group.raw[name], down, isName: isName(record, name) })
  const wanted = [...asked.map((input) => keyOfOrder(input, ofKey)), ...keys.map((name) => ofKey(name, false))]
  for (const { of, down, isName } of wanted) {
    const [left, right] = [of(a), of(b)]
    if (left === right) continue
    if (left === null || left === undefined) return 1
    if (right === null || right === undefined) return -1
    return (isName ? standsBefore : lessThan)(left, right) === down ? 1 : -1
  }
  return 0
}

interface GroupKey {
  readonly of: (group: Group) => unknown
  readonly down: boolean
  readonly isName?: boolean
}

const isName = (record: RecordMeta, name: string): boolean => record.fields.some((field) => field.name === name && isOrderedByName(field))

function keyOfOrder(input: Record<string, unknown>, ofKey: (name: string, down: boolean) => GroupKey): GroupKey {
  const [what = '', given] = Object.entries(input)[0] ?? []
  if (what === 'count') return { of: (group) => group.count({}), down: given === 'DESC' }
  const [name = '', direction] = Object.entries(given as object)[0] ?? []
  if (what === 'key') return ofKey(name, direction === 'DESC')
  const aggregate = what as 'sum' | 'avg' | 'min' | 'max'
  return { of: (group) => (group[aggregate]({}) as Record<string, unknown>)[name], down: direction === 'DESC' }
}
