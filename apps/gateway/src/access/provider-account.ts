import { type RunSql, recordMeta, User } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import type { Identity, Provider } from '../kernel/provider.js'
import { givenValues } from '../write/check-given.js'
import { insertPerson } from './insert-person.js'
import { joinProject, openInvitations, takeInvitations } from './open-invitations.js'
import { VisitRefused } from './provider-visit.js'

/** An account at a provider, and whose it is here. */
export interface JoinedAccount {
  readonly id: string
  readonly userId: string
}

/**
 * Whose account this is: by issuer and subject, and by nothing else. Somebody new gets an account here when their address is verified, and
 * invited or of a domain that may come. An account that is there already is joined by its owner only, see {@link joinAccount}.
 */
export async function accountOf(run: RunSql, provider: Provider, identity: Identity): Promise<JoinedAccount> {
  const account = (await findAccount(run, identity)) ?? (await joinAccount(run, provider, identity, await makePerson(run, provider, identity)))
  if (account.isArchived) throw new VisitRefused('NO_INVITATION')
  await run('UPDATE provider_account SET used_at = moment_of_write(), email = $2, version = version + 1 WHERE id = $1', [account.id, identity.email])
  if (account.isOwnAddress && identity.emailVerified) await acceptInvitations(run, String(identity.email), account.userId)
  return account
}

/** One as it stands. */
interface FoundAccount extends JoinedAccount {
  readonly isArchived: boolean
  /** The provider tells the address that the account has here. */
  readonly isOwnAddress: boolean
}

async function findAccount(run: RunSql, { issuer, subject, email }: Identity): Promise<FoundAccount | undefined> {
  const [found] = await run(
    `SELECT a.id, a.user_id AS "userId", u.archived_at IS NOT NULL AS "isArchived", coalesce(u.email = $3, false) AS "isOwnAddress"
     FROM provider_account a JOIN app_user u ON u.id = a.user_id WHERE a.issuer = $1 AND a.subject = $2 FOR UPDATE OF a`,
    [issuer, subject, email],
  )
  return found as FoundAccount | undefined
}

/** Joins an account at a provider to a person's; one that is joined to somebody else's is refused. */
export async function joinAccount(run: RunSql, { settings }: Provider, identity: Identity, userId: string): Promise<FoundAccount> {
  const { issuer, subject, email } = identity
  const made = await run(
    `INSERT INTO provider_account (id, version, user_id, provider, email, created_at, issuer, subject) VALUES ($1, 1, $2, $3, $4, moment_of_write(), $5, $6)
     ON CONFLICT (issuer, subject) DO NOTHING RETURNING id`,
    [uuidv7(), userId, settings.key, email, issuer, subject],
  )
  if (made[0]) await run(`SELECT log_security('PROVIDER_JOINED', $1, 'ProviderAccount', $2, $3)`, [userId, made[0].id, settings.key])
  const joined = await findAccount(run, identity)
  if (joined?.userId !== userId) throw new VisitRefused('JOINED_ELSEWHERE')
  return joined
}

async function makePerson(run: RunSql, { settings }: Provider, { email, emailVerified, name }: Identity): Promise<string> {
  const { values, faults } = givenValues(recordMeta(User), { email, displayName: (name ?? email ?? '').slice(0, 120) })
  if (!emailVerified || faults.length > 0) throw new VisitRefused('ADDRESS_UNVERIFIED')
  const address = String(values.email)
  await refuseKnown(run, address)
  const [invitation] = await openInvitations(run, 'email', address)
  if (!invitation && !settings.domains.includes(address.replace(/^.*@/, '').toLowerCase())) throw new VisitRefused('NO_INVITATION')
  const displayName = String(invitation?.display_name ?? values.displayName)
  return insertPerson(run, { displayName, email: address, administrator: false, passwordHash: null, byOneself: true })
}

/** Nobody takes over an account by its address; one that is archived stays out. */
async function refuseKnown(run: RunSql, email: string): Promise<void> {
  const people = await run('SELECT archived_at FROM app_user WHERE email = $1', [email])
  if (people.some((person) => person.archived_at === null)) throw new VisitRefused('ACCOUNT_EXISTS')
  if (people.length > 0) throw new VisitRefused('NO_INVITATION')
}

async function acceptInvitations(run: RunSql, email: string, userId: string): Promise<void> {
  for (const invitation of await takeInvitations(run, 'email', email)) await joinProject(run, invitation, userId)
}
