import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** A random value for a cookie, a link or a token: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a random value. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Argon2id, with the library's defaults (19 MiB, 2 passes). */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** True for the right password. An account without one costs the same time. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await decoy), password).catch(() => false)
  return stored !== null && right
}

const decoy = hash(newSecret())
