import type { Orientation } from '@clusterpolisee/methods'

interface Directed {
  readonly direction?: unknown
  /** Of a band only. */
  readonly bandLow?: unknown
  readonly bandHigh?: unknown
}

/** Which way is better, in the words of the methods. */
export const directionOf = ({ direction, bandLow, bandHigh }: Directed): Orientation =>
  direction === 'BAND' ? { band: [Number(bandLow ?? Number.NaN), Number(bandHigh ?? Number.NaN)] } : direction === 'MORE' ? 1 : -1
