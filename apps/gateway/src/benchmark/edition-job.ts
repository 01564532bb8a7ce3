import type { Database } from '../database/database.js'
import type { JobHandler } from '../jobs/job-queue.js'
import { noteProgress } from '../jobs/job-row.js'
import { runInThread, WorkRefused } from '../kernel/run-in-thread.js'
import { readFrozenEdition, type StoredResult, storeFailure, storeResult } from './store-result.js'

const NOTE_EVERY = 400

/** File of the thread that computes an edition, with further threads of its own when it is large. */
export const EDITION_THREAD = 'benchmark/compute-edition-thread.js'

/** Computes a frozen edition in a thread, notes its progress, and stores its result. */
export function editionJob(database: Database): JobHandler {
  return {
    async work({ id, recordId }, stopping) {
      const input = await readFrozenEdition(database.run, recordId)
      if (!input) throw new WorkRefused('The edition is gone.')
      const cancelling = new AbortController()
      const onProgress = every(NOTE_EVERY, async (progress) => {
        const goesOn = await noteProgress(database.run, id, progress).catch(() => true)
        if (!goesOn) cancelling.abort()
      })
      const result = await runInThread<StoredResult>({ file: EDITION_THREAD, data: input, onProgress, signal: AbortSignal.any([stopping, cancelling.signal]) })
      await database.write(null, (run) => storeResult(run, recordId, result))
    },
    async fail({ recordId }, message) {
      await database.write(null, (run) => storeFailure(run, recordId, message))
    },
  }
}

/** Lets a call through now and then, and never two at a time. */
function every(milliseconds: number, call: (progress: number) => Promise<void>): (progress: number) => void {
  let next = 0
  let busy = false
  return (progress) => {
    if (busy || Date.now() < next) return
    busy = true
    next = Date.now() + milliseconds
    void call(progress).finally(() => {
      busy = false
    })
  }
}
