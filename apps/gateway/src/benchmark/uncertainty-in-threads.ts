import { availableParallelism } from 'node:os'
import { compositeUncertainty, joinUncertainty, type UncertaintyInput, type UncertaintyPart, type UncertaintyResult } from '@clusterpolisee/methods'
import { runInThread } from '../kernel/run-in-thread.js'

/** What a thread is to compute: one of several parts of the runs. */
export interface PartOrder {
  readonly input: UncertaintyInput
  /** From 0. */
  readonly part: number
  readonly parts: number
}

const PART_THREAD = 'benchmark/edition-part-thread.js'
/** Values that are weighed in the time that it takes to begin a thread. */
const WORTH_A_THREAD = 20_000_000

/** How many threads a computation is worth, as many as the machine has processors for at most. */
export function threadsFor({ units, values, runs = 1 }: Pick<UncertaintyInput, 'units' | 'values' | 'runs'>): number {
  const weighed = units.length * (values[0]?.length ?? 0) * runs
  return Math.max(1, Math.min(availableParallelism(), Math.floor(weighed / WORTH_A_THREAD)))
}

/**
 * The runs of an edition, shared out between threads; the result is the same to the bit however many they are. `onProgress` is told
 * a share of 1. Errors: those of the methods, as MethodError or from a thread as WorkRefused.
 */
export async function uncertaintyInThreads(
  input: UncertaintyInput,
  threads = threadsFor(input),
  onProgress: (progress: number) => void = () => undefined,
): Promise<UncertaintyResult> {
  if (threads === 1) return compositeUncertainty({ ...input, onProgress })
  const done = new Float64Array(threads)
  const partOf = (_: number, part: number) => {
    const tell = (progress: number) => {
      done[part] = progress
      onProgress(done.reduce((sum, share) => sum + share, 0) / threads)
    }
    const data: PartOrder = { input, part, parts: threads }
    return runInThread<UncertaintyPart>({ file: PART_THREAD, data, onProgress: tell })
  }
  return joinUncertainty(input, await Promise.all(Array.from(done, partOf)))
}
