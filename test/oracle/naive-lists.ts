import { type FieldMeta, isOrderedByName, type ManyMeta, type RecordMeta } from '@clusterpolisee/schema'
import { fits, searchForm } from './naive-filter.js'
import type { NaiveContext } from './naive-schema.js'
import { ignoresCase, type Row, recordNamed } from './world.js'

export interface ListArguments {
  readonly filter?: Record<string, unknown> | null
  readonly search?: string | null
  readonly archived?: boolean | null
  readonly history?: boolean | null
  readonly orderBy?: readonly Record<string, unknown>[] | null
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

interface Key {
  readonly value: (row: Row) => unknown
  readonly down: boolean
  /** True: texts stand in the order of names. */
  readonly byName?: boolean
}

/** True of whatever has no versions, and of a version that is known now and was not taken back. */
export const holds = ({ values }: Row): boolean => !values.supersededAt && values.retracted !== true

/** Filters, orders and pages of rows in memory, as slowly and plainly as they can be written. */
export class NaiveLists {
  constructor(readonly context: NaiveContext) {}

  targetOf(relation: ManyMeta): RecordMeta {
    return recordNamed(relation.target())
  }

  /** Rows of a to-many relation that may be seen, archived ones too. */
  children(row: Row, relation: ManyMeta): Row[] {
    const { world, rights } = this.context
    return world.of(relation.target()).filter((child) => child.values[relation.by] === row.id && rights.mayRead(child))
  }

  /** Changes of a row that may be seen in its history. */
  changes(row: Row): Row[] {
    const { world, rights } = this.context
    return world.of('AuditEntry').filter((entry) => entry.values.recordId === row.id && rights.readsChange(entry, row))
  }

  /** What the arguments of a list select of the rows that may be seen. */
  selected(record: RecordMeta, rows: readonly Row[], { filter, search, archived, history }: ListArguments): Row[] {
    return rows
      .filter((row) => archived === true || !row.values.archivedAt)
      .filter((row) => history === true || holds(row))
      .filter((row) => !filter || fits(this, row, filter))
      .filter((row) => !search?.trim() || this.isFound(record, row, search.trim()))
  }

  private isFound(record: RecordMeta, row: Row, words: string): boolean {
    const wanted = searchForm(words)
    return record.fields.some(
      (field) => field.search && this.context.rights.seesField(row, field.name) && searchForm(String(row.values[field.name] ?? '')).includes(wanted),
    )
  }

  connection(record: RecordMeta, rows: readonly Row[], args: ListArguments): Record<string, unknown> {
    const keys = this.keys(record, args.orderBy ?? [])
    const all = this.selected(record, rows, args).sort((a, b) => compare(keys, a, b))
    const backward = typeof args.last === 'number' || (typeof args.first !== 'number' && typeof args.before === 'string')
    const size = (backward ? args.last : args.first) ?? 25
    const cursor = backward ? args.before : args.after
    const place = cursor ? this.context.world.anywhere(this.context.rowOfCursor(cursor)) : undefined
    const beyond = place ? all.filter((row) => (backward ? compare(keys, row, place) < 0 : compare(keys, row, place) > 0)) : all
    const page = backward ? beyond.slice(Math.max(beyond.length - size, 0)) : beyond.slice(0, size)
    const more = beyond.length > size
    return {
      totalCount: all.length,
      nodes: page,
      edges: page.map((node) => ({ node, cursor: '…' })),
      pageInfo: {
        hasNextPage: backward ? cursor !== null && cursor !== undefined : more,
        hasPreviousPage: backward ? more : cursor !== null && cursor !== undefined,
        startCursor: page.length > 0 ? '…' : null,
        endCursor: page.length > 0 ? '…' : null,
      },
    }
  }

  private keys(record: RecordMeta, asked: readonly Record<string, unknown>[]): Key[] {
    const chosen = asked.length > 0 ? asked.map((input) => this.key(record, input)) : this.defaultKeys(record)
    if (asked.at(-1)?.id) return chosen
    return [...chosen, { value: (row) => row.id, down: chosen.at(-1)?.down ?? false }]
  }

  private defaultKeys(record: RecordMeta): Key[] {
    return record.order.map(({ field, direction }) => ({
      value: (row: Row) => this.seen(row, field),
      down: direction === 'DESC',
      byName: isOrderedByName(record.fields.find(({ name }) => name === field) as FieldMeta),
    }))
  }

  private key(record: RecordMeta, input: Record<string, unknown>): Key {
    const [[name, given] = ['', null]] = Object.entries(input).filter(([, value]) => value !== null && value !== undefined)
    if (name === 'id') return { value: (row) => row.id, down: given === 'DESC' }
    const counted = record.many.find((relation) => `${relation.name}Count` === name)
    if (counted)
      return { value: (row) => this.children(row, counted).filter((child) => !child.values.archivedAt && holds(child)).length, down: given === 'DESC' }
    const field = record.fields.find((candidate) => candidate.name === name) as FieldMeta
    if (field.kind !== 'belongsTo') return { value: (row) => this.seen(row, name), down: given === 'DESC', byName: isOrderedByName(field) }
    const inner = this.key(recordNamed(field.target?.() ?? ''), given as Record<string, unknown>)
    const { world, rights } = this.context
    return {
      ...inner,
      value: (row) => {
        const target = world.related(row, name)
        return target && rights.mayRead(target) ? inner.value(target) : null
      },
    }
  }

  /** A value as it may be compared: null where it may not be seen. */
  seen(row: Row, name: string): unknown {
    if (name === 'id') return row.id
    if (!this.context.rights.seesField(row, name)) return null
    const field = row.record.fields.find((candidate) => candidate.name === name)
    const value = row.values[name]
    return field && ignoresCase(field) && typeof value === 'string' ? value.toLowerCase() : value
  }
}

/** Rows without a value come last, whichever way. */
function compare(keys: readonly Key[], a: Row, b: Row): number {
  for (const { value, down, byName } of keys) {
    const [left, right] = [value(a), value(b)]
    if (left === right) continue
    if (left === null || left === undefined) return 1
    if (right === null || right === undefined) return -1
    const order = (byName ? standsBefore : lessThan)(left, right) ? -1 : 1
    return down ? -order : order
  }
  return 0
}

const names = new Intl.Collator('en')

/** As people look names up; what only differs in code points stands by these. */
export function standsBefore(left: unknown, right: unknown): boolean {
  const order = typeof left === 'string' && typeof right === 'string' ? names.compare(left, right) : 0
  return order === 0 ? lessThan(left, right) : order < 0
}

/** Texts by code point, as the database orders them. */
export function lessThan(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right)) < 0
  return (left as number) < (right as number)
}
