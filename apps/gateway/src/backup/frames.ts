import { StartError } from '../kernel/start-error.js'

/** What a backup says of itself, before its rows. */
export interface Manifest {
  /** Of which release the gateway was. */
  readonly release: string
  /** The moment of its snapshot. */
  readonly madeAt: string
  /** The version of PostgreSQL. */
  readonly postgres: string
  /** Names of the migrations that had made the tables. */
  readonly migrations: readonly string[]
  /** In the order in which they come. */
  readonly tables: readonly string[]
  /** The last number that each sequence gave. */
  readonly sequences: Readonly<Record<string, string>>
}

/** A table that begins. */
export interface TableHead {
  readonly name: string
  readonly columns: readonly string[]
}

/** What stands in a backup: first the manifest, then each table: its head, its rows as COPY writes them, its end with their number. */
export type Frame =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'table'; readonly table: TableHead }
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | { readonly kind: 'end'; readonly rows: number }

const HEAD = 5
const KINDS = ['manifest', 'table', 'rows', 'end'] as const

/** Frames as bytes: their kind, their length, what they hold. */
export async function* packFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) {
    const body = bodyOf(frame)
    const head = Buffer.alloc(HEAD)
    head[0] = KINDS.indexOf(frame.kind)
    head.writeUInt32BE(body.length, 1)
    yield head
    yield body
  }
}

function bodyOf(frame: Frame): Buffer {
  if (frame.kind === 'rows') return frame.bytes
  return Buffer.from(JSON.stringify(frame.kind === 'manifest' ? frame.manifest : frame.kind === 'table' ? frame.table : frame.rows))
}

/** The frames that {@link packFrames} packed; a StartError for anything else. */
export async function* unpackFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held = Buffer.alloc(0)
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes])
    for (let size = sizeOf(held); size !== null; size = sizeOf(held)) {
      yield frameOf(held[0] ?? 0, held.subarray(HEAD, size))
      held = held.subarray(size)
    }
  }
  if (held.length > 0) throw broken()
}

/** Null while not all of the first frame is there. */
function sizeOf(held: Buffer): number | null {
  if (held.length < HEAD) return null
  const size = HEAD + held.readUInt32BE(1)
  return held.length < size ? null : size
}

function frameOf(code: number, body: Buffer): Frame {
  const kind = KINDS[code]
  if (kind === undefined) throw broken()
  if (kind === 'rows') return { kind, bytes: body }
  const value = JSON.parse(body.toString())
  if (kind === 'end') return { kind, rows: value }
  return kind === 'manifest' ? { kind, manifest: value } : { kind, table: value }
}

const broken = () => new StartError('This backup is not whole.')
