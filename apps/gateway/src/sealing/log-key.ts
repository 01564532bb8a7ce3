import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../config.js'
import { StartError } from '../kernel/start-error.js'

/** The key by which checkpoints of the log are signed. It lies outside the database. */
export class LogKey {
  private readonly publicKey: Buffer
  /** Name of whoever signs, as notes have it. */
  readonly name: string

  constructor(private readonly key: KeyObject) {
    this.publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)
    this.name = `clusterpolisee-${createHash('sha256').update(this.publicKey).digest('hex').slice(0, 8)}`
  }

  /** The first four bytes of a signature in a note: they name the key. */
  private hint(): Buffer {
    return createHash('sha256').update(`${this.name}\n`).update(Uint8Array.of(1)).update(this.publicKey).digest().subarray(0, 4)
  }

  /** What whoever checks a note needs to know: name, hint and key, as C2SP's signed notes write them. */
  verifier(): string {
    return `${this.name}+${this.hint().toString('hex')}+${Buffer.concat([Uint8Array.of(1), this.publicKey]).toString('base64')}`
  }

  /** The last line of a note. */
  signatureLine(text: string): string {
    return `— ${this.name} ${Buffer.concat([this.hint(), sign(null, Buffer.from(text), this.key)]).toString('base64')}\n`
  }

  /** True for a line that this key made of the text. */
  hasSigned(text: string, signature: Buffer): boolean {
    return signature.subarray(0, 4).equals(this.hint()) && verify(null, Buffer.from(text), createPublicKey(this.key), signature.subarray(4))
  }
}

/** The file of the key: of LOG_KEY_FILE, else beside the embedded database, in its folder. */
export const logKeyFile = ({ LOG_KEY_FILE, DATA_DIR }: Pick<Config, 'LOG_KEY_FILE' | 'DATA_DIR'>): string => LOG_KEY_FILE ?? join(DATA_DIR, 'log-key.pem')

/** The key of this installation, made at its first start. A StartError when the file holds none. */
export function readLogKey(config: Pick<Config, 'LOG_KEY_FILE' | 'DATA_DIR'>): LogKey {
  const file = logKeyFile(config)
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  try {
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyType === 'ed25519') return new LogKey(key)
  } catch {
    // Said below.
  }
  throw new StartError(`${file} holds no key of Ed25519. Put back the key of the log (LOG_KEY_FILE), or take the file away: a new key is made then.`)
}
