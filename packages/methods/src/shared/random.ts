import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { whole } from './checks.js'

/** A stream of numbers in [0, 1) that a seed (a whole number) settles for good. */
export function randomStream(seed: number, path = 'seed'): () => number {
  const generator = xoroshiro128plus(whole(seed, path, Number.MIN_SAFE_INTEGER))
  return () => uniformFloat64(generator)
}
