import type { ReadIndex } from '@clusterpolisee/schema'

/** What is known of an index of the database. */
export interface PresentIndex {
  /** False: making it was broken off. */
  readonly valid: boolean
  readonly comment: string | null
}

/** Begins the comment of an index that comes from the records: others, as an administrator's, are never dropped. */
const MARK = 'From the records: '

/**
 * Statements, those of one step in turn, that bring the indexes of a database to what is wanted. In `large` tables an index is
 * made and dropped beside their writers; all others are made at once, in one statement.
 */
export function indexSteps(wanted: readonly ReadIndex[], present: ReadonlyMap<string, PresentIndex>, large: ReadonlySet<string>): string[][] {
  const names = new Set(wanted.map(({ name }) => name))
  const gone = [...present].filter(([name, { comment }]) => comment?.startsWith(MARK) && !names.has(name))
  const lacking = wanted.filter((index) => isLacking(index, present.get(index.name)))
  const unmarked = wanted.filter((index) => !lacking.includes(index) && present.get(index.name)?.comment === null)
  const atOnce = [...lacking.filter(({ table }) => !large.has(table)).flatMap((index) => statements(index)), ...unmarked.map(mark)]
  return [
    ...gone.map(([name]) => [`DROP INDEX CONCURRENTLY IF EXISTS ${name}`]),
    ...(atOnce.length > 0 ? [[atOnce.join('; ')]] : []),
    ...lacking.filter(({ table }) => large.has(table)).map((index) => statements(index, 'CONCURRENTLY ')),
  ]
}

/** True for one that is not there, was broken off, or has other keys now. */
function isLacking({ keys }: ReadIndex, present: PresentIndex | undefined): boolean {
  if (!present?.valid) return true
  return Boolean(present.comment?.startsWith(MARK)) && present.comment !== MARK + keys
}

const statements = (index: ReadIndex, how = ''): string[] => [
  `DROP INDEX ${how}IF EXISTS ${index.name}`,
  `CREATE INDEX ${how}${index.name} ON ${index.table} ${index.keys}`,
  mark(index),
]

const mark = ({ name, keys }: ReadIndex) => `COMMENT ON INDEX ${name} IS '${(MARK + keys).replaceAll("'", "''")}'`
