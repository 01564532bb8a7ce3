import type { RecordMeta } from '@clusterpolisee/schema'
import { type Row, recordNamed, type World } from './world.js'

type Facts = Readonly<Record<string, unknown>>

/** A row as it was before and after a change, as far as was kept; where nothing was, as it is now, read by its own only. */
export function pastRows(world: World, entry: Row, row: Row): Row[] {
  const judged = entry.values.judged as readonly Facts[]
  if (judged.length === 0) return [narrowest(world, row, entry.values.project)]
  return judged.map((facts) => pastRow(row.record, facts, entry.values.project))
}

function pastRow(record: RecordMeta, facts: Facts, project: unknown): Row {
  const values = Object.fromEntries(record.fields.map((field) => [field.name, facts[field.column] ?? null]))
  return {
    id: String(record.isProject ? project : facts.id),
    record,
    values: { ...values, project },
    past: (field) => pastRow(targetOf(record, field), (facts[field] ?? {}) as Facts, project),
  }
}

function narrowest(world: World, row: Row, project: unknown): Row {
  return {
    ...row,
    values: { ...row.values, project, audience: 'OWN' },
    past: (field) => {
      const target = world.related(row, field)
      return target && narrowest(world, target, project)
    },
  }
}

const targetOf = (record: RecordMeta, name: string): RecordMeta => recordNamed(record.fields.find((field) => field.name === name)?.target?.() ?? '')
