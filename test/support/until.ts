import { setTimeout as wait } from 'node:timers/promises'

/** How long something may take on a machine that has much else to do, in milliseconds. */
const PATIENCE = 60_000

/**
 * Waits until something is found, and answers it: what is there, true, or a list with something in it. Throws what was waited for in vain.
 * Tests that wait so are as fast as what they test, and no slower machine makes them fail.
 */
export async function until<T>(what: string, find: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await wait(50)) {
    const found = await find()
    if (found && !(Array.isArray(found) && found.length === 0)) return found
  }
  throw new Error(`Waited in vain: ${what}.`)
}
