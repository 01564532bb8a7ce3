import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { hashSecret, newSecret } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { sessionCookieOf, setCookie } from '../request/cookies.js'
import { logEvent } from '../request/security-log.js'
import { rememberDevice } from './known-device.js'

const SESSION_DAYS = 14
/** Sessions of one person; with one more the oldest ends. */
const MOST_SESSIONS = 20

/** Lets somebody in who has proved who they are: opens a session, of which this browser keeps the secret as a cookie. What was open in it before ends. */
export async function openSession(context: Context, userId: string): Promise<{ id: string }> {
  const secret = newSecret()
  const former = sessionCookieOf(context)
  await context.database.write(null, async (run) => {
    const id = await insertSession(run, context, userId, secret)
    await endOthers(run, userId, former)
    await logEvent(run, context, { kind: 'SIGNED_IN', user: userId, by: userId, record: { type: 'Session', id } })
  })
  setCookie(context, 'session', secret, SESSION_DAYS * 86_400)
  await rememberDevice(context, userId)
  await context.becomes(secret)
  return { id: userId }
}

async function insertSession(run: RunSql, { request }: Context, userId: string, secret: string): Promise<string> {
  const id = uuidv7()
  const device = String(request.headers['user-agent'] ?? '').slice(0, 200)
  await run(
    `INSERT INTO session (id, version, user_id, device, token_hash, created_at, seen_at, expires_at) VALUES ($1, 1, $2, $3, $4, moment_of_write(), moment_of_write(), moment_of_write() + interval '${SESSION_DAYS} days')`,
    [id, userId, device, hashSecret(secret)],
  )
  return id
}

/** Ends the session whose secret this browser kept, whoever's it is, and the person's oldest where there are too many. */
async function endOthers(run: RunSql, userId: string, former: string | null): Promise<void> {
  await run(
    `UPDATE session SET revoked_at = moment_of_write() WHERE revoked_at IS NULL AND (token_hash = $1 OR id IN
       (SELECT id FROM session WHERE user_id = $2 AND revoked_at IS NULL AND expires_at > moment_of_write() ORDER BY created_at DESC, id DESC OFFSET ${MOST_SESSIONS}))`,
    [former === null ? null : hashSecret(former), userId],
  )
}
