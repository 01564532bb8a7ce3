import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Turns } from './turns.js'

/** A random value for a cookie, a link or a token: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a random value. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Before the hash of a secret that sleeps: what is restored from a backup takes none of the former installation's. */
export const ASLEEP = 'asleep:'

/** Letters of the longest password. */
export const LONGEST_PASSWORD = 200

/** A hash takes memory and a core: two at once, and a few seconds of them waiting. */
const turns = new Turns(2, 60)

/** Argon2id, with the library's defaults (19 MiB, 2 passes). Refuses when too many wait. */
export const hashPassword = (password: string): Promise<string> => turns.take(() => hash(password))

/** True for the right password. An account without one costs the same time. Refuses when too many wait; urgent is who is known already. */
export async function isPassword(stored: string | null, password: string, isUrgent = false): Promise<boolean> {
  const right = await turns.take(async () => verify(stored ?? (await decoy), password.slice(0, LONGEST_PASSWORD)).catch(() => false), isUrgent)
  return stored !== null && right && password.length <= LONGEST_PASSWORD
}

const decoy = hash(newSecret())
