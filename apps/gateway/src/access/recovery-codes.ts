import { randomInt } from 'node:crypto'
import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { hashSecret } from '../kernel/secret.js'

const HOW_MANY = 10
/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Makes ten codes, each of which stands in once for a lost second factor; the person's former ones end. They are shown this once. */
export async function makeRecoveryCodes(run: RunSql, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await run('DELETE FROM recovery_code WHERE user_id = $1', [userId])
  for (const code of codes) await run('INSERT INTO recovery_code (id, user_id, code_hash) VALUES ($1, $2, $3)', [uuidv7(), userId, hashSecret(plain(code))])
  return codes
}

/** Uses a code up; false for one that is none, or was used. */
export async function useRecoveryCode(run: RunSql, userId: string, code: string): Promise<boolean> {
  const used = await run('UPDATE recovery_code SET used_at = moment_of_write() WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1', [
    userId,
    hashSecret(plain(code)),
  ])
  return used.length > 0
}

/** Six groups of four letters: 118 bits, so that a hash without salt is enough. */
const newCode = (): string => Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')

const plain = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
