import { randomBytes } from 'node:crypto'
import {
  clusterpoliseeId,
  clusterpoliseeRows,
  demonstrationId,
  demonstrationRows,
  personId,
  type RecordMeta,
  type RunSql,
  recordMeta,
  type SampleRow,
  sampleId,
  samplePeople,
} from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { type Config, mayHaveSamples } from '../config.js'
import type { Database } from '../database/database.js'
import { hashPassword } from '../kernel/secret.js'
import { columnValue } from '../write/validate-input.js'
import { computeSample } from './compute-sample.js'
import { makeSampleEditions } from './make-sample-editions.js'

export interface SampleAccount {
  readonly email: string
  readonly password: string
}

/** Loads the two sample projects into an empty database, when the settings ask for it. Answers the accounts it made. */
export async function loadSample(database: Database, config: Config): Promise<readonly SampleAccount[]> {
  const wanted = config.SAMPLE_DATA ?? (config.DATABASE_URL || !mayHaveSamples(config) ? 'none' : 'clusterpolisee')
  if (wanted === 'none') return []
  const [known] = await database.run('SELECT 1 FROM project LIMIT 1')
  if (known) return []
  const password = config.SAMPLE_PASSWORD ?? randomBytes(9).toString('base64url')
  await database.write(null, async (run) => {
    await run('SET LOCAL statement_timeout = 0', [])
    await insertUsers(run, password)
    await insertRows(run, [...clusterpoliseeRows(), ...demonstrationRows()])
    await insertMemberships(run)
    await computeSample(run)
    await makeSampleEditions(run)
  })
  await database.write(null, async (run) => {
    await run('SET LOCAL statement_timeout = 0', [])
    await run('ANALYZE', [])
  })
  return samplePeople.map(({ key }) => ({ email: `${key}@example.org`, password }))
}

/** Rows go in table by table, in the order of their first appearance. */
async function insertRows(run: RunSql, rows: readonly SampleRow[]): Promise<void> {
  const tables = new Map<string, SampleRow[]>()
  for (const row of rows) tables.set(row.record, [...(tables.get(row.record) ?? []), row])
  for (const [name, group] of tables) await insertTable(run, recordMeta(name), group)
}

async function insertTable(run: RunSql, record: RecordMeta, rows: readonly SampleRow[]): Promise<void> {
  const [clock] = await run('SELECT moment_of_write() AS now', [])
  const stamped = record.fields.some((field) => field.name === 'createdAt')
  const json = rows.map(({ id, values }) => {
    const given = record.fields.filter((field) => values[field.name] !== undefined)
    const initial = record.fields.filter((field) => field.initial !== undefined && values[field.name] === undefined)
    return {
      id,
      version: 1,
      ...(stamped ? { created_at: clock?.now, updated_at: clock?.now } : {}),
      ...Object.fromEntries(initial.map((field) => [field.column, field.initial])),
      ...Object.fromEntries(
        given.map((field) => [field.column, field.kind === 'localised' ? values[field.name] : columnValue(field, values[field.name] ?? null)]),
      ),
    }
  })
  await run(`INSERT INTO ${record.table} SELECT * FROM json_populate_recordset(NULL::${record.table}, $1)`, [JSON.stringify(json)])
}

async function insertUsers(run: RunSql, password: string): Promise<void> {
  const hash = await hashPassword(password)
  for (const { key, name } of samplePeople) {
    await run(
      'INSERT INTO app_user (id, version, created_at, updated_at, display_name, email, administrator, password_hash) VALUES ($1, 1, moment_of_write(), moment_of_write(), $2, $3, $4, $5)',
      [personId(key), name, `${key}@example.org`, key === 'admin', hash],
    )
  }
}

async function insertMemberships(run: RunSql): Promise<void> {
  for (const { key, role, partner, both } of samplePeople.filter((person) => person.role)) {
    for (const project of both ? [clusterpoliseeId, demonstrationId] : [demonstrationId]) {
      await run(
        'INSERT INTO membership (id, version, created_at, updated_at, project_id, user_id, role, partner_id) VALUES ($1, 1, moment_of_write(), moment_of_write(), $2, $3, $4, $5)',
        [uuidv7(), project, personId(key), role, partner ? sampleId('demonstration', 'Partner', partner) : null],
      )
    }
    if (role !== 'WORK_PACKAGE_LEADER') continue
    await run(
      'INSERT INTO leadership (id, version, created_at, updated_at, project_id, work_package_id, user_id) VALUES ($1, 1, moment_of_write(), moment_of_write(), $2, $3, $4)',
      [uuidv7(), demonstrationId, sampleId('demonstration', 'WorkPackage', 4), personId(key)],
    )
  }
}
