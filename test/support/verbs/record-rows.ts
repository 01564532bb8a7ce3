import { added, type Changes, changed, gone, MOMENT, type RowChange } from './changes.js'
import type { Row } from './deeds.js'
import { members, type Person } from './people.js'
import type { BadInput, VerbRow } from './verb-rows.js'
import type { World } from './world.js'

type Pair = readonly [before: unknown, after: unknown]

/** The plain writes of a record: who may, and what each of them changes. */
export interface RecordRow {
  readonly record: string
  readonly table: string
  /** Which of create, update, archive (with restore) and delete there are. */
  readonly verbs: string
  readonly state?: string
  readonly by: readonly Person[]
  /** Members who may not read it. */
  readonly blind?: readonly Person[]
  /** Members who may not read what it belongs to. */
  readonly unseen?: readonly Person[]
  /** Answers to others, where they are not the usual ones. */
  readonly answers?: Partial<Record<Person, string>>
  /** Answers to whoever would create it, where they are not the usual ones. */
  readonly answersToCreate?: Partial<Record<Person, string>>
  /** Puts what a new one belongs to, once; given to `make`, `create` and `created`. */
  readonly within?: (world: World) => Promise<Row>
  /** Puts a record; each time anew. */
  readonly make?: (world: World, within: Row) => Promise<string>
  readonly create?: (within: Row) => Row
  readonly created?: (within: Row) => Row
  readonly update?: Row
  readonly updated?: Readonly<Record<string, Pair>>
  /** Input that is refused, of an update where it says so, else of a new one. */
  readonly bad?: Readonly<Record<string, BadInput & { readonly of?: 'update' }>>
  /** Code with which plain writes are refused in this state. */
  readonly refused?: string
}

interface Made extends Row {
  readonly id: string
  readonly within: Row
}

/** A row for each of a record's plain writes. */
export function plainWrites(record: RecordRow): VerbRow<Row>[] {
  const makers: Record<string, () => VerbRow<Made>[]> = {
    create: () => [createRow(record)],
    update: () => [updateRow(record), ...(record.refused ? [] : archivedRow(record))],
    archive: () => [stampRow(record, 'archive'), stampRow(record, 'restore')],
    delete: () => [deleteRow(record)],
  }
  return record.verbs.split(' ').flatMap((name) => makers[name]?.() ?? []) as unknown as VerbRow<Row>[]
}

const hasArchive = ({ verbs }: RecordRow): boolean => verbs.includes('archive')

const makeOf =
  ({ table, within, make }: RecordRow, values: Row = {}) =>
  async (world: World): Promise<Made> => {
    const around = (await within?.(world)) ?? {}
    const id = make ? await make(world, around) : await world.put(table, around)
    if (Object.keys(values).length > 0) await world.set(table, id, values)
    return { id, within: around }
  }

const shared = ({ by, state, blind, answers, refused }: RecordRow) => ({
  by,
  ...(state ? { state } : {}),
  ...(blind ? { blind } : {}),
  ...(answers ? { answers } : {}),
  ...(refused ? { refused } : {}),
})

const only = (table: string, row: RowChange): Changes => ({ [table]: [row] })

/**
 * Whoever cannot see what a new one would belong to is told that there is no such thing; whoever can, first that it is not
 * the time for it.
 */
function createRow(record: RecordRow): VerbRow<Made> {
  const outside = record.unseen ?? []
  const unseen = ['administrator', 'elsewhere', ...(record.blind ?? [])].map((person) => [person, 'UNKNOWN_REFERENCE'] as const)
  const inTime = record.refused ? members.filter((person) => !outside.includes(person)).map((person) => [person, record.refused] as const) : []
  const bad = Object.entries(record.bad ?? {}).filter(([, { of }]) => of !== 'update')
  return {
    ...shared(record),
    verb: `create${record.record}`,
    make: async (world) => ({ id: '', within: (await record.within?.(world)) ?? {} }),
    with: ({ within }) => ({ input: record.create?.(within) ?? {} }),
    answers: {
      ...Object.fromEntries(unseen),
      ...record.answersToCreate,
      ...Object.fromEntries(outside.map((person) => [person, 'UNKNOWN_REFERENCE'])),
      ...Object.fromEntries(inTime),
    },
    changes: ({ within }) => only(record.table, added(record.created?.(within) ?? {})),
    bad: Object.fromEntries(bad.map(([words, fault]) => [words, { ...fault, with: { input: { ...inputOf(record), ...fault.with } } }])),
  }
}

/** Input of a new one without what it belongs to, which faults of their own do not need. */
const inputOf = (record: RecordRow): Row => record.create?.({}) ?? {}

function updateRow(record: RecordRow): VerbRow<Made> {
  const bad = Object.entries(record.bad ?? {}).filter(([, { of }]) => of === 'update')
  return {
    ...shared(record),
    verb: `update${record.record}`,
    make: makeOf(record),
    with: ({ id }) => ({ id, version: 1, input: record.update ?? {} }),
    changes: ({ id }) => only(record.table, changed(id, record.updated ?? {})),
    bad: Object.fromEntries(bad.map(([words, fault]) => [words, { ...fault, with: { input: fault.with } }])),
  }
}

function archivedRow(record: RecordRow): VerbRow<Made>[] {
  if (!hasArchive(record)) return []
  return [{ ...updateRow(record), state: 'archived', make: makeOf(record, { archived_at: '2014-01-01T00:00:00Z' }), refused: 'ARCHIVED' }]
}

function stampRow(record: RecordRow, name: 'archive' | 'restore'): VerbRow<Made> {
  const [before, after]: Pair = name === 'archive' ? [null, MOMENT] : [MOMENT, null]
  return {
    ...shared(record),
    verb: `${name}${record.record}`,
    make: makeOf(record, name === 'restore' ? { archived_at: '2014-01-01T00:00:00Z' } : {}),
    with: ({ id }) => ({ id, version: 1 }),
    changes: ({ id }) => only(record.table, changed(id, { archived_at: [before, after] })),
  }
}

const deleteRow = (record: RecordRow): VerbRow<Made> => ({
  ...shared(record),
  verb: `delete${record.record}`,
  make: makeOf(record),
  with: ({ id }) => ({ id, version: 1 }),
  changes: ({ id }) => only(record.table, gone(id)),
})
