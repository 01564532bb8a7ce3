import { clusterpoliseeId, demonstrationId, personId, sampleId } from '@clusterpolisee/schema'
import type pg from 'pg'
import type { Client } from '../product.js'

/** Everybody who may ask for a verb, named by what they are to the records that the tables make. */
export const people = [
  'leadPartner',
  /** Leads the work package of the records, {@link PACKAGE}. */
  'leader',
  /** Leads another one, {@link OTHER_PACKAGE}. */
  'otherLeader',
  /** Of the partner of the records, {@link PARTNER}. */
  'ownPartner',
  /** Of another one, {@link OTHER_PARTNER}. */
  'otherPartner',
  /** Judges in the evaluations of the tables. */
  'evaluator',
  /** Has the role and no seat in them. */
  'otherEvaluator',
  'controller',
  'observer',
  /** Without a membership. */
  'administrator',
  /** Lead partner of the other project only. */
  'elsewhere',
  /** An API token of the lead partner, with money. */
  'token',
  /** The lead partner, who sees as the own partner. */
  'seeingAs',
  'stranger',
] as const
export type Person = (typeof people)[number]

/** Members of the demonstration, by session. */
export const members = people.slice(0, 9)

const demonstration = (kind: string, key: string | number): string => sampleId('demonstration', kind, key)

export const DEMONSTRATION = demonstrationId
export const OTHER_PROJECT = clusterpoliseeId
export const PACKAGE = demonstration('WorkPackage', 4)
export const OTHER_PACKAGE = demonstration('WorkPackage', 3)
export const PARTNER = demonstration('Partner', 8)
export const OTHER_PARTNER = demonstration('Partner', 10)
/** Nobody of the tables belongs to it. */
export const THIRD_PARTNER = demonstration('Partner', 2)
export const FUND = demonstration('Fund', 'IPA')
export const AREA = demonstration('ThematicArea', 1)
export const OTHER_AREA = demonstration('ThematicArea', 2)
export const PHASE = demonstration('Phase', 1)
export const REGION = demonstration('Region', 'XX01')

const accounts = {
  leadPartner: 'lead',
  leader: 'wp-leader',
  otherLeader: 'wp-leader-b',
  ownPartner: 'partner-a',
  otherPartner: 'partner-b',
  evaluator: 'evaluator',
  otherEvaluator: 'evaluator-b',
  controller: 'controller',
  observer: 'observer',
  administrator: 'admin',
  elsewhere: 'elsewhere',
} as const

const sessions = Object.keys(accounts) as (keyof typeof accounts)[]

/** The person's identity; of a token and of whoever sees as another it is the lead partner's, of a stranger none. */
export function userId(person: Person): string | null {
  if (person === 'stranger') return null
  return personId(person === 'token' || person === 'seeingAs' ? 'lead' : accounts[person])
}

/** Somebody with an account and nothing else. */
export const CLERK = personId('clerk')

/** Adds the accounts that the sample has not: a second leader, a lead partner elsewhere, a clerk without a project. */
export async function addPeople(db: pg.Client): Promise<void> {
  const now = 'now(), now()'
  const account = `INSERT INTO app_user (id, version, created_at, updated_at, display_name, email, administrator, password_hash)
    SELECT $1, 1, ${now}, $2, $3, false, password_hash FROM app_user WHERE id = $4`
  const names = { 'wp-leader-b': 'Wanda Other', elsewhere: 'Elsa Where', clerk: 'Clara Clerk' }
  for (const [key, name] of Object.entries(names)) await db.query(account, [personId(key), name, `${key}@example.org`, personId('lead')])
  const membership = `INSERT INTO membership (id, version, created_at, updated_at, project_id, user_id, role) VALUES (gen_random_uuid(), 1, ${now}, $1, $2, $3)`
  await db.query(membership, [DEMONSTRATION, personId('wp-leader-b'), 'WORK_PACKAGE_LEADER'])
  await db.query(membership, [OTHER_PROJECT, personId('elsewhere'), 'LEAD_PARTNER'])
  await db.query(
    `INSERT INTO leadership (id, version, created_at, updated_at, project_id, work_package_id, user_id) VALUES (gen_random_uuid(), 1, ${now}, $1, $2, $3)`,
    [DEMONSTRATION, OTHER_PACKAGE, personId('wp-leader-b')],
  )
}

/** Signs everybody in. */
export async function signInAll(stranger: Client): Promise<Readonly<Record<Person, Client>>> {
  const signedIn = await Promise.all(sessions.map(async (person) => [person, await stranger.as(accounts[person])] as const))
  const clients = Object.fromEntries(signedIn) as Record<(typeof sessions)[number], Client>
  const made = await clients.leadPartner.ask(
    'mutation ($projectIds: [ID!]!) { createApiToken(name: "Table", projectIds: $projectIds, withMoney: true) { token } }',
    { projectIds: [DEMONSTRATION] },
  )
  const seeingAs = await stranger.as('lead')
  await seeingAs.ask('mutation ($userId: ID!) { seeAs(userId: $userId) { personName } }', { userId: userId('ownPartner') })
  return { ...clients, token: stranger.withToken(made.data.createApiToken.token), seeingAs, stranger }
}
