import { type RunSql, recordMeta, SecondFactor } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { badInput, unauthenticated } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { logEvent } from '../request/security-log.js'
import { givenValues } from '../write/check-given.js'
import { writer } from '../write/write-record.js'
import { halfSession } from './half-session.js'
import { knownDevice } from './known-device.js'
import { letIn } from './open-session.js'
import { makeRecoveryCodes } from './recovery-codes.js'
import { countTry, forgetTry } from './throttle.js'

/** Refuses a code, or what a passkey answered: never why. */
export const wrongCode = () => badInput([{ path: ['code'], code: 'WRONG_CODE', message: 'This code is wrong, was used before, or is over.' }])

/** Does what a person proves themselves by, in a transaction of its own: counted before it is looked at, refused when it does not prove it. */
export const prove = (context: Context, userId: string, isRight: (run: RunSql) => Promise<boolean>): Promise<void> =>
  proveBy(context, userId, () => context.database.write(null, isRight))

/** {@link prove}, without a transaction: no connection waits while a password is hashed. */
export async function proveBy(context: Context, userId: string, isRight: () => Promise<boolean>): Promise<void> {
  const { database, address } = context
  const trying = { account: userId, network: address, device: await knownDevice(context, userId) }
  await countTry(database, 'secondFactor', trying)
  if (!(await isRight())) {
    context.refused('FACTOR_FAILED', userId)
    throw wrongCode()
  }
  await forgetTry(database, 'secondFactor', trying)
}

/** Who sets a second factor up: whoever is signed in; between the two steps, whoever must have one and has none. */
export async function whoSetsUp(context: Context): Promise<string> {
  if (context.viewer.userId !== null) return String(writer(context).userId)
  const half = await halfSession(context)
  if (half.kinds.length > 0) throw unauthenticated('Confirm first, by the second factor that you have.')
  return half.userId
}

/** What of a factor is kept beside its name, by its columns. */
export type FactorParts =
  | { readonly kind: 'CODES'; readonly secret: string; readonly last_step: number }
  | { readonly kind: 'PASSKEY'; readonly credential_id: string; readonly public_key: string; readonly counter: number }

/** Adds a factor; with the first one come recovery codes, which are answered. Lets in whoever stood between the two steps. */
export async function addFactor(context: Context, userId: string, given: string, parts: FactorParts): Promise<string[]> {
  const { values, faults } = givenValues(recordMeta(SecondFactor), { name: given })
  if (faults.length > 0) throw badInput(faults)
  const id = uuidv7()
  const columns = Object.entries({ id, version: 1, user_id: userId, name: values.name, ...parts })
  const codes = await context.database.write(context.viewer, async (run) => {
    const before = await run('SELECT 1 FROM second_factor WHERE user_id = $1', [userId])
    await run(
      `INSERT INTO second_factor (${columns.map(([name]) => name).join(', ')}, created_at) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')}, moment_of_write())`,
      columns.map(([, value]) => value),
    )
    await logEvent(run, context, { kind: 'FACTOR_ADDED', user: userId, by: userId, record: { type: 'SecondFactor', id } })
    return before.length === 0 ? makeRecoveryCodes(run, userId) : []
  })
  if (context.viewer.userId === null) await letInHalf(context, parts.kind === 'CODES' ? 'code' : 'passkey')
  return codes
}

async function letInHalf(context: Context, second: string): Promise<void> {
  const { id, userId, way } = await halfSession(context)
  await letIn(context, { userId, sessionId: id, ways: [way, second] })
}

/** Takes a factor away; with the last one go the recovery codes. */
export async function dropFactor(run: RunSql, id: string, userId: string): Promise<void> {
  await run('DELETE FROM second_factor WHERE id = $1', [id])
  await run('DELETE FROM recovery_code WHERE user_id = $1 AND NOT EXISTS (SELECT 1 FROM second_factor WHERE user_id = $1)', [userId])
}

/** Takes all factors and recovery codes of a person away; answers how many factors there were. */
export async function dropFactors(run: RunSql, userId: string): Promise<number> {
  const gone = await run('DELETE FROM second_factor WHERE user_id = $1 RETURNING 1', [userId])
  await run('DELETE FROM recovery_code WHERE user_id = $1', [userId])
  return gone.length
}
