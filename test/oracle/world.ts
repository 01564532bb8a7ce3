import type { Row as EngineRow, FieldModel } from '@clusterpolisee/graph-sql'
import { allRecords, type ComputedMeta, type FieldMeta, fieldKinds, type RecordMeta, recordMeta } from '@clusterpolisee/schema'
import type pg from 'pg'

/** A row as the naive side holds it: values by field name, as GraphQL would answer them; to-one relations by the other's id. */
export interface Row {
  readonly id: string
  readonly record: RecordMeta
  readonly values: Readonly<Record<string, unknown>>
  /** Of a row as it was: the rows that it led to then, by relation. */
  readonly past?: (field: string) => Row | undefined
}

/** Every row of every record, in memory. */
export class World {
  private readonly rows = new Map<string, Row[]>()
  private readonly byId = new Map<string, Row>()

  add(row: Row): void {
    this.rows.set(row.record.name, [...(this.rows.get(row.record.name) ?? []), row])
    this.byId.set(row.id, row)
  }

  of(record: string): readonly Row[] {
    return this.rows.get(record) ?? []
  }

  find(record: string, id: unknown): Row | undefined {
    const row = this.byId.get(String(id))
    return row?.record.name === record ? row : undefined
  }

  anywhere(id: unknown): Row | undefined {
    return this.byId.get(String(id))
  }

  /** The row that a to-one relation leads to. */
  related(row: Row, field: string): Row | undefined {
    if (row.past) return row.past(field)
    const meta = row.record.fields.find((candidate) => candidate.name === field)
    return meta?.target ? this.find(meta.target(), row.values[field]) : undefined
  }
}

/** What a function works out for a row, asked without arguments. */
function figureSql({ from, column, object }: FieldModel): string {
  const value = object ? `jsonb_build_object(${object.map((part) => `'${part.name}', x.${part.column}`).join(', ')})` : `to_jsonb(x.${column})`
  return `(SELECT ${value} FROM ${from?.({ alias: 't' } as EngineRow, {})} x)`
}

/** What is worked out of a row; what is said in a language in both. */
const computedSql = ({ sql, spoken }: ComputedMeta): string =>
  spoken ? `jsonb_build_object('en', ${sql('t', "'en'")}, 'it', ${sql('t', "'it'")})` : sql('t', "'en'")

/** Reads all tables. Computed fields and figures are asked of the database one by one: what they answer is not what is compared here. */
export async function loadWorld(client: pg.Client): Promise<World> {
  const world = new World()
  for (const record of allRecords()) {
    // What has no function of its own depends on whoever asks.
    const figures = record.figures.fields.filter(({ from }) => from).map((field) => `, '${field.name}', ${figureSql(field)}`)
    const computed = [...record.computed.map((field) => `, '${field.name}', ${computedSql(field)}`), ...figures].join('')
    const { rows } = await client.query(`SELECT to_jsonb(t) AS row, jsonb_build_object('id', t.id${computed}) AS computed FROM ${record.table} t`)
    for (const { row, computed: more } of rows) world.add({ id: row.id, record, values: { ...more, version: row.version, ...valuesOf(record, row) } })
  }
  return world
}

const valuesOf = (record: RecordMeta, row: Record<string, unknown>) => ({
  ...Object.fromEntries(record.fields.map((field) => [field.name, heldAs(field, row[field.column])])),
  ...(record.name === 'AuditEntry' ? { judged: [row.judged_before, row.judged_after].filter((facts) => facts !== null) } : {}),
})

/** Moments keep their microseconds, by which they are compared. */
function heldAs(field: FieldMeta, value: unknown): unknown {
  if (field.kind !== 'moment' || typeof value !== 'string') return value ?? null
  const [, whole, fraction = ''] = /^(.{19})(?:\.(\d+))?/.exec(value) ?? []
  return `${whole}.${fraction.padEnd(6, '0')}Z`
}

/** A value as an answer shows it. */
export const shown = (field: FieldMeta, value: unknown): unknown =>
  field.kind === 'moment' && typeof value === 'string' ? `${value.slice(0, 23)}Z` : (value ?? null)

export const isText = (field: FieldMeta): boolean => field.kind !== 'belongsTo' && ['text', 'citext'].includes(fieldKinds[field.kind].sqlType)
export const ignoresCase = (field: FieldMeta): boolean => field.kind === 'email'
export const recordNamed = recordMeta
