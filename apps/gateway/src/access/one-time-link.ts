import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import { hashPassword, hashSecret, newSecret } from '../kernel/secret.js'

/** Makes a link's secret by which a person sets a password once, within a day. */
export async function makeResetSecret(run: RunSql, userId: string): Promise<string> {
  const secret = newSecret()
  await run(
    `INSERT INTO one_time_link (id, user_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, moment_of_write(), moment_of_write() + interval '1 day')`,
    [uuidv7(), userId, hashSecret(secret)],
  )
  return secret
}

/** Uses a reset link: sets the password and ends all sessions. Answers the person's id. */
export async function useResetSecret(run: RunSql, secret: string, password: string): Promise<string> {
  const [link] = await run(
    'UPDATE one_time_link SET used_at = moment_of_write() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > moment_of_write() RETURNING user_id',
    [hashSecret(secret)],
  )
  if (!link) throw badInput([{ path: ['token'], code: 'LINK_OVER', message: 'This link was used before or has ended. Ask for a new one.' }])
  const userId = String(link.user_id)
  await setPassword(run, userId, password)
  await run('UPDATE session SET revoked_at = moment_of_write() WHERE user_id = $1 AND revoked_at IS NULL', [userId])
  return userId
}

/** Stores a password of at least ten characters. */
export async function setPassword(run: RunSql, userId: string, password: string): Promise<void> {
  checkPassword(password)
  await run('UPDATE app_user SET password_hash = $2, version = version + 1, updated_at = moment_of_write() WHERE id = $1', [
    userId,
    await hashPassword(password),
  ])
}

export function checkPassword(password: string): void {
  if (password.length >= 10 && password.length <= 200) return
  throw badInput([{ path: ['password'], code: 'PASSWORD_LENGTH', params: { min: 10 }, message: 'A password has at least 10 characters.' }])
}
