import type { Row } from './deeds.js'
import { allVerbs } from './documents.js'
import { plainWrites, type RecordRow } from './record-rows.js'
import { checkRow, nameOf, type VerbRow } from './verb-rows.js'
import { World } from './world.js'

const plain = ['create', 'update', 'archive', 'restore', 'delete']

/**
 * Runs a room's tables on a product of its own: each row is asked by everybody, and what is written is compared with what
 * the row says, row by row of the database.
 */
export function describeRoom(
  room: string,
  rows: readonly VerbRow<Row>[],
  records: readonly RecordRow[],
  more: (worldOf: () => World) => void = () => undefined,
): void {
  let world: World
  beforeAll(async () => {
    world = await World.make()
  })
  afterAll(() => world?.stop())
  const run = (rows: readonly VerbRow<Row>[]) =>
    it.each(rows.map((row) => [nameOf(row), row] as const))('%s, and nothing else changes', (_, row) => checkRow(world, row))
  describe(`verbs of ${room}`, () => {
    run(rows)
    more(() => world)
  })
  describe(`plain writes of ${room}`, () => {
    run(records.flatMap(plainWrites))
    it.each(records.filter(({ state }) => !state))('$record has those of its row and no others', ({ record, verbs }) => {
      const offered = plain.filter((name) => allVerbs().includes(`${name}${record}`))
      const byHand = rows.some((row) => row.verb === `create${record}`) && !verbs.includes('create') ? ['create'] : []
      expect(offered).toEqual([...byHand, ...verbs.split(' ').flatMap((name) => (name === 'archive' ? ['archive', 'restore'] : [name]))])
    })
  })
}
