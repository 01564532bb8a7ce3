import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../kernel/start-error.js'

/** PostgreSQL's codes for a lock that was not free in time, and for two who wait for each other. */
const NOT_FREE: ReadonlySet<unknown> = new Set(['55P03', '40P01'])

/**
 * Does what needs locks of tables, and all of it again when one was not free in the time that a statement waits for it: whoever
 * comes behind it in the queue waits no longer than that. False when it never was.
 */
export async function patiently(work: () => Promise<unknown>, tries: number): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) {
    try {
      await work()
      return true
    } catch (error) {
      if (!NOT_FREE.has((error as { code?: unknown }).code)) throw error
      await wait(500)
    }
  }
  return false
}

/** The same at a start, which cannot go on without it: a StartError when a lock never was free. */
export async function whenFree(work: () => Promise<unknown>, tries = 20): Promise<void> {
  if (await patiently(work, tries)) return
  throw new StartError(
    'The tables could not be brought up to date: others held locks on them for too long. Let a backup or a report that runs end, and start again.',
  )
}
