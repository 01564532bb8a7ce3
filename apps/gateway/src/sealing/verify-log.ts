import type { RunSql } from '@clusterpolisee/schema'
import { type ReadCheckpoint, readCheckpoint } from './checkpoint.js'
import type { LogKey } from './log-key.js'
import { consistencyProof, Frontier, isContinued, leafHash, type TreeHead } from './merkle-tree.js'
import { digestOf, LATEST_HOURS, sealed } from './sealed-rows.js'

const AT_ONCE = 10_000
/** Faults that are told one by one. */
const MOST_TOLD = 200

/** What was found of the whole log. */
export interface Verdict {
  /** Rows that are sealed, and those that will be within a minute. */
  readonly size: number
  readonly unsealed: number
  /** Rows whose content was blanked or removed by right, by the event that says so. */
  readonly forgotten: readonly string[]
  /** What is not as it was sealed, in sentences; the first 200. */
  readonly faults: readonly string[]
}

/** Looks at every sealed row, every checkpoint and, if one is given, whether that is continued. */
export async function verifyLog(run: RunSql, key: LogKey, given: string | null): Promise<Verdict> {
  await run(`SELECT set_config('TimeZone', 'UTC', true)`, [])
  const { leaves, faults: changed } = await readLeaves(run, key)
  const stray = await strayRows(run)
  const faults = [...changed, ...stray.faults, ...(await wrongCounts(run)), ...(given === null ? [] : faultsOfGiven(given, key, leaves))]
  return { size: leaves.length, unsealed: stray.unsealed, forgotten: await forgottenRows(run), faults: faults.slice(0, MOST_TOLD) }
}

interface Leaf {
  readonly index: number
  readonly digest: Buffer
  readonly fault: string | null
}

const COLUMNS = sealed.map(
  ({ source, table, text }) => `SELECT l.index, l.digest, l.source || ' ' || l.row_id || ' ' || CASE
      WHEN l.salt IS NULL AND l.forgotten_by IS NULL THEN 'has lost its salt'
      WHEN l.salt IS NULL THEN NULL
      WHEN r.id IS NULL THEN 'was removed'
      WHEN ${digestOf('l.salt', text)} <> l.digest THEN 'was changed' END AS fault
    FROM log_leaf l LEFT JOIN ${table} r ON r.id = l.row_id WHERE l.source = '${source}' AND l.index >= $1 AND l.index < $1 + ${AT_ONCE}`,
)

/** All leaves in their order, with what is wrong with their rows and with the checkpoints that they lead to. */
async function readLeaves(run: RunSql, key: LogKey): Promise<{ leaves: Buffer[]; faults: string[] }> {
  const checkpoints = await run('SELECT size, root, note, at::text FROM log_checkpoint ORDER BY size, at', [])
  const [frontier, leaves, faults]: [Frontier, Buffer[], string[]] = [new Frontier(), [], []]
  const check = () => {
    while (checkpoints.length > 0 && Number(checkpoints[0]?.size) <= frontier.size) faults.push(...faultsOfCheckpoint(checkpoints.shift() ?? {}, frontier, key))
  }
  const [{ last } = { last: null }] = await run('SELECT max(index) AS last FROM log_leaf', [])
  for (let from = 0; last !== null && from <= Number(last); from += AT_ONCE) {
    const found = (await run(`${COLUMNS.join(' UNION ALL ')} ORDER BY index`, [from])) as unknown as Leaf[]
    for (const { index, digest, fault } of found) {
      if (Number(index) !== frontier.size) faults.push(`place ${frontier.size} of the log is empty or taken twice`)
      if (fault) faults.push(fault)
      check()
      frontier.add(leafHash(digest))
      leaves.push(leafHash(digest))
    }
  }
  check()
  for (const { size, at } of checkpoints) faults.push(`the checkpoint of ${at} seals ${size} rows, and only ${frontier.size} are there`)
  return { leaves, faults }
}

/** A checkpoint of another key is not looked at by itself: those of this key continue it. */
function faultsOfCheckpoint({ size, root, note, at }: Record<string, unknown>, frontier: Frontier, key: LogKey): string[] {
  const read = readCheckpoint(String(note), key)
  const isSame = read?.size === Number(size) && read.root.equals(root as Buffer)
  return [
    ...(read && isSame && (read.isSigned || read.by !== key.name) ? [] : [`the checkpoint of ${at} is not as it was signed`]),
    ...((root as Buffer).equals(frontier.root()) ? [] : [`the rows that were sealed up to ${at} (${size} in all) are not those of its checkpoint`]),
  ]
}

/** Rows that have no place in the log: new ones will get it; one whose moment is long past was put there. */
async function strayRows(run: RunSql): Promise<{ unsealed: number; faults: string[] }> {
  const found: Record<string, unknown>[][] = []
  for (const { source, table } of sealed) {
    found.push(
      await run(
        `SELECT '${source} ' || r.id AS row, r.at >= (SELECT coalesce(max(c.at), '-infinity') - interval '${LATEST_HOURS} hour' FROM log_checkpoint c) AS fresh
         FROM ${table} r WHERE NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l.row_id = r.id)`,
        [],
      ),
    )
  }
  const rows = found.flat()
  return {
    unsealed: rows.filter(({ fresh }) => fresh === true).length,
    faults: rows.filter(({ fresh }) => fresh !== true).map(({ row }) => `${row} was inserted`),
  }
}

const BY_EVENT = `SELECT e.kind, e.at::text, e.detail, l.forgotten_by, count(*)::int AS rows FROM log_leaf l LEFT JOIN security_event e ON e.id = l.forgotten_by
  WHERE l.salt IS NULL AND l.forgotten_by IS NOT NULL GROUP BY e.kind, e.at, e.detail, l.forgotten_by ORDER BY e.at`

/** The event that says why salts were forgotten is sealed with their number. */
async function wrongCounts(run: RunSql): Promise<string[]> {
  const events = await run(BY_EVENT, [])
  return events
    .filter(({ detail, rows }) => detail !== String(rows))
    .map(({ forgotten_by: event, detail, rows }) => `${rows} rows are forgotten by the event ${event}, which speaks of ${detail ?? 'none'}`)
}

async function forgottenRows(run: RunSql): Promise<string[]> {
  return (await run(BY_EVENT, [])).map(({ kind, at, rows }) => `${rows} by ${kind ?? 'nothing'} at ${at ?? 'no time'}`)
}

/** Whether a checkpoint that somebody kept is of this log, and continued by it. */
function faultsOfGiven(note: string, key: LogKey, leaves: readonly Buffer[]): string[] {
  const given = readCheckpoint(note, key)
  if (!given) return ['the given file is no checkpoint']
  if (!given.isSigned) return [`the given checkpoint is not signed by this log's key (it says ${given.by}, the key is ${key.name})`]
  return isOf(given, leaves) ? [] : [`the given checkpoint of ${given.size} rows is not continued by this log`]
}

function isOf(given: ReadCheckpoint, leaves: readonly Buffer[]): boolean {
  if (given.size > leaves.length) return false
  if (given.size === 0) return true
  return isContinued(given, headOf(leaves), consistencyProof(leaves, given.size))
}

function headOf(leaves: readonly Buffer[]): TreeHead {
  const frontier = new Frontier()
  for (const leaf of leaves) frontier.add(leaf)
  return { size: frontier.size, root: frontier.root() }
}
