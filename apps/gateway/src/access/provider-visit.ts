import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.js'
import { isHttps } from '../kernel/is-https.js'
import type { Handshake, Provider } from '../kernel/provider.js'
import { hashSecret, newSecret } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { cookieIn, setCookie } from '../request/cookies.js'
import { countTry } from './throttle.js'

/** Minutes within which somebody has to come back. */
const MINUTES = 10

/** Why nothing came of a visit; the dashboard has a sentence for each. */
export type Reason = 'OVER' | 'ADDRESS_UNVERIFIED' | 'ACCOUNT_EXISTS' | 'NO_INVITATION' | 'JOINED_ELSEWHERE' | 'ANOTHER_ACCOUNT' | 'SAMPLE_ACCOUNT'

/** A visit that came to nothing. */
export class VisitRefused extends Error {
  constructor(readonly reason: Reason) {
    super(`A visit to a provider came to nothing: ${reason}`)
  }
}

/** Where a provider sends people back to. Made from where links lead, never from what a request says of itself. */
export const wayBack = ({ publicUrl }: Pick<Context, 'publicUrl'>, { settings }: Provider): string => `${publicUrl}/providers/${settings.key}/back`

/** What a visit is for. */
export interface Errand {
  /** To whose account the one there is to be joined; null: somebody signs in, or proves again who they are. */
  readonly userId: string | null
  /** In which session somebody proves again who they are, by signing in there anew. */
  readonly sessionId: string | null
  /** It goes in a window of its own, which closes in the end. */
  readonly inWindow: boolean
}

/** Begins a visit in this browser; answers where it is to go. */
export async function beginVisit(context: Context, provider: Provider, { userId, sessionId, inWindow }: Errand): Promise<string> {
  const { database, address } = context
  await countTry(database, 'provider', { account: '', network: address })
  const secret = newSecret()
  const handshake = { state: newSecret(), nonce: newSecret(), verifier: newSecret(), isAnew: sessionId !== null }
  const page = await provider.beginAt(wayBack(context, provider), handshake)
  await database.run(
    `INSERT INTO provider_visit (id, provider, token_hash, state, nonce, verifier, user_id, session_id, in_window, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, moment_of_write() + interval '${MINUTES} minutes')`,
    [uuidv7(), provider.settings.key, hashSecret(secret), handshake.state, handshake.nonce, handshake.verifier, userId, sessionId, inWindow],
  )
  setCookie(context, 'visit', secret, MINUTES * 60)
  return page
}

/** A visit that has ended. */
export type Visit = Handshake & Errand

/** Ends the visit of this browser that began with this state: it is answered once. */
export async function endVisit(context: Context, provider: Provider, state: string): Promise<Visit> {
  const { database, request, publicUrl } = context
  const secret = cookieIn(request.headers.cookie, 'visit', isHttps(publicUrl)) ?? ''
  const [visit] = await database.run(
    `DELETE FROM provider_visit WHERE token_hash = $1 AND provider = $2 AND state = $3 AND expires_at > moment_of_write()
     RETURNING state, nonce, verifier, session_id IS NOT NULL AS "isAnew", user_id AS "userId", session_id AS "sessionId", in_window AS "inWindow"`,
    [hashSecret(secret), provider.settings.key, state],
  )
  if (!visit) throw new VisitRefused('OVER')
  setCookie(context, 'visit', null, 0)
  return visit as unknown as Visit
}

/** Drops what was kept of visits whose session is over or never began. */
export async function forgetVisits(database: Database): Promise<void> {
  await database.run(
    `DELETE FROM provider_session p WHERE NOT EXISTS
       (SELECT 1 FROM session s WHERE s.id = p.session_id AND s.revoked_at IS NULL AND s.expires_at > moment_of_write())`,
  )
}
