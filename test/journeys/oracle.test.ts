import { isDeepStrictEqual } from 'node:util'
import { allRecords } from '@clusterpolisee/schema'
import { execute, type GraphQLSchema, parse, validate } from 'graphql'
import type pg from 'pg'
import { Draw } from '../oracle/draw.js'
import { type NaiveContext, naiveSchema } from '../oracle/naive-schema.js'
import { changeRandomly, flipAudiences } from '../oracle/random-changes.js'
import { DocumentMaker, type RandomDocument } from '../oracle/random-document.js'
import { addRandomRows } from '../oracle/random-rows.js'
import { nobody, personOf, Rights } from '../oracle/rules.js'
import { loadWorld, type World } from '../oracle/world.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'

const SEED = Number(process.env.SEED ?? 20261124)
const DOCUMENTS = Number(process.env.DOCUMENTS ?? 2000)
const WALKS = 400

const people = ['lead', 'wp-leader', 'partner-a', 'partner-b', 'evaluator', 'controller', 'observer', 'admin'] as const

let product: Product
let database: pg.Client
let world: World
let naive: GraphQLSchema
let clients: Client[]
let viewers: { name: string; client: Client; rights: Rights }[]

beforeAll(async () => {
  product = await startProduct()
  database = await connectEmbedded(product.folder)
  // Before rows by chance give them second factors.
  clients = await Promise.all(people.map((name) => product.client.as(name)))
  await addRandomRows(database, await loadWorld(database), new Draw(SEED), 12)
  await changeRandomly(database, await loadWorld(database), new Draw(SEED), 12)
  await flipAudiences(database)
  naive = naiveSchema()
  // Seen tomorrow: else each session is seen anew a minute later, while documents ask for it.
  await database.query("UPDATE session SET seen_at = seen_at + interval '1 day'")
  await look()
  console.log(`seed ${SEED}, ${DOCUMENTS} documents, ${allRecords().reduce((sum, { name }) => sum + world.of(name).length, 0)} rows`)
}, 300_000)

/** Reads the rows as they are now, and what each person may see of them. */
async function look(): Promise<void> {
  world = await loadWorld(database)
  const idOf = (name: string) => world.of('User').find(({ values }) => values.email === `${name}@example.org`)?.id ?? ''
  viewers = [
    { name: 'stranger', client: product.client, rights: new Rights(world, nobody) },
    ...people.map((name, index) => ({ name, client: clients[index] as Client, rights: new Rights(world, personOf(world, idOf(name))) })),
  ]
}

afterAll(async () => {
  await database.end()
  await product.stop()
})

/** Cursors are opaque: there is one, or there is none. */
const withoutCursors = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer ?? null, (name, value) => (['cursor', 'startCursor', 'endCursor'].includes(name) && typeof value === 'string' ? '…' : value)),
  )

/** What graphql-js answers from rows in memory, for a person. */
async function expected({ text, variables }: RandomDocument, rights: Rights, rowOfCursor: NaiveContext['rowOfCursor'] = () => '') {
  const document = parse(text)
  expect(validate(naive, document)).toEqual([])
  const contextValue: NaiveContext = { world, rights, rowOfCursor }
  const { data, errors } = await execute({ schema: naive, document, contextValue, variableValues: variables })
  if (errors) throw errors[0]
  return withoutCursors(data)
}

/** What went wrong with one document: everything that repeats it. */
interface Difference extends RandomDocument {
  readonly seed: number
  readonly viewer: string
  readonly got: unknown
  readonly wanted: unknown
}

type Viewer = (typeof viewers)[number]

/** Asks the gateway and graphql-js, and answers how they differ; undefined when they do not. */
async function difference(seed: number, viewer: Viewer, document: RandomDocument, rowOfCursor?: NaiveContext['rowOfCursor']): Promise<Difference | undefined> {
  const { data, errors } = await viewer.client.ask(document.text, document.variables)
  const wanted = await expected(document, viewer.rights, rowOfCursor)
  const got = errors ?? withoutCursors(data)
  return isDeepStrictEqual(got, wanted) ? undefined : { seed, viewer: viewer.name, ...document, got, wanted }
}

/** Runs many, a few at the same time, and stops after some that differ. */
async function differences(count: number, one: (index: number, viewer: Viewer) => Promise<Difference | undefined>): Promise<Difference[]> {
  const found: Difference[] = []
  let next = 0
  const work = async () => {
    for (let index = next++; index < count && found.length < 5; index = next++) {
      const differs = await one(index, viewers[index % viewers.length] as Viewer)
      if (differs) found.push(differs)
    }
  }
  await Promise.all(Array.from({ length: 3 }, work))
  return found
}

/** Random documents, each asked by one person. */
const askRandomly = (count: number, from: number) =>
  differences(count, (index, viewer) => {
    const document = new DocumentMaker(naive, world, new Draw(from + index)).make()
    return difference(from + index, viewer, document)
  })

describe('the compiled statement', () => {
  it('answers random documents as graphql-js does from the same rows, for every role', async () => {
    expect(await askRandomly(DOCUMENTS, SEED)).toEqual([])
  }, 1_200_000)

  it('walks random lists from any cursor, both ways, as graphql-js does', async () => {
    const found = await differences(WALKS, async (index, viewer) => {
      const seed = SEED * 7 + index
      const draw = new Draw(seed)
      const maker = new DocumentMaker(naive, world, draw)
      const record = draw.pick(allRecords()) as ReturnType<typeof allRecords>[number]
      const args = maker.listText(record)
      const { data } = await viewer.client.ask(`{ list: ${record.plural}(${[args, 'first: 60'].filter(Boolean).join(', ')}) { edges { cursor node { id } } } }`)
      const edge = draw.pick((data?.list.edges ?? []) as { cursor: string; node: { id: string } }[])
      if (!edge) return undefined
      const size = draw.between(0, 4)
      const place = draw.chance(0.5) ? `first: ${size}, after: ${JSON.stringify(edge.cursor)}` : `last: ${size}, before: ${JSON.stringify(edge.cursor)}`
      return difference(seed, viewer, maker.walk(record, args, place), () => edge.node.id)
    })
    expect(found).toEqual([])
  }, 600_000)

  it('answers the same where everybody sees many projects, and pages are sought row by row', async () => {
    await database.query(`INSERT INTO project
      SELECT (jsonb_populate_record(NULL::project, to_jsonb(p) || jsonb_build_object('id', gen_random_uuid(), 'published', true, 'acronym', 'W' || n, 'reference', NULL))).*
      FROM (SELECT * FROM project ORDER BY id LIMIT 1) p, generate_series(1, 25) n`)
    await look()
    expect(await askRandomly(Math.ceil(DOCUMENTS / 4), SEED * 3)).toEqual([])
  }, 600_000)
})
