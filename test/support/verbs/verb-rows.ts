import { randomUUID } from 'node:crypto'
import type { Answer, Client } from '../product.js'
import { type Changes, expectChanges } from './changes.js'
import type { Row } from './deeds.js'
import { argumentsOf, documentOf } from './documents.js'
import { type Person, people, userId } from './people.js'
import type { World } from './world.js'

/** Input that is refused, with the code and the place of the fault. */
export interface BadInput {
  readonly with: Row
  readonly code: string
  /** Where, as `input.0.onDay`. */
  readonly at?: string
}

/** Who asks, and by which session where that is a new one. */
export interface Asker {
  readonly person: Person
  readonly userId: string | null
  readonly sessionId: string
}

/** A verb in one state of what it is asked of: who may, who cannot even see it, and what it writes. */
export interface VerbRow<Made extends Row> {
  readonly verb: string
  /** The state, in words. */
  readonly state?: string
  /** Puts what the verb is asked of; each time anew. */
  readonly make: (world: World) => Promise<Made>
  readonly with: (made: Made, asker: Asker) => Row
  /** True: everybody asks by a new session, which the verb may end. */
  readonly fresh?: boolean
  /** By whom it is done, or, in this state, refused with {@link refused}. */
  readonly by: readonly Person[]
  /** Members who may not read it. */
  readonly blind?: readonly Person[]
  /** What is answered to others; by default each as {@link outsiders} says. */
  readonly answers?: Partial<Record<Person, string>>
  readonly refused?: string
  readonly changes?: (made: Made, asker: Asker) => Changes
  /** What else must hold once it is done. */
  readonly after?: (answer: Answer, made: Made, world: World, asker: Asker) => void | Promise<void>
  readonly bad?: Readonly<Record<string, BadInput>>
}

/** What they are answered whatever they ask for that is not theirs. */
const outsiders: Partial<Record<Person, string>> = {
  administrator: 'NOT_FOUND',
  elsewhere: 'NOT_FOUND',
  token: 'READ_ONLY',
  seeingAs: 'SEEING_AS',
  stranger: 'UNAUTHENTICATED',
}

/** A rows' made values are its own matter: this keeps them typed where it is written. */
export const verb = <Made extends Row>(row: VerbRow<Made>): VerbRow<Row> => row as unknown as VerbRow<Row>

/** Makes one row of a table. */
export const one =
  (table: string, values: Row = {}) =>
  async (world: World) => ({ id: await world.put(table, values) })

/** `done`, or the code that says most: of the faults, else the reason, else of the error. */
export function outcomeOf({ errors }: Answer): string {
  const extensions = errors?.[0]?.extensions
  if (!extensions) return 'done'
  const faults = extensions.faults?.map(({ code }) => code)
  return faults ? [...new Set(faults)].join(' ') : String(extensions.reason ?? extensions.code)
}

/** What a row says, as the name of its test. */
export const nameOf = ({ verb, state, by, refused }: VerbRow<Row>): string =>
  `${verb}${state ? `, ${state},` : ''} ${refused ? `is refused as ${refused}` : `is done by ${by.join(', ') || 'nobody'}`}`

/** Asks everybody, and compares every answer and every row that was written. */
export async function checkRow(world: World, row: VerbRow<Row>): Promise<void> {
  await checkRefusals(world, row)
  if (row.refused) return
  for (const person of row.by) await checkDone(world, row, person)
  await checkBadInput(world, row)
}

/** Refusals leave nothing: all of them are asked of one and the same. */
async function checkRefusals(world: World, row: VerbRow<Row>): Promise<void> {
  const made = await row.make(world)
  const askers = await askersOf(world, row)
  const outcomes: Record<string, string> = {}
  const expected: Record<string, string> = {}
  for (const { asker, client } of askers) {
    const answer = expectedOf(row, asker.person)
    if (answer === 'done') continue
    expected[asker.person] = answer
    outcomes[asker.person] = outcomeOf(await client.ask(documentOf(row.verb), row.with(made, asker)))
  }
  expect(outcomes).toEqual(expected)
  expect(await world.deeds()).toEqual([])
}

/** Everybody, or those named, ready to ask: what was put there before is no deed of theirs. */
async function askersOf(world: World, { fresh }: VerbRow<Row>, who: readonly Person[] = people): Promise<{ asker: Asker; client: Client }[]> {
  const askers = []
  for (const person of who) {
    const { client, sessionId } = fresh ? await world.freshClient(person) : { client: world.clients[person], sessionId: '' }
    askers.push({ asker: { person, userId: userId(person), sessionId }, client })
  }
  await world.ready()
  return askers
}

function expectedOf({ by, blind = [], answers = {}, refused }: VerbRow<Row>, person: Person): string {
  if (by.includes(person)) return refused ?? 'done'
  return answers[person] ?? outsiders[person] ?? (blind.includes(person) ? 'NOT_FOUND' : 'NOT_YOURS')
}

async function checkDone(world: World, row: VerbRow<Row>, person: Person): Promise<void> {
  const made = await row.make(world)
  for (const { asker, client } of await askersOf(world, row, [person])) {
    const [given, key] = [row.with(made, asker), randomUUID()]
    const answer = await client.ask(documentOf(row.verb), given, key)
    expect([person, outcomeOf(answer)]).toEqual([person, 'done'])
    expectChanges(await world.deeds(), row.changes?.(made, asker) ?? {}, userId(person))
    if (!row.fresh) await checkRepeated(world, { answer, again: await client.ask(documentOf(row.verb), given, key) })
    await row.after?.(answer, made, world, asker)
  }
}

/** Sent twice by one key, it is done once: what is answered again is what was answered, or that it was done. */
async function checkRepeated(world: World, { answer, again }: { readonly answer: Answer; readonly again: Answer }): Promise<void> {
  expect(await world.deeds()).toEqual([])
  if (outcomeOf(again) !== 'ALREADY_DONE') expect(again).toEqual(answer)
}

/** Asked by the first who may. */
async function checkBadInput(world: World, row: VerbRow<Row>): Promise<void> {
  const made = await row.make(world)
  for (const { asker, client } of await askersOf(world, row, row.by.slice(0, 1))) {
    const right = row.with(made, asker)
    const outcomes: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const [words, bad] of Object.entries({ ...usualFaults(row.verb, right), ...row.bad })) {
      expected[words] = bad.at ? `${bad.code} at ${bad.at}` : bad.code
      outcomes[words] = placeOf(await client.ask(documentOf(row.verb), { ...right, ...bad.with }), bad.at !== undefined)
    }
    expect(outcomes).toEqual(expected)
    expect(await world.deeds()).toEqual([])
  }
}

function placeOf(answer: Answer, withPlace: boolean): string {
  const places = answer.errors?.[0]?.extensions.faults?.map(({ path }) => path.join('.')) ?? []
  return withPlace ? `${outcomeOf(answer)} at ${places.join(' ')}` : outcomeOf(answer)
}

const UNKNOWN = '00000000-0000-7000-8000-000000000000'

/** A version that is over, an identity that is none, and one of nothing. */
function usualFaults(verb: string, given: Row): Record<string, BadInput> {
  const names = argumentsOf(verb)
  const tries: [string, BadInput][] = []
  if (names.includes('version') && typeof given.version === 'number')
    tries.push(['a version that is over', { with: { version: given.version + 5 }, code: 'CONFLICT' }])
  if (names.includes('id')) {
    tries.push(['an identity that is none', { with: { id: 'nothing' }, code: 'NOT_FOUND' }])
    tries.push(['an identity of nothing', { with: { id: UNKNOWN }, code: 'NOT_FOUND' }])
  }
  return Object.fromEntries(tries)
}
