import { v7 as uuidv7 } from 'uuid'
import { isHttps } from '../kernel/is-https.js'
import { hashSecret, newSecret } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { cookieIn, setCookie } from '../request/cookies.js'

const DAYS = 180

const secretIn = ({ request, publicUrl }: Context): string | null => cookieIn(request.headers.cookie, 'device', isHttps(publicUrl))

/** The identity of the device that asks, when this person has signed in with it before; else null. */
export async function knownDevice(context: Context, userId: string | undefined): Promise<string | null> {
  const secret = secretIn(context)
  // Looked for also where there is no such person: that takes the same time.
  if (!secret) return null
  const [device] = await context.database.run('SELECT id FROM known_device WHERE user_id = $1 AND token_hash = $2', [userId, hashSecret(secret)])
  return device ? String(device.id) : null
}

/** Knows the device that asks from now on; the browser keeps a secret for it, one for all who sign in there. */
export async function rememberDevice(context: Context, userId: string): Promise<void> {
  const secret = secretIn(context) ?? newSecret()
  await context.database.run(
    `INSERT INTO known_device (id, user_id, token_hash, seen_at) VALUES ($1, $2, $3, moment_of_write())
     ON CONFLICT (user_id, token_hash) DO UPDATE SET seen_at = moment_of_write()`,
    [uuidv7(), userId, hashSecret(secret)],
  )
  setCookie(context, 'device', secret, DAYS * 86_400)
}
