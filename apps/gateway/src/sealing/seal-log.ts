import type { RunSql } from '@clusterpolisee/schema'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.js'
import { writeCheckpoint } from './checkpoint.js'
import type { LogKey } from './log-key.js'
import { Frontier, leafHash } from './merkle-tree.js'
import { digestOf, LATEST_HOURS, sealed } from './sealed-rows.js'

const EVERY = 60_000
const LOCK = 7_140_414
/** Rows of one transaction. */
const AT_ONCE = 5000

/** Seals new rows every minute, by one of the gateways; what fails is tried again in a minute. Answers how it is stopped. */
export function startSealing(database: Database, key: LogKey, logger: Logger): () => Promise<void> {
  const seal = () => sealNewRows(database, key).catch((error) => logger.warn({ err: error }, 'the log was not sealed'))
  let sealing = seal()
  const timer = setInterval(() => {
    sealing = sealing.then(seal)
  }, EVERY)
  return async () => {
    clearInterval(timer)
    await sealing
  }
}

/**
 * Gives every row that has none yet its place in the log, and signs a checkpoint. No writer waits for it: it looks for rows that were
 * written since the last time, and an hour before, in case their transaction ended late. Answers how many were sealed.
 */
export async function sealNewRows(database: Database, key: LogKey): Promise<number> {
  let [all, rows] = [0, AT_ONCE]
  while (rows === AT_ONCE) {
    rows = await database.write(null, (run) => sealSome(run, key))
    all += rows
  }
  return all
}

interface Last {
  readonly frontier: Frontier
  readonly keyName: string | null
  /** A checkpoint is due though nothing is new. */
  readonly isOld: boolean
}

async function sealSome(run: RunSql, key: LogKey): Promise<number> {
  const [lock] = await run('SELECT pg_try_advisory_xact_lock($1) AS taken', [LOCK])
  if (!lock?.taken) return 0
  await run(`SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('TimeZone', 'UTC', true)`, [])
  const { frontier, keyName, isOld } = await readLast(run)
  if (keyName !== null && keyName !== key.name) await run(`SELECT log_security('LOG_KEY_CHANGED', NULL, NULL, NULL, $1)`, [key.name])
  const leaves = await run(INSERT_LEAVES, [frontier.size, AT_ONCE])
  if (leaves.length === 0 && !isOld) return 0
  for (const { digest } of leaves.sort((a, b) => Number(a.index) - Number(b.index))) frontier.add(leafHash(digest as Buffer))
  await storeCheckpoint(run, frontier, key)
  return leaves.length
}

async function readLast(run: RunSql): Promise<Last> {
  const [last] = await run(
    `SELECT size, frontier, key_name, at < moment_now() - interval '1 hour' AS "isOld" FROM log_checkpoint ORDER BY size DESC, at DESC LIMIT 1`,
    [],
  )
  if (!last) return { frontier: new Frontier(), keyName: null, isOld: false }
  return { frontier: new Frontier(Number(last.size), [...(last.frontier as Buffer[])]), keyName: String(last.key_name), isOld: last.isOld === true }
}

async function storeCheckpoint(run: RunSql, frontier: Frontier, key: LogKey): Promise<void> {
  const root = frontier.root()
  await run('INSERT INTO log_checkpoint (id, size, root, frontier, key_name, note, at) VALUES ($1, $2, $3, $4, $5, $6, moment_now())', [
    uuidv7(),
    frontier.size,
    root,
    frontier.peaks,
    key.name,
    writeCheckpoint({ size: frontier.size, root }, key),
  ])
}

const unsealed = sealed.map(
  ({ source, table, text }) => `SELECT r.id, r.at, '${source}' AS source, ${text} AS text FROM ${table} r
    WHERE r.at >= (SELECT coalesce(max(c.at), '-infinity') - interval '${LATEST_HOURS} hour' FROM log_checkpoint c)
      AND NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l.row_id = r.id)`,
)

const INSERT_LEAVES = `WITH fresh AS MATERIALIZED (
    SELECT n.*, row_number() OVER (ORDER BY n.at, n.id) AS place, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) AS salt
    FROM (SELECT * FROM (${unsealed.join(' UNION ALL ')}) u ORDER BY u.at, u.id LIMIT $2) n)
  INSERT INTO log_leaf (index, source, row_id, salt, digest)
  SELECT $1::bigint + place - 1, source, id, salt, ${digestOf('salt', 'text')} FROM fresh RETURNING index, digest`
