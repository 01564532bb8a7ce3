import { atLeast, confidenceOf, finite, unknownForm, whole } from '../shared/checks.js'
import { normalCritical } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number } from '../shared/kinds.js'

export interface WilsonIntervalInput {
  readonly successes?: number
  /** Instead of successes: the observed share, 0 to 1. */
  readonly share?: number
  readonly n: number
  /** 0.95 when left out. */
  readonly confidence?: number
}

export interface WilsonIntervalResult {
  readonly share: number
  /** All bounds within 0 and 1. */
  readonly lower: number
  readonly upper: number
  readonly lowerContinuity: number
  readonly upperContinuity: number
}

const shape: InputShape<WilsonIntervalInput> = {
  keys: { successes: number, share: number, n: number, confidence: number },
  forms: [{ needs: ['successes', 'n'] }, { needs: ['share', 'n'] }],
}

/**
 * Interval of a share p by the score method: bounds = (p + z^2/2n +- z sqrt(p (1-p) / n + z^2/4n^2)) / (1 + z^2/n). Corrected for continuity:
 * (2np + z^2 -+ 1 -+ z sqrt(z^2 -+ 2 - 1/n + 4p (n (1-p) +- 1))) / (2 (n + z^2)), the upper signs for the lower bound.
 *
 * Missing: refused. Errors: n below 1, more successes than n, a confidence that is not between 0 and 1.
 * Source: Wilson (1927) JASA 22; Newcombe (1998) Statistics in Medicine 17, methods 3 and 4.
 */
export function wilsonInterval(input: WilsonIntervalInput): WilsonIntervalResult {
  checkInput(input, shape)
  const n = whole(input.n, 'n')
  atLeast(n, 1, 'n', 'trials')
  const share = shareOf(input, n)
  const confidence = confidenceOf(input.confidence)
  const z = normalCritical(confidence)
  const [lower, upper] = plain(share, n, z)
  const [lowerContinuity, upperContinuity] = corrected(share, n, z)
  return { share, lower, upper, lowerContinuity, upperContinuity }
}

function shareOf(input: WilsonIntervalInput, n: number): number {
  if (input.successes !== undefined) return finite(input.successes, 'successes', 0, n) / n
  if (input.share === undefined) throw unknownForm('', 'successes and n; share and n')
  return finite(input.share, 'share', 0, 1)
}

const within = (x: number) => Math.min(1, Math.max(0, x))

function plain(p: number, n: number, z: number): [number, number] {
  const centre = p + z ** 2 / (2 * n)
  const reach = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  const scale = 1 + z ** 2 / n
  return [p === 0 ? 0 : within((centre - reach) / scale), p === 1 ? 1 : within((centre + reach) / scale)]
}

function corrected(p: number, n: number, z: number): [number, number] {
  const q = 1 - p
  const scale = 2 * (n + z ** 2)
  const low = 2 * n * p + z ** 2 - 1 - z * Math.sqrt(Math.max(0, z ** 2 - 2 - 1 / n + 4 * p * (n * q + 1)))
  const high = 2 * n * p + z ** 2 + 1 + z * Math.sqrt(Math.max(0, z ** 2 + 2 - 1 / n + 4 * p * (n * q - 1)))
  return [p === 0 ? 0 : within(low / scale), p === 1 ? 1 : within(high / scale)]
}
