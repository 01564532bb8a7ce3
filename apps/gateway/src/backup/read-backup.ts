import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { StartError } from '../kernel/start-error.js'
import { type BackupFile, checksumOf, openBackup } from './backup-file.js'
import { keyOf } from './backup-secret.js'
import { type Frame, type Manifest, unpackFrames } from './frames.js'
import { unseal } from './seal.js'

/** A backup that was found whole. */
export interface Backup {
  readonly manifest: Manifest
  readonly rows: number
  /** As {@link checksumOf} has it. */
  readonly checksum: string
  /** Its frames, from the beginning; they are checked again while they are read. */
  frames(): AsyncGenerator<Frame>
}

/** Opens a backup and reads all of it once: a StartError says why it is not whole, or not opened by this secret. */
export async function readBackup(path: string, secret: Buffer | null): Promise<Backup> {
  const file = await openBackup(path)
  await drain(file.body())
  const key = await keyFor(path, file, secret)
  const frames = () => checkedFrames(file, key)
  let manifest: Manifest | undefined
  let rows = 0
  for await (const frame of frames()) {
    if (frame.kind === 'manifest') manifest = frame.manifest
    if (frame.kind === 'end') rows += frame.rows
  }
  if (!manifest) throw notWhole()
  return { manifest, rows, checksum: await checksumOf(path), frames }
}

async function drain(source: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of source);
}

async function keyFor(path: string, { first: { salt } }: BackupFile, secret: Buffer | null): Promise<Buffer | null> {
  if (salt === null) return null
  if (!secret) throw new StartError(`${path} is encrypted. Set BACKUP_PASSPHRASE or BACKUP_KEY_FILE to what it was made with.`)
  return keyOf(secret, salt)
}

/** Frames in the order in which they belong: the manifest, and each table that it names from head to end. */
async function* checkedFrames(file: BackupFile, key: Buffer | null): AsyncGenerator<Frame> {
  let expected: string[] = ['manifest']
  for await (const frame of plainFrames(file, key)) {
    const name = frame.kind === 'table' ? `table ${frame.table.name}` : frame.kind
    if (name !== 'rows') {
      if (name !== expected.shift()) throw notWhole()
      if (frame.kind === 'manifest') expected = frame.manifest.tables.flatMap((table) => [`table ${table}`, 'end'])
    } else if (expected[0] !== 'end') throw notWhole()
    yield frame
  }
  if (expected.length > 0) throw notWhole()
}

async function* plainFrames(file: BackupFile, key: Buffer | null): AsyncGenerator<Frame> {
  const packed = key ? unseal(file.body(), { key, beside: file.line }) : file.body()
  try {
    yield* unpackFrames(pipeline(Readable.from(packed), createGunzip(), () => undefined))
  } catch (error) {
    throw String((error as { code?: unknown }).code).startsWith('Z_') ? notWhole() : error
  }
}

const notWhole = () => new StartError('This backup is not whole: what it names is not all there.')
