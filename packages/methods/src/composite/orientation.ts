import type { Maybe } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { type Kind, pair } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'

/** Two bounds, both included: within them is best. */
export interface Band {
  readonly band: readonly [number, number]
}

/** 1: more is better; -1: less is better; a band: within is best, and outside it the nearer the better. */
export type Orientation = 1 | -1 | Band

export interface Orienting {
  /** A value turned so that more is better. */
  readonly turn: (value: number) => number
  /** The goalposts turned likewise, the worst first; null without. */
  readonly goalposts: readonly [number, number] | null
}

const bandShape: InputShape<Band> = { keys: { band: pair }, forms: [{ needs: ['band'] }] }

/** The kind of an orientation. */
export const orienting: Kind = (value, path) => void orientation(value, null, path)

/** A value turned so that more is better; a missing one stays missing. */
export const turnedValue = (value: Maybe<number>, turn: Orienting['turn']): Maybe<number> => (value === null ? null : turn(value))

export const isBand = (direction: unknown): direction is Band => typeof direction === 'object' && direction !== null

/**
 * How the values of an indicator are turned so that more is better. Of a band: 0 within, below 0 outside, by the distance to the nearer
 * bound: in the indicator's unit; between goalposts in shares of the way from the bound to the goalpost on its side, so that either
 * goalpost is -1 (the two-sided desirability with exponents of 1, less 1). Otherwise turned = direction x value.
 *
 * Missing: see `turnedValue`.
 * Errors: an unknown direction (UNKNOWN_CHOICE), equal goalposts (NO_VARIANCE), crossed bounds or a goalpost that is not outside the band
 * (OUT_OF_RANGE). Source of the band: Derringer & Suich (1980) Journal of Quality Technology 12(4), 214-219.
 */
export function orientation(direction: unknown, goalposts: Maybe<readonly [number, number]>, path = 'direction', postsPath = 'goalposts'): Orienting {
  const posts = goalposts
  if (posts) pair(posts, postsPath)
  if (posts && posts[0] === posts[1]) throw new MethodError('NO_VARIANCE', postsPath, 'two different ends are needed')
  if (isBand(direction)) return withinBand(direction, posts, path, postsPath)
  if (direction !== 1 && direction !== -1) throw new MethodError('UNKNOWN_CHOICE', path, `${JSON.stringify(direction)} is neither 1 nor -1 nor a band`)
  const turned = posts?.map((post) => post * direction)
  return { turn: (value) => value * direction, goalposts: turned ? [Math.min(...turned), Math.max(...turned)] : null }
}

function withinBand(direction: Band, posts: readonly [number, number] | null, path: string, postsPath: string): Orienting {
  checkInput(direction, bandShape, path)
  const [low, high] = direction.band
  if (low > high) throw new MethodError('OUT_OF_RANGE', `${path}.band`, 'the upper bound is below the lower one')
  if (posts && (posts[0] >= low || posts[1] <= high)) throw new MethodError('OUT_OF_RANGE', postsPath, 'the goalposts are not outside the band')
  const [below, beyond] = posts ? [low - posts[0], posts[1] - high] : [1, 1]
  const turn = (value: number) => (value < low ? (value - low) / below : value > high ? (high - value) / beyond : 0)
  return { turn, goalposts: posts ? [-1, 0] : null }
}
