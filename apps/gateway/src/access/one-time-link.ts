import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import { hashPassword, hashSecret, newSecret } from '../kernel/secret.js'
import { checkPassword, textsOf } from './check-password.js'
import { endHalfSessions } from './half-session.js'

/** Makes a link's secret by which a person sets a password once, within a day; the person's older links end. Null: for the first administrator. */
export async function makeResetSecret(run: RunSql, userId: string | null): Promise<string> {
  const secret = newSecret()
  await endLinks(run, userId)
  await run(
    `INSERT INTO one_time_link (id, user_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, moment_of_write(), moment_of_write() + interval '1 day')`,
    [uuidv7(), userId, hashSecret(secret)],
  )
  return secret
}

const endLinks = (run: RunSql, userId: string | null) =>
  run('UPDATE one_time_link SET expires_at = moment_of_write() WHERE user_id IS NOT DISTINCT FROM $1 AND used_at IS NULL AND expires_at > moment_of_write()', [
    userId,
  ])

/** Uses a link up; answers for whom it was made, null for the first administrator. */
export async function useLink(run: RunSql, secret: string, kind: 'reset' | 'first'): Promise<string | null> {
  const [link] = await run(
    `UPDATE one_time_link SET used_at = moment_of_write()
     WHERE token_hash = $1 AND used_at IS NULL AND expires_at > moment_of_write() AND (user_id IS NULL) = $2 RETURNING user_id`,
    [hashSecret(secret), kind === 'first'],
  )
  if (!link) throw badInput([{ path: ['token'], code: 'LINK_OVER', message: 'This link was used before or has ended. Ask for a new one.' }])
  return link.user_id === null ? null : String(link.user_id)
}

/** Uses a reset link: sets the password and ends all that the old one opened. Answers the person's id. */
export async function useResetSecret(run: RunSql, secret: string, password: string): Promise<string> {
  const userId = String(await useLink(run, secret, 'reset'))
  await setPassword(run, userId, password)
  await endAccess(run, userId, { sessions: true, tokens: true, except: null })
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

/** Stores a password, if it is a good one. Links that were sent before end. */
export async function setPassword(run: RunSql, userId: string, password: string): Promise<void> {
  await checkPassword(password, await textsOf(run, userId))
  await endLinks(run, userId)
  await run('UPDATE app_user SET password_hash = $2, version = version + 1, updated_at = moment_of_write() WHERE id = $1', [
    userId,
    await hashPassword(password),
  ])
}
