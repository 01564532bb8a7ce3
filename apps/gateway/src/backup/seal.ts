import { createCipheriv, createDecipheriv } from 'node:crypto'
import { StartError } from '../kernel/start-error.js'
import { pieces } from './pieces.js'

const CIPHER = 'aes-256-gcm'
const PIECE = 64 * 1024
const TAG = 16

/** How a stream is sealed. */
export interface Seal {
  /** 32 bytes, never used for another stream. */
  readonly key: Buffer
  /** What is not secret, and holds only together with the stream. */
  readonly beside: Buffer
}

/**
 * Encrypts a stream in pieces that are authenticated each by itself. Their numbers, and which one is the last, are part of
 * the nonce: none can be left out, added, moved or cut off unnoticed.
 */
export async function* seal(plain: AsyncIterable<Buffer>, { key, beside }: Seal): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { bytes, last } of pieces(plain, PIECE)) {
    const cipher = createCipheriv(CIPHER, key, nonce(number++, last)).setAAD(beside)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** Decrypts what {@link seal} made; a StartError at the first piece that is not as it was. */
export async function* unseal(sealed: AsyncIterable<Buffer>, { key, beside }: Seal): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { bytes, last } of pieces(sealed, PIECE + TAG)) {
    if (bytes.length < TAG) throw notOpened()
    const decipher = createDecipheriv(CIPHER, key, nonce(number++, last)).setAAD(beside)
    decipher.setAuthTag(bytes.subarray(-TAG))
    const plain = decipher.update(bytes.subarray(0, -TAG))
    try {
      decipher.final()
    } catch {
      throw notOpened()
    }
    yield plain
  }
}

const notOpened = () => new StartError('The key does not open this backup: it is that of another one, or somebody changed the file.')

/** Eleven bytes of the piece's number, one that tells the last piece. */
function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(number, 5, 6)
  bytes[11] = last ? 1 : 0
  return bytes
}
