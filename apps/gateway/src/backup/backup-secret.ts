import { randomBytes, scrypt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { StartError } from '../kernel/start-error.js'

/** Where the secret of a backup is. */
export interface SecretSettings {
  readonly BACKUP_PASSPHRASE?: string | undefined
  readonly BACKUP_KEY_FILE?: string | undefined
}

/** Bytes below which what a key file holds is guessed. */
const LEAST = 16

/** The secret of backups; null where none is set. A StartError when the key file cannot be read, or holds too little. */
export function backupSecret({ BACKUP_PASSPHRASE, BACKUP_KEY_FILE }: SecretSettings): Buffer | null {
  if (!BACKUP_KEY_FILE) return BACKUP_PASSPHRASE ? Buffer.from(BACKUP_PASSPHRASE.normalize('NFC')) : null
  const secret = readKeyFile(BACKUP_KEY_FILE)
  if (secret.length < LEAST) throw new StartError(`The key file ${BACKUP_KEY_FILE} (BACKUP_KEY_FILE) holds less than ${LEAST} bytes. Put 32 random ones there.`)
  return secret
}

function readKeyFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new StartError(`The key file ${path} (BACKUP_KEY_FILE) cannot be read.`)
  }
}

/** New for each file, so that no two are sealed by the same key. */
export const newSalt = (): string => randomBytes(16).toString('base64')

/** Takes 64 MB and a good tenth of a second, for each guess too. */
const EFFORT = { N: 2 ** 16, r: 8, p: 2, maxmem: 2 ** 27 }

/** The key of one file. */
export const keyOf = (secret: Buffer, salt: string): Promise<Buffer> =>
  promisify<Buffer, Buffer, number, typeof EFFORT, Buffer>(scrypt)(secret, Buffer.from(salt, 'base64'), 32, EFFORT)
