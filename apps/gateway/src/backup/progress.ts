import type { Frame } from './frames.js'

/** Hears which table is at work, and how many rows were done before. */
export type Progress = (table: string, rows: number) => void

/** Frames that are counted as they pass. */
interface Noted {
  readonly frames: AsyncGenerator<Frame>
  rows(): number
}

/** Tells `progress` of each table that passes, and counts the rows. */
export function notingFrames(source: AsyncIterable<Frame>, progress: Progress): Noted {
  let rows = 0
  async function* frames(): AsyncGenerator<Frame> {
    for await (const frame of source) {
      if (frame.kind === 'table') progress(frame.table.name, rows)
      if (frame.kind === 'end') rows += frame.rows
      yield frame
    }
  }
  return { frames: frames(), rows: () => rows }
}
