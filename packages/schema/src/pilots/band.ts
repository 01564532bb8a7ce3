import type { Fault } from '../model/registry.js'

const isGiven = (value: unknown): boolean => value !== null && value !== undefined

/** A band has both bounds, the upper one not below the lower; and only a band has any. */
export function bandFaults({ direction, bandLow, bandHigh }: Readonly<{ [field: string]: unknown }>): Fault[] {
  const bounds = [
    ['bandLow', bandLow],
    ['bandHigh', bandHigh],
  ] as const
  const wrong = bounds.filter(([, bound]) => isGiven(bound) !== (direction === 'BAND'))
  if (wrong.length > 0) return wrong.map(([name]) => ({ path: [name], code: 'BAND_BOUNDS', message: 'A band needs both bounds, and only a band has any.' }))
  if (direction !== 'BAND' || Number(bandLow) <= Number(bandHigh)) return []
  return [{ path: ['bandHigh'], code: 'BAND_CROSSED', message: 'The upper bound is below the lower one.' }]
}
