import { createHash, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { StartError } from '../kernel/start-error.js'

/**
 * The first line of a backup, as JSON. After it come the frames, packed by gzip and then sealed, and last the SHA-256 of
 * all that stands before.
 */
export interface FirstLine {
  readonly backup: 'clusterpolisee'
  readonly format: number
  /** From which its key is made; null where it is not sealed. */
  readonly salt: string | null
}

/** How backups are written today. */
export const FORMAT = 1

const LONGEST_LINE = 1000
const CHECKSUM = 32

/** The stream, with its checksum behind it. */
export async function* withChecksum(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const bytes of source) {
    hash.update(bytes)
    yield bytes
  }
  yield hash.digest()
}

/** An opened backup. */
export interface BackupFile {
  readonly first: FirstLine
  /** The first line as it stands there. */
  readonly line: Buffer
  /** What stands between it and the checksum. A StartError at its end when the checksum does not fit. */
  body(): AsyncGenerator<Buffer>
}

/** Opens a backup; a StartError for what is none, or is of a newer kind. */
export async function openBackup(path: string): Promise<BackupFile> {
  const { start, size } = await beginOf(path)
  const line = start.subarray(0, start.indexOf('\n') + 1)
  const first = firstLineOf(line)
  if (!first) throw new StartError(`${path} is no backup of ClusterPoliSEE, or its beginning is damaged.`)
  if (first.format > FORMAT) throw new StartError(`${path} was made by a newer release. Restore it with that one.`)
  return { first, line, body: () => bodyOf(path, line, size - CHECKSUM) }
}

/** The checksum at the end of a backup, in hexadecimal: by it one file is told from another. */
export async function checksumOf(path: string): Promise<string> {
  const { size } = await stat(path)
  return (await bytesFrom(path, Math.max(0, size - CHECKSUM))).toString('hex')
}

async function beginOf(path: string): Promise<{ start: Buffer; size: number }> {
  try {
    const file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_LINE), 0, LONGEST_LINE, 0)
    const { size } = await file.stat()
    await file.close()
    return { start: buffer.subarray(0, bytesRead), size }
  } catch {
    throw new StartError(`${path} cannot be read.`)
  }
}

function firstLineOf(line: Buffer): FirstLine | null {
  try {
    const first = JSON.parse(line.toString())
    return first.backup === 'clusterpolisee' && Number.isInteger(first.format) && (first.salt === null || typeof first.salt === 'string') ? first : null
  } catch {
    return null
  }
}

async function* bodyOf(path: string, line: Buffer, end: number): AsyncGenerator<Buffer> {
  const hash = createHash('sha256').update(line)
  if (end > line.length) {
    for await (const bytes of createReadStream(path, { start: line.length, end: end - 1, highWaterMark: 2 ** 16 })) {
      hash.update(bytes)
      yield bytes
    }
  }
  if (!isEqual(hash.digest(), await bytesFrom(path, Math.max(end, line.length)))) {
    throw new StartError(`${path} is damaged: its checksum does not fit. Take another copy of it.`)
  }
}

async function bytesFrom(path: string, start: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const bytes of createReadStream(path, { start, end: start + CHECKSUM })) parts.push(bytes)
  return Buffer.concat(parts)
}

const isEqual = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
