/** A stretch of a stream, and whether it is the last one. */
export interface Piece {
  readonly bytes: Buffer
  readonly last: boolean
}

/** Cuts a stream into pieces of `size` bytes; the last one has what is left, and is always there. */
export async function* pieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Piece> {
  let held = Buffer.alloc(0)
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes])
    let at = 0
    for (; held.length - at > size; at += size) yield { bytes: held.subarray(at, at + size), last: false }
    held = held.subarray(at)
  }
  yield { bytes: held, last: true }
}
