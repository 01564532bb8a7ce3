import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { traced } from './tracing.js'

/** What a thread tells while it works, and at its end. */
export type ThreadMessage<Answer> = { readonly progress: number } | { readonly answer: Answer } | { readonly refusal: string }

export interface ThreadOptions {
  /** File of the thread, from the folder of the built gateway. */
  readonly file: string
  readonly data: unknown
  /** Called with a share of 1 now and then. */
  readonly onProgress?: (progress: number) => void
  /** Ends the thread at once. */
  readonly signal?: AbortSignal
  /** Memory of the thread, in MB. */
  readonly memory?: number
}

/** Work refused its input: trying again would not help. */
export class WorkRefused extends Error {}

/** A thread was gone before it had answered; it may be begun again. */
export class ThreadLost extends Error {}

/** Work was stopped from outside. */
export class WorkStopped extends Error {}

/** Runs a file in a thread of its own, so that requests are answered meanwhile; the thread ends with its answer. */
export const runInThread = <Answer>(options: ThreadOptions): Promise<Answer> =>
  traced({ name: 'thread', facts: { 'clusterpolisee.thread': options.file } }, () => runThread<Answer>(options))

function runThread<Answer>({ file, data, onProgress, signal, memory = 1024 }: ThreadOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new WorkStopped('stopped'))
    const thread = new Worker(join(import.meta.dirname, '..', file), { workerData: data, resourceLimits: { maxOldGenerationSizeMb: memory } })
    const stop = () => end(() => reject(new WorkStopped('stopped')))
    const end = (tell: () => void) => {
      signal?.removeEventListener('abort', stop)
      void thread.terminate()
      tell()
    }
    signal?.addEventListener('abort', stop)
    thread.on('message', (message: ThreadMessage<Answer>) => {
      if ('progress' in message) onProgress?.(message.progress)
      else if ('refusal' in message) end(() => reject(new WorkRefused(message.refusal)))
      else end(() => resolve(message.answer))
    })
    thread.once('error', (error) => end(() => reject(error)))
    thread.once('exit', () => end(() => reject(new ThreadLost('This was broken off each time that it was begun.'))))
  })
}
