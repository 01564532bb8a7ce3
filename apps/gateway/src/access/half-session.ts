import type { RunSql } from '@clusterpolisee/schema'
import { unauthenticated } from '../kernel/errors.js'
import { isHttps } from '../kernel/is-https.js'
import { hashSecret, newSecret } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { cookieIn, setCookie } from '../request/cookies.js'

const MINUTES = 15

/** Somebody who gave the password and not yet the second factor, or has none yet and must set one up. */
export interface HalfSession {
  /** That of the session which it becomes. */
  readonly id: string
  readonly userId: string
  readonly kinds: readonly string[]
  /** By what the first step was made; null: not known. */
  readonly way: string | null
}

/** Notes that somebody has proved who they are by the first step; this browser keeps the secret as a cookie. */
export async function beginHalfSession(context: Context, { id, userId, way }: Omit<HalfSession, 'kinds'>): Promise<void> {
  const secret = newSecret()
  await context.database.run(
    `INSERT INTO half_session (id, user_id, way, token_hash, expires_at) VALUES ($1, $2, $3, $4, moment_of_write() + make_interval(mins => ${MINUTES}))`,
    [id, userId, way, hashSecret(secret)],
  )
  setCookie(context, 'half', secret, MINUTES * 60)
}

/** Who stands between the two steps in this browser; null: nobody. */
export async function findHalfSession({ database, request, publicUrl }: Context): Promise<HalfSession | null> {
  const secret = cookieIn(request.headers.cookie, 'half', isHttps(publicUrl))
  if (!secret) return null
  const [half] = await database.run(
    `SELECT h.id, h.user_id, h.way, ARRAY(SELECT DISTINCT f.kind FROM second_factor f WHERE f.user_id = h.user_id ORDER BY 1) AS kinds
     FROM half_session h JOIN app_user u ON u.id = h.user_id AND u.archived_at IS NULL WHERE h.token_hash = $1 AND h.expires_at > moment_of_write()`,
    [hashSecret(secret)],
  )
  return half ? { id: String(half.id), userId: String(half.user_id), kinds: half.kinds as string[], way: half.way as string | null } : null
}

/** {@link findHalfSession}, where somebody has to be. */
export async function halfSession(context: Context): Promise<HalfSession> {
  const half = await findHalfSession(context)
  if (!half) throw unauthenticated('Give your password first: this took too long.')
  return half
}

/** Ends what stands between the steps of a person, in all browsers. */
export const endHalfSessions = (run: RunSql, userId: string) => run('DELETE FROM half_session WHERE user_id = $1', [userId])
