import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRecords } from '@clusterpolisee/schema'
import { type FieldDefinitionNode, Kind, type TypeNode } from 'graphql'
import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'
import { allVerbs, documentOf, verbField } from '../support/verbs/documents.js'

let product: Product
let database: pg.Client

beforeAll(async () => {
  product = await startProduct()
  database = await connectEmbedded(product.folder)
})
afterAll(async () => {
  await database?.end()
  await product?.stop()
})

/** A session of its own in which the administrator proved nothing for a while. */
async function oldSession(name: string): Promise<Client> {
  await database.query(
    `INSERT INTO session (id, version, user_id, token_hash, created_at, seen_at, proved_at, expires_at)
     SELECT gen_random_uuid(), 1, u.id, $1, now(), now(), now() - interval '16 minutes', now() + interval '1 day' FROM app_user u WHERE u.email = 'admin@example.org'`,
    [createHash('sha256').update(name).digest('hex')],
  )
  return product.client.withSession(name)
}

/** Something of the type, which nothing fits: nobody gets beyond looking at it. */
function anythingOf(type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return anythingOf(type.type)
  if (type.kind === Kind.LIST_TYPE) return []
  const values: Readonly<Record<string, unknown>> = {
    Int: 1,
    Boolean: true,
    Float: 1,
    Date: '2014-04-14',
    MemberRole: 'OBSERVER',
    RecommendationResponse: 'ACCEPTED',
  }
  if (type.name.value.endsWith('Input')) return {}
  return values[type.name.value] ?? 'x'
}

const argumentsFor = ({ arguments: given = [] }: FieldDefinitionNode) =>
  Object.fromEntries(given.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE).map(({ name, type }) => [name.value, anythingOf(type)]))

async function asksAgain(verb: string): Promise<boolean> {
  const client = await oldSession(verb)
  const { errors } = await client.ask(documentOf(verb), argumentsFor(verbField(verb)))
  // A document that does not fit the contract would ask nobody anything.
  expect([verb, errors?.[0]?.extensions.code]).not.toEqual([verb, 'GRAPHQL_VALIDATION_FAILED'])
  return errors?.[0]?.extensions.code === 'PROVE_AGAIN'
}

async function askingOf(verbs: readonly string[]): Promise<string[]> {
  const asking: string[] = []
  for (const verb of verbs) if (await asksAgain(verb)) asking.push(verb)
  return asking
}

const plain = new Map(
  allRecords().flatMap(({ name, verbs }) =>
    verbs.flatMap((verb) => (verb === 'archive' ? [`archive${name}`, `restore${name}`] : [`${verb}${name}`])).map((verb) => [verb, name] as const),
  ),
)

/** What a new verb has to choose: does it open a door, or take data away in a file? Rights, ways in, and exports do. */
const doors = [
  'addCodes',
  'addPasskey',
  'askForErasure',
  'beginExport',
  'confirmLink',
  'createApiToken',
  'createProject',
  'erasePerson',
  'invite',
  'joinAccountOf',
  'newCodes',
  'newPasskey',
  'partProviderAccount',
  'removeFactor',
  'renewRecoveryCodes',
  // Of an administrator, who takes a link.
  'requestPasswordReset',
  'resendInvitation',
]

/** Those that open none, or that ask for a password or a code themselves. */
const open = [
  ...['acceptInvitation', 'askPasskey', 'beginInstallation', 'changePassword', 'confirmPasskey', 'confirmSecondFactor', 'proveAgain', 'resetPassword'],
  ...['askAnyPasskey', 'proveAgainByPasskey', 'proveAgainWith', 'signInByPasskey'],
  ...['revokeApiToken', 'revokeSession', 'seeAs', 'signIn', 'signInWith', 'signOut', 'signOutEverywhere', 'stopSeeingAs'],
  ...[
    'addDacCriteria',
    'addRegions',
    'assignEvaluator',
    'cancelBenchmarkEdition',
    'computeEffect',
    'correctMeasurement',
    'createBenchmarkEdition',
    'declareConflict',
  ],
  ...['deleteDemonstration', 'finishDecision', 'handInDeliverable', 'handInScores', 'importBenchmarkEntries', 'publishBenchmarkEdition'],
  ...['recomputeBenchmarkEdition', 'recordCollaborations', 'recordMeasurements', 'replacePartner', 'replanPilot', 'respondToRecommendation'],
  ...['retractMeasurement', 'reviseEvaluationPlan', 'setTarget', 'transitionEvaluationPlan', 'transitionPilot', 'withdrawBenchmarkEdition'],
]

describe('after a quarter of an hour', () => {
  it('a verb asks again who is there, or says here that it does not', async () => {
    const written = allVerbs().filter((verb) => !plain.has(verb))
    expect([...doors, ...open].sort()).toEqual([...written].sort())
    expect(await askingOf(written)).toEqual([...doors].sort())
  })

  it('plain writes of memberships do, of no other record', async () => {
    const asking = new Set((await askingOf([...plain.keys()])).map((verb) => plain.get(verb)))
    expect([...asking]).toEqual(['Membership'])
  })

  it('an address that gives data as a file asks again, or says here that it does not', async () => {
    expect(routes()).toEqual(Object.keys(addresses).sort())
    const client = await oldSession('addresses')
    for (const [route, address] of Object.entries(addresses).filter(([, given]) => given !== null)) {
      const response = await fetch(`${product.client.url}${address?.at}`, { headers: client.cookie() })
      const { code } = response.status === 403 ? ((await response.json()) as { code: string }) : { code: null }
      expect([route, code]).toEqual([route, address?.asks ? 'PROVE_AGAIN' : null])
    }
  })

  it('a list is read as a file by whoever proves again who they are, and by a token as ever', async () => {
    const lead = await product.client.as('lead')
    const read = (headers: Record<string, string>) => fetch(`${product.client.url}/feeds/indicators.csv`, { headers }).then(({ status }) => status)
    const document = 'mutation ($ids: [ID!]!) { createApiToken(name: "Table", projectIds: $ids) { token } }'
    const { projects } = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data
    const { token } = (await lead.ask(document, { ids: [projects.nodes[0].id] })).data.createApiToken
    expect(await read(lead.cookie())).toBe(200)
    await database.query(`UPDATE session SET proved_at = now() - interval '16 minutes'; SELECT pg_notify('access_changed', '')`)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect([await read(lead.cookie()), await read({ authorization: `Bearer ${token}` })]).toEqual([403, 200])
  })
})

it('a list that the dashboard writes into a file is told to the security log', async () => {
  const lead = await product.client.as('lead')
  expect((await lead.ask('mutation { beginExport(list: "nothings") }')).errors?.[0]?.extensions.faults?.[0]?.code).toBe('UNKNOWN_REFERENCE')
  expect((await lead.ask('mutation { beginExport(list: "indicators") }')).data).toEqual({ beginExport: true })
  const { data } = await lead.ask('{ securityLog(first: 1, filter: {kind: {eq: FEED_READ}}) { nodes { detail byName } } }')
  expect(data.securityLog.nodes).toEqual([{ detail: 'indicators.csv', byName: 'Lena Lead' }])
})

interface Address {
  /** Where it is asked. */
  readonly at: string
  readonly asks: boolean
}

const nothing = '00000000-0000-4000-8000-000000000000'

/** Every address of the gateway, by the file that declares it; null: it gives no data of projects. */
const addresses: Readonly<Record<string, Address | null>> = {
  'access/personal-data-route.ts get /': { at: '/personal-data.json', asks: true },
  'access/provider-route.ts get /:key/back': null,
  'benchmark/entry-import-route.ts post /': null,
  // What is published, or what its own page shows whole.
  'benchmark/published-edition-route.ts get /:file': { at: `/benchmarks/${nothing}.csv`, asks: false },
  // Days of meetings, for a calendar that asks by itself.
  'events/calendar-route.ts get /:file': { at: `/events/${nothing}.ics`, asks: false },
  'events/calendar-route.ts get /:project/calendar.ics': { at: `/events/${nothing}/calendar.ics`, asks: false },
  // Their names.
  'feeds/feeds.ts get /': { at: '/feeds', asks: false },
  'feeds/feeds.ts get /:file': { at: '/feeds/indicators.csv', asks: true },
  'foresight/import-routes.ts get /regional-statistics/template.csv': null,
  'foresight/import-routes.ts get /regional-statistics/template.xlsx': null,
  'foresight/import-routes.ts post /regional-statistics': null,
  'http/app.ts get /.well-known/security.txt': null,
  'http/app.ts get /logo': null,
  'http/assets.ts get /{*path}': null,
  'http/app.ts get /changes': null,
  'http/app.ts get /healthz': null,
  'http/app.ts get /metrics': null,
  'http/app.ts get /readyz': null,
  'http/app.ts get /{*path}': null,
}

/** Addresses as the sources declare them. */
function routes(): string[] {
  const folder = 'apps/gateway/src'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  return files
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\.(get|post|put|patch|delete)\(\s*'(\/[^']*)'/g)].map(
        ([, method, path]) => `${file} ${method} ${path}`,
      ),
    )
    .sort()
}
