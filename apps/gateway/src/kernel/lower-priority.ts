import { constants, setPriority } from 'node:os'

/** Lets the requests that are answered meanwhile go before this thread. Linux alone knows priorities of threads; elsewhere it would be the process's. */
export function lowerPriority(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
}
