import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readIndexes } from '@clusterpolisee/schema'
import pg from 'pg'
import type { DataSource } from 'typeorm'
import { DataDirectory } from './data-directory.js'
import { connect } from './data-source.js'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.js'
import { makeReadIndexes } from './make-read-indexes.js'
import { migrate } from './migrate.js'
import { isNewer } from './refuse-newer.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-migrate-'))
let server: EmbeddedServer
let source: DataSource

beforeAll(async () => {
  // With few connections PostgreSQL has few locks, as it has for many pilots with the usual ones.
  server = await startEmbeddedServer(new DataDirectory(folder), ['-c', 'max_connections=20', '-c', 'max_locks_per_transaction=10'])
  source = await connect(server.url, 4)
  await migrate(source)
})

afterAll(async () => {
  await source?.destroy()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a database that a newer gateway has worked on', () => {
  /** All that a gateway could touch, as text. */
  const state = async () =>
    JSON.stringify(
      await source.query(`SELECT (SELECT json_agg(f ORDER BY name) FROM sql_file f) AS files, (SELECT json_agg(m ORDER BY id) FROM migration m) AS migrations,
        (SELECT json_agg((relname, relkind, oid) ORDER BY oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS tables`),
    )

  const refused = async (sentence: RegExp) => {
    const before = await state()
    await expect(migrate(source)).rejects.toThrow(sentence)
    expect(await state()).toBe(before)
  }

  it('is not touched when it has a migration that is not known here', async () => {
    await source.query(`INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Awards9999999999999'); DROP INDEX partner_name_search_idx`)
    await refused(/^A newer gateway has worked on this database: it made the migration Awards9999999999999, which is not known here\. .* touched nothing\./)
    await source.query(`DELETE FROM migration WHERE name = 'Awards9999999999999'`)
    await migrate(source)
  })

  it('is not touched when its SQL is of a newer release, and other than ours', async () => {
    await source.query(`UPDATE sql_file SET release = '0.999.0', hash = 'another' WHERE name = 'access/10-audit.sql'`)
    await refused(/^A newer gateway, 0\.999\.0, has worked on this database: the SQL of access\/10-audit\.sql is its own\./)
    await source.query(`UPDATE sql_file SET release = NULL WHERE name = 'access/10-audit.sql'`)
    await migrate(source)
    const [file] = await source.query(`SELECT hash, release FROM sql_file WHERE name = 'access/10-audit.sql'`)
    expect(file).toMatchObject({ hash: expect.not.stringMatching('another'), release: expect.stringMatching(/^\d+\.\d+\.\d+/) })
  })

  it('is known by the release, number by number', () => {
    expect(isNewer('0.10.0', '0.9.0')).toBe(true)
    expect(isNewer('0.9.0', '0.10.0')).toBe(false)
    expect(isNewer('', '0.1.0')).toBe(false)
  })
})

describe('a start whose SQL changed', () => {
  let writer: pg.Client
  const change = () => source.query(`UPDATE sql_file SET hash = 'former'`)
  const write = (set: string) => `UPDATE region SET name = '${set}' WHERE code = 'WRITER'`

  beforeAll(async () => {
    writer = new pg.Client(server.url)
    await writer.connect()
    await source.query(`INSERT INTO region (id, version, created_at, updated_at, country, level, nuts_version, code, name)
      VALUES (gen_random_uuid(), 1, now(), now(), 'IT', 3, 2010, 'WRITER', 'a'), (gen_random_uuid(), 1, now(), now(), 'IT', 3, 2010, 'OTHER', 'a')`)
  })

  afterAll(() => writer?.end())

  it('lets others write while it waits for somebody, and goes on after them', async () => {
    await writer.query(`BEGIN; ${write('b')}`)
    await change()
    const starting = migrate(source)
    while ((await source.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)).length === 0) await wait(20)
    await source.query(`UPDATE region SET name = 'c' WHERE code = 'OTHER'`)
    await writer.query('COMMIT')
    await starting
    expect(await source.query(`SELECT 1 FROM sql_file WHERE hash = 'former'`)).toEqual([])
  })

  it('says so when somebody does not let go', async () => {
    await writer.query(`BEGIN; ${write('d')}`)
    await change()
    await expect(migrate(source, { tries: 1 })).rejects.toThrow(/^The tables could not be brought up to date: others held locks on them for too long\./)
    await writer.query('ROLLBACK')
    await migrate(source)
  })

  it('works out the progress of 6,000 pilots anew, a few at a time, and so does whoever writes to all of them at once', async () => {
    const project = '00000000-0000-7000-8000-000000000001'
    await source.query(`SET session_replication_role = replica; INSERT INTO project (id, version, created_at, updated_at, acronym, title, behind_threshold, ahead_threshold)
      VALUES ('${project}', 1, now(), now(), 'P', 'P', 0.1, 0.3);
      INSERT INTO pilot (id, version, created_at, updated_at, project_id, partner_id, title, status, weight, audience)
      SELECT gen_random_uuid(), 1, now(), now(), '${project}', gen_random_uuid(), 'Pilot', 'RUNNING', 1, 'PROJECT' FROM generate_series(1, 6000);
      RESET session_replication_role`)
    await change()
    const starting = migrate(source)
    const pilots = async () => (await source.query('SELECT count(*)::int AS pilots FROM pilot_progress'))[0].pilots as number
    const seen = new Set<number>()
    for (let over = false; !over; seen.add(await pilots())) over = await Promise.race([starting.then(() => true), wait(50, false)])
    expect(await pilots()).toBe(6000)
    expect(seen.size).toBeGreaterThan(10)
    await source.query(`SET session_replication_role = replica; DELETE FROM pilot; RESET session_replication_role;
      SELECT refresh_pilot_progress(ARRAY(SELECT pilot_id FROM pilot_progress))`)
    expect(await pilots()).toBe(0)
  })
})

describe('the indexes of the records', () => {
  const there = async (name: string) => (await source.query('SELECT to_regclass($1) IS NOT NULL AS there', [name]))[0].there as boolean

  it('are all there', async () => {
    const names: { name: string }[] = await source.query(`SELECT relname AS name FROM pg_class JOIN pg_index ON oid = indexrelid WHERE indisvalid`)
    const found = new Set(names.map(({ name }) => name))
    expect(readIndexes().filter(({ name }) => !found.has(name))).toEqual([])
  })

  it('go when the records ask for them no longer; an index that an administrator made stays', async () => {
    await source.query(`CREATE INDEX partner_city_desc_idx ON partner (city); COMMENT ON INDEX partner_city_desc_idx IS 'From the records: (city)';
      CREATE INDEX partner_city_idx ON partner (city)`)
    await migrate(source)
    expect([await there('partner_city_desc_idx'), await there('partner_city_idx')]).toEqual([false, true])
  })

  it('are made again with other keys, after a making that was broken off, and are marked where an older release made them', async () => {
    const comment = async () => (await source.query(`SELECT obj_description('partner_name_all_idx'::regclass) AS comment`))[0].comment as string | null
    const made = await comment()
    await source.query(`COMMENT ON INDEX partner_name_all_idx IS 'From the records: (city)'`)
    await source.query(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'partner_name_search_idx'::regclass`)
    await source.query(`COMMENT ON INDEX partner_position_all_idx IS NULL`)
    await migrate(source)
    expect(await comment()).toBe(made)
    const [index] = await source.query(`SELECT indisvalid, obj_description('partner_position_all_idx'::regclass) AS comment FROM pg_index
      WHERE indexrelid = 'partner_name_search_idx'::regclass`)
    expect(index).toEqual({ indisvalid: true, comment: expect.stringMatching(/^From the records/) })
  })
})

describe('an index of a large table', () => {
  let writer: pg.Client

  beforeAll(async () => {
    writer = new pg.Client(server.url)
    await writer.connect()
    await source.query(`SET session_replication_role = replica; INSERT INTO region (id, version, created_at, updated_at, country, level, nuts_version, code, name)
      SELECT gen_random_uuid(), 1, now(), now(), 'IT', 3, 2010, 'X' || n, repeat('x', 1000) FROM generate_series(1, 9000) n; RESET session_replication_role`)
    await source.query('DROP INDEX region_name_search_idx')
  })

  afterAll(() => writer?.end())

  it('does not hold up those who write meanwhile', async () => {
    await writer.query(`BEGIN; UPDATE region SET name = 'y' WHERE code = 'X1'`)
    const making = migrate(source)
    while ((await source.query(`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock'`)).length === 0) await wait(20)
    await source.query(`SET statement_timeout = 1000; UPDATE region SET name = 'z' WHERE code = 'X2'; RESET statement_timeout`)
    await writer.query('COMMIT')
    await making
    expect((await source.query(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'region_name_search_idx'::regclass`))[0]).toEqual({ indisvalid: true })
  })

  it('is left for the next start when others do not let go, which is told', async () => {
    await source.query('DROP INDEX region_name_search_idx')
    await writer.query(`BEGIN; UPDATE region SET name = 'y' WHERE code = 'X1'`)
    const told: string[] = []
    const runner = source.createQueryRunner()
    await makeReadIndexes(runner, { tell: (sentence) => void told.push(sentence), lockTimeout: 50, tries: 2 })
    expect(told).toEqual([expect.stringMatching(/^Others held locks for too long; left for the next start: .*region_name_search_idx/)])
    await writer.query('COMMIT')
    await makeReadIndexes(runner, { tell: (sentence) => void told.push(sentence) })
    await runner.release()
    expect(told).toHaveLength(1)
  })
})

describe('the order of names', () => {
  const names = async () =>
    (
      await source.query(
        `SELECT string_agg(name, ' ' ORDER BY name COLLATE by_name) AS names FROM unnest(ARRAY['Univerzitet', 'ecoplus.', 'Zadar', 'Únia', 'unia', 'ABC']) name`,
      )
    )[0].names

  it('is that in which people look them up', async () => {
    expect(await names()).toBe('ABC ecoplus. unia Únia Univerzitet Zadar')
  })

  it('has its indexes rebuilt when the rules of the system have changed since', async () => {
    const files = async () =>
      source.query(`SELECT relname, relfilenode FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid, pg_collation o
        WHERE collname = 'by_name' AND o.oid = ANY (indcollation) ORDER BY relname`)
    const before = await files()
    expect(before.length).toBeGreaterThan(5)
    const told: string[] = []
    await migrate(source, { tell: (sentence) => void told.push(sentence) })
    expect(await files()).toEqual(before)
    await source.query(`UPDATE pg_collation SET collversion = '1' WHERE collname = 'by_name'`)
    await migrate(source, { tell: (sentence) => void told.push(sentence) })
    const after = await files()
    for (const [place, { relfilenode }] of after.entries()) expect(relfilenode).not.toBe(before[place].relfilenode)
    expect(told).toEqual([`The system orders names by other rules than before: ${before.length} indexes were rebuilt.`])
    const [{ known }] = await source.query(`SELECT collversion = pg_collation_actual_version(oid) AS known FROM pg_collation WHERE collname = 'by_name'`)
    expect(known).toBe(true)
  })
})
