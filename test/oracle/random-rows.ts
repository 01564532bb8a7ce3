import { allEnums, allRecords, type FieldMeta, type Holds, type RecordMeta, type Shape } from '@clusterpolisee/schema'
import type pg from 'pg'
import type { Draw } from './draw.js'
import type { World } from './world.js'

const words = ['energy', 'Énergie', 'skills', 'Skills', '50 %', 'under_score', "d'Ancona", 'Ștefan', 'wood', '=1+1', 'back\\slash', '"quoted"']
/** Kept as the product made them: who signs in how, and what is written by triggers only. */
export const untouched = new Set(['User', 'Session', 'ApiToken', 'AuditEntry', 'SecurityEvent'])

/** Adds random rows of every kind to all projects; a row that a constraint of its table refuses is left out. */
export async function addRandomRows(client: pg.Client, world: World, draw: Draw, perRecord: number): Promise<void> {
  await client.query('SET session_replication_role = replica')
  const ids = new Map(allRecords().map(({ name }) => [name, world.of(name).map((row) => row.id)]))
  for (const record of allRecords().filter(({ name }) => !untouched.has(name))) {
    for (let count = 0; count < perRecord; count += 1) {
      const row = randomRow(record, draw, ids)
      if (row && (await isTaken(client, record, row))) ids.get(record.name)?.push(String(row.id))
    }
  }
  await client.query('RESET session_replication_role')
}

async function isTaken(client: pg.Client, { table }: RecordMeta, row: Record<string, unknown>): Promise<boolean> {
  const columns = Object.keys(row)
  const text = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_record(NULL::${table}, $1)`
  return client.query(text, [JSON.stringify(row)]).then(
    () => true,
    () => false,
  )
}

export function randomRow(record: RecordMeta, draw: Draw, ids: ReadonlyMap<string, string[]>): Record<string, unknown> | null {
  const row: Record<string, unknown> = { id: draw.uuid(), version: draw.between(1, 9) }
  for (const field of record.fields) {
    const value = randomValue(field, draw, ids)
    if (value === null && !field.optional) return null
    row[field.column] = value
  }
  return row
}

function randomValue(field: FieldMeta, draw: Draw, ids: ReadonlyMap<string, string[]>): unknown {
  if (field.kind === 'timeZone') return 'Europe/Rome'
  if (field.kind === 'currency') return draw.pick(['EUR', 'CHF'])
  if (field.name === 'archivedAt') return draw.chance(0.15) ? '2014-03-01T10:00:00.000Z' : null
  if (field.optional && draw.chance(0.3)) return null
  switch (field.kind) {
    case 'belongsTo':
      return draw.pick(ids.get(field.target?.() ?? '') ?? []) ?? null
    case 'choice':
      return draw.pick(Object.keys(field.choices?.values ?? {}))
    case 'day':
      return `201${draw.between(2, 4)}-0${draw.between(1, 9)}-1${draw.between(0, 9)}`
    case 'moment':
      return `2014-0${draw.between(1, 9)}-11T1${draw.between(0, 9)}:00:00.${draw.between(100, 999)}456Z`
    case 'integer':
      return draw.between(Math.max(field.min ?? 0, 0), Math.min(field.max ?? 9, 9))
    case 'decimal':
    case 'money':
    case 'share':
      return draw.between(0, Math.min(field.max ?? 1000, 1000) * 100) / 100
    case 'flag':
      return draw.chance(0.5)
    case 'localised':
      return { en: draw.pick(words), ...(draw.chance(0.5) ? { it: draw.pick(words) } : {}) }
    case 'json':
      return field.holds ? heldValue(field.holds, draw) : { some: draw.between(0, 9) }
    case 'country':
      return draw.pick(['IT', 'GR', 'XX'])
    case 'email':
      return `${draw.pick(['a', 'B'])}${draw.between(0, 99)}@example.org`
    case 'url':
      return 'https://example.org/'
    default:
      return `${draw.pick(words)} ${draw.between(0, 5)}`
  }
}

/** Of what a JSON field holds: an object, or a list of one to three. */
function heldValue(holds: Holds, draw: Draw): unknown {
  if (!('items' in holds)) return shapedValue(holds, draw)
  const { items } = holds
  return several(draw, () => (typeof items === 'string' ? partValue({ type: items }, draw) : shapedValue(items, draw)))
}

const several = (draw: Draw, make: () => unknown) => Array.from({ length: draw.between(0, 3) }, make)

const shapedValue = ({ parts }: Shape, draw: Draw): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      if (part.nullable && draw.chance(0.3)) return [name, null]
      const make = () => (part.shape ? shapedValue(part.shape, draw) : partValue(part, draw))
      return [name, part.list ? several(draw, make) : make()]
    }),
  )

function partValue({ type }: { readonly type: string }, draw: Draw): unknown {
  if (type === 'Int') return draw.between(0, 9)
  if (type === 'Decimal') return draw.between(0, 999) / 100
  if (type === 'Boolean') return draw.chance(0.5)
  if (type === 'Date') return `2014-0${draw.between(1, 9)}-11`
  if (type === 'ID') return draw.uuid()
  if (type === 'JSON') return { en: draw.pick(words) }
  const choices = allEnums().find(({ name }) => name === type)
  return draw.pick(choices ? Object.keys(choices.values) : words)
}
