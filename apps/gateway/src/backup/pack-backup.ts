import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { StartError } from '../kernel/start-error.js'
import { type FirstLine, FORMAT, withChecksum } from './backup-file.js'
import { keyOf, newSalt } from './backup-secret.js'
import { type Frame, packFrames } from './frames.js'
import { seal } from './seal.js'

/** Writes frames into a file that only its owner may read, sealed where there is a secret. It has its name when it is whole. Answers its bytes. */
export async function packBackup(frames: AsyncIterable<Frame>, path: string, secret: Buffer | null): Promise<number> {
  const part = `${path}.part`
  try {
    const file = createWriteStream(part, { mode: 0o600, flush: true })
    await pipeline(Readable.from(packFrames(frames)), createGzip({ level: 4 }), (packed) => wrap(packed, secret), file)
    await rename(part, path)
    return (await stat(path)).size
  } catch (error) {
    await rm(part, { force: true })
    throw (error as NodeJS.ErrnoException).syscall ? new StartError(`${path} cannot be written: ${(error as Error).message}.`) : error
  }
}

async function* wrap(packed: AsyncIterable<Buffer>, secret: Buffer | null): AsyncGenerator<Buffer> {
  const salt = secret ? newSalt() : null
  const first: FirstLine = { backup: 'clusterpolisee', format: FORMAT, salt }
  const line = Buffer.from(`${JSON.stringify(first)}\n`)
  yield* withChecksum(parts(line, packed, secret && salt ? await keyOf(secret, salt) : null))
}

async function* parts(line: Buffer, packed: AsyncIterable<Buffer>, key: Buffer | null): AsyncGenerator<Buffer> {
  yield line
  yield* key ? seal(packed, { key, beside: line }) : packed
}
