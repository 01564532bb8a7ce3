import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import { hashPassword, hashSecret, newSecret } from '../kernel/secret.js'
import { checkPassword, textsOf } from './check-password.js'
import { endHalfSessions } from './half-session.js'

/** How a link is made. */
interface LinkOptions {
  /** The administrator who takes it for the person. */
  readonly takenBy?: string | null
  /** Older links hold on: one of them may be on its way. */
  readonly keepsOlder?: boolean
}

/**
 * Makes a link's secret by which a person sets a password once, within a day; the person's older links end. Null: for the first
 * administrator. One that an administrator takes for somebody else may need another one's confirmation, see {@link NEEDS_SECOND}.
 */
export async function makeResetSecret(run: RunSql, userId: string | null, { takenBy = null, keepsOlder = false }: LinkOptions = {}): Promise<string> {
  const secret = newSecret()
  if (!keepsOlder) await endLinks(run, userId)
  await run(
    `INSERT INTO one_time_link (id, user_id, made_by_id, token_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, moment_of_write(), moment_of_write() + interval '1 day')`,
    [uuidv7(), userId, takenBy, hashSecret(secret)],
  )
  return secret
}

const endLinks = (run: RunSql, userId: string | null) =>
  run('UPDATE one_time_link SET expires_at = moment_of_write() WHERE user_id IS NOT DISTINCT FROM $1 AND used_at IS NULL AND expires_at > moment_of_write()', [
    userId,
  ])

/** Whose link would open more than an account: a person `u` who takes part in a project or administers. It is asked when the link is used, too. */
export const NEEDS_SECOND = '(u.administrator OR EXISTS (SELECT 1 FROM membership m WHERE m.user_id = u.id AND m.archived_at IS NULL))'

/** A link `l` that holds. */
const HOLDS = 'l.used_at IS NULL AND l.expires_at > moment_of_write()'

/** A link `l` that an administrator took, and that no other one has confirmed, where that is needed. */
export const WAITS = `${HOLDS} AND l.made_by_id IS NOT NULL AND l.confirmed_by_id IS NULL
  AND EXISTS (SELECT 1 FROM app_user u WHERE u.id = l.user_id AND ${NEEDS_SECOND})`

type LinkKind = 'reset' | 'first'

/** For whom a link is, null for the first administrator. Refuses one that is over, or waits for another administrator. */
export async function readLink(run: RunSql, secret: string, kind: LinkKind): Promise<string | null> {
  const [link] = await run(`SELECT l.user_id, ${WAITS} AS waits FROM one_time_link l WHERE l.token_hash = $1 AND ${HOLDS} AND (l.user_id IS NULL) = $2`, [
    hashSecret(secret),
    kind === 'first',
  ])
  if (!link) throw over()
  if (link.waits) throw badInput([{ path: ['token'], code: 'LINK_WAITS', message: 'Another administrator has to confirm this link first.' }])
  return link.user_id === null ? null : String(link.user_id)
}

const over = () => badInput([{ path: ['token'], code: 'LINK_OVER', message: 'This link was used before or has ended. Ask for a new one.' }])

/** Uses a link up, once; answers as {@link readLink}. */
export async function useLink(run: RunSql, secret: string, kind: LinkKind): Promise<string | null> {
  const userId = await readLink(run, secret, kind)
  const used = await run(`UPDATE one_time_link l SET used_at = moment_of_write() WHERE l.token_hash = $1 AND ${HOLDS} RETURNING 1`, [hashSecret(secret)])
  if (used.length === 0) throw over()
  return userId
}

/** What ends with a password. */
interface Ending {
  readonly sessions: boolean
  readonly tokens: boolean
  /** The session that asks goes on. */
  readonly except: string | null
}

/** Ends a person's sessions and API tokens. With the sessions no device is known any more: somebody else may have signed in there. */
export async function endAccess(run: RunSql, userId: string, { sessions, tokens, except }: Ending): Promise<void> {
  if (sessions) {
    await run('UPDATE session SET revoked_at = moment_of_write() WHERE user_id = $1 AND id IS DISTINCT FROM $2 AND revoked_at IS NULL', [userId, except])
    await run('DELETE FROM known_device WHERE user_id = $1', [userId])
    await endHalfSessions(run, userId)
  }
  if (tokens) await run('UPDATE api_token SET revoked_at = moment_of_write() WHERE user_id = $1 AND revoked_at IS NULL', [userId])
}

/** A good password of this person as it is stored; refuses others. Takes its time: no transaction waits for it, and no connection. */
export async function makePasswordHash(run: RunSql, userId: string, password: string): Promise<string> {
  await checkPassword(password, await textsOf(run, userId))
  return hashPassword(password)
}

/** Stores a password. Links that were sent before end. */
export async function setPassword(run: RunSql, userId: string, passwordHash: string): Promise<void> {
  await endLinks(run, userId)
  await run('UPDATE app_user SET password_hash = $2, version = version + 1, updated_at = moment_of_write() WHERE id = $1', [userId, passwordHash])
}
