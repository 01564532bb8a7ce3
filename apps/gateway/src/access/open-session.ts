import { v7 as uuidv7 } from 'uuid'
import { hashSecret, newSecret } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { setCookie } from '../request/cookies.js'
import { rememberDevice } from './known-device.js'

const SESSION_DAYS = 14

/** Lets somebody in who has proved who they are: opens a session, of which this browser keeps the secret as a cookie. */
export async function openSession(context: Context, userId: string): Promise<{ id: string }> {
  const secret = newSecret()
  const device = String(context.request.headers['user-agent'] ?? '').slice(0, 200)
  await context.database.run(
    `INSERT INTO session (id, version, user_id, device, token_hash, created_at, seen_at, expires_at) VALUES ($1, 1, $2, $3, $4, moment_of_write(), moment_of_write(), moment_of_write() + interval '${SESSION_DAYS} days')`,
    [uuidv7(), userId, device, hashSecret(secret)],
  )
  setCookie(context, 'session', secret, SESSION_DAYS * 86_400)
  await rememberDevice(context, userId)
  await context.becomes(secret)
  return { id: userId }
}
