import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.js'
import { queueMail } from '../jobs/outbox.js'
import { badInput } from '../kernel/errors.js'
import { hashSecret, newSecret } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { sessionCookieOf, setCookie } from '../request/cookies.js'
import { requestIdOf } from '../request/request-id.js'
import { logEvent } from '../request/security-log.js'
import { NEW_DEVICE_MAIL } from './factor-mails.js'
import { beginHalfSession, endHalfSessions } from './half-session.js'
import { knownDevice, rememberDevice } from './known-device.js'

const SESSION_DAYS = 14
/** Sessions of one person; with one more the oldest ends. */
const MOST_SESSIONS = 20

/**
 * Lets somebody go on who has proved by a first step who they are, by a password or by a provider: in, or, where there is a
 * second factor or has to be one, to the second step.
 */
export async function openSession(context: Context, userId: string, way: string): Promise<OpenedSession> {
  const sessionId = uuidv7()
  if (await needsSecondStep(context, userId)) {
    await beginHalfSession(context, { id: sessionId, userId, way })
    return { sessionId, person: null }
  }
  return { sessionId, person: await letIn(context, { userId, sessionId, ways: [way] }) }
}

/** Refuses a sample account that is asked for from elsewhere than this computer. */
export function demandLetIn(context: Context, userId: string): void {
  if (context.letsIn(userId)) return
  throw badInput([{ path: ['email'], code: 'SAMPLE_ACCOUNT', message: 'The sample accounts work on the computer of the server only.' }])
}

/** What came of a first step. */
export interface OpenedSession {
  /** Of the session, whether it is open or will be. */
  readonly sessionId: string
  /** Null: a second step is needed. */
  readonly person: { readonly id: string } | null
}

async function needsSecondStep({ database, demandsFactor }: Context, userId: string): Promise<boolean> {
  const [person] = await database.run(
    `SELECT u.administrator, EXISTS (SELECT 1 FROM membership m WHERE m.user_id = u.id AND m.role = 'LEAD_PARTNER' AND m.archived_at IS NULL) AS "leadPartner",
       EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.id) AS "hasFactor" FROM app_user u WHERE u.id = $1`,
    [userId],
  )
  return person?.hasFactor === true || demandsFactor({ administrator: person?.administrator === true, leadPartner: person?.leadPartner === true })
}

/** Who is let in, and by what they proved who they are: `password`, `code`, `recovery code`, `passkey`, or a provider's short name. */
interface Entering {
  readonly userId: string
  readonly sessionId: string
  readonly ways: readonly (string | null)[]
}

/** Opens a session, of which this browser keeps the secret as a cookie. What was open in it before ends. */
export async function letIn(context: Context, { userId, sessionId, ways }: Entering): Promise<{ id: string }> {
  const secret = newSecret()
  const former = sessionCookieOf(context)
  await context.database.write(null, async (run) => {
    await insertSession(run, context, { sessionId, userId, secret })
    await endOthers(run, userId, former)
    await endHalfSessions(run, userId)
    await logEvent(run, context, {
      kind: 'SIGNED_IN',
      user: userId,
      by: userId,
      record: { type: 'Session', id: sessionId },
      detail: ways.filter(Boolean).join(', '),
    })
  })
  setCookie(context, 'session', secret, SESSION_DAYS * 86_400)
  await tellOfNewDevice(context, userId, sessionId)
  await rememberDevice(context, userId)
  await context.becomes(secret)
  return { id: userId }
}

/** For the next quarter of an hour it is known that the person of this session is there: from the moment on that they are told so. */
export const noteProved = (database: Database, sessionId: string | null) =>
  database.write(null, (run) => run('UPDATE session SET proved_at = moment_of_write() WHERE id = $1', [sessionId]))

/** The log, and by mail the person, where they came in by other devices before: who is here for the first time knows. */
async function tellOfNewDevice(context: Context, userId: string, sessionId: string): Promise<void> {
  const { database, mailer } = context
  if (await knownDevice(context, userId)) return
  const [other] = await database.run('SELECT 1 FROM known_device WHERE user_id = $1 LIMIT 1', [userId])
  if (!other) return
  await logEvent(database.run, context, { kind: 'DEVICE_NEW', user: userId, by: userId, record: { type: 'Session', id: sessionId } })
  if (mailer.enabled) await queueMail(database.run, { kind: NEW_DEVICE_MAIL, to: sessionId, request: requestIdOf(context.response) })
}

interface NewSession {
  readonly sessionId: string
  readonly userId: string
  readonly secret: string
}

async function insertSession(run: RunSql, { request, address }: Context, { sessionId, userId, secret }: NewSession): Promise<void> {
  const device = String(request.headers['user-agent'] ?? '').slice(0, 200)
  await run(
    `INSERT INTO session (id, version, user_id, device, network, token_hash, created_at, seen_at, proved_at, expires_at)
     VALUES ($1, 1, $2, $3, $4, $5, moment_of_write(), moment_of_write(), moment_of_write(), moment_of_write() + interval '${SESSION_DAYS} days')`,
    [sessionId, userId, device, aboutWhere(address), hashSecret(secret)],
  )
}

/** Whence roughly: of an IPv4 address the last number stays unsaid; of IPv6 the network is asked for anyway. */
const aboutWhere = (address: string): string => address.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.x')

/** Ends the session whose secret this browser kept, whoever's it is, and the person's oldest where there are too many. */
async function endOthers(run: RunSql, userId: string, former: string | null): Promise<void> {
  await run(
    `UPDATE session SET revoked_at = moment_of_write() WHERE revoked_at IS NULL AND (token_hash = $1 OR id IN
       (SELECT id FROM session WHERE user_id = $2 AND revoked_at IS NULL AND expires_at > moment_of_write() ORDER BY created_at DESC, id DESC OFFSET ${MOST_SESSIONS}))`,
    [former === null ? null : hashSecret(former), userId],
  )
}
