import { mean, sampleStandardDeviation, standardDeviation } from 'simple-statistics'
import { atLeast, choice, finite, type Maybe } from '../shared/checks.js'
import { MethodError } from '../shared/method-error.js'
import { above } from '../shared/ranks.js'
import { saying } from '../shared/saying.js'

export const normalisationMethods = [
  'minmax',
  'zscore',
  'goalpost',
  'rank',
  'borda',
  'percentile',
  'distanceToReference',
  'distanceToTarget',
  'distanceToMaximum',
  'shareOfMaximum',
  'categories',
] as const
export type NormalisationMethod = (typeof normalisationMethods)[number]

export interface NormalisationSettings {
  /** Where min-max and goalposts put the worst and the best; [0, 1] when left out. */
  readonly scale?: readonly [number, number]
  /** Of z-scores; 0 and 1 when left out, the standard deviation that of a sample unless `sd` says "population". */
  readonly targetMean?: number
  readonly targetSd?: number
  readonly sd?: 'sample' | 'population'
  /** Fixed ends in place of minimum and maximum, and whether to cap values beyond them (yes when left out). */
  readonly goalposts?: readonly [number, number]
  readonly cap?: boolean
  /** For distance to a reference: its value; `difference` gives x/ref - 1. */
  readonly reference?: number
  readonly difference?: boolean
  /** For distance to a target: its value; units beyond it get 1. */
  readonly target?: number
  /** For categories: lower bounds, ascending; a unit gets the number of bounds it reaches. */
  readonly thresholds?: readonly number[]
}

/** The names under which methods are known elsewhere; small and capital letters, hyphens and spaces do not matter. */
const synonyms: Readonly<Record<string, NormalisationMethod>> = {
  standardised: 'zscore',
  goalposts: 'goalpost',
  percentilerank: 'percentile',
  prank: 'percentile',
  reference: 'distanceToReference',
  dist2ref: 'distanceToReference',
  dist2targ: 'distanceToTarget',
  dist2max: 'distanceToMaximum',
  fracmax: 'shareOfMaximum',
}

/** The method of a name. */
export function normalisationMethod(name: unknown, path = 'method'): NormalisationMethod {
  const plain = (text: unknown) =>
    String(text)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  return normalisationMethods.find((method) => plain(method) === plain(name)) ?? synonyms[plain(name)] ?? choice(name, path, normalisationMethods)
}

/**
 * One indicator over all units. A null stays null and does not count. With direction -1 the values are reversed first, and the ratios of
 * distance to a reference and share of the maximum turned round, so that more is better afterwards (rank alone has 1 for the best).
 * Refuses a constant indicator where the method divides by its spread (NO_VARIANCE), fewer than two units (TOO_FEW), a value that has no
 * ratio (OUT_OF_RANGE), and figures too far apart for floating point (NOT_FINITE).
 */
export function normaliseColumn(
  values: readonly Maybe<number>[],
  method: NormalisationMethod,
  direction: 1 | -1,
  settings: NormalisationSettings,
  path: string,
): Maybe<number>[] {
  const oriented = values.map((value) => (value === null ? null : value * direction))
  const present = oriented.filter((value) => value !== null)
  if (method !== 'goalpost' && method !== 'distanceToReference' && method !== 'categories') atLeast(present.length, 2, path, 'units with a value')
  const change = forms[method]({ present, direction, settings, path })
  return oriented.map((value, index) => (value === null ? null : finite(change(value), `${path}[${index}]`)))
}

interface Column {
  readonly present: readonly number[]
  readonly direction: 1 | -1
  readonly settings: NormalisationSettings
  readonly path: string
}

type Form = (column: Column) => (value: number) => number

const countBelow = (present: readonly number[], value: number) => present.filter((other) => above(value, other)).length

const forms: Readonly<Record<NormalisationMethod, Form>> = {
  minmax: ({ present, settings, path }) => stretch(Math.min(...present), Math.max(...present), settings.scale, path),
  zscore: zscore,
  goalpost: goalpost,
  rank:
    ({ present }) =>
    (value) =>
      1 + present.filter((other) => above(other, value)).length,
  borda:
    ({ present }) =>
    (value) =>
      countBelow(present, value),
  percentile:
    ({ present }) =>
    (value) =>
      countBelow(present, value) / (present.length - 1),
  distanceToReference: toReference,
  distanceToTarget: toTarget,
  distanceToMaximum: ({ present, path }) => stretch(Math.min(...present), Math.max(...present), [0, 1], path),
  shareOfMaximum: shareOfBest,
  categories: ({ settings, direction }) => {
    const bounds = (settings.thresholds ?? []).map((bound, index) => direction * finite(bound, `thresholds[${index}]`))
    atLeast(bounds.length, 1, 'thresholds', 'thresholds')
    return (value) => bounds.filter((bound) => value >= bound).length
  },
}

function stretch(low: number, high: number, scale: readonly [number, number] = [0, 1], path = ''): (value: number) => number {
  if (!(finite(scale[0], 'scale[0]') < finite(scale[1], 'scale[1]'))) throw new MethodError('OUT_OF_RANGE', 'scale', 'the best end is above the worst')
  if (high - low === 0) throw new MethodError('NO_VARIANCE', path, 'all units have the same value: there is no scale to put them on')
  return (value) => scale[0] + ((value - low) / (high - low)) * (scale[1] - scale[0])
}

function zscore({ present, settings, path }: Column): (value: number) => number {
  const [centre, spread] = [
    mean([...present]),
    (saying(settings.sd ?? 'sample', 'sd', { sample: /sample/i, population: /population/i }) === 'population' ? standardDeviation : sampleStandardDeviation)([
      ...present,
    ]),
  ]
  if (spread === 0) throw new MethodError('NO_VARIANCE', path, 'all units have the same value: z-scores divide by 0')
  const [middle, width] = [finite(settings.targetMean ?? 0, 'targetMean'), finite(settings.targetSd ?? 1, 'targetSd', Number.MIN_VALUE)]
  return (value) => ((value - centre) / spread) * width + middle
}

function goalpost({ settings, direction, path }: Column): (value: number) => number {
  const [low, high] = (settings.goalposts ?? []).map((post, index) => direction * finite(post, `goalposts[${index}]`))
  if (low === undefined || high === undefined) throw new MethodError('MISSING', 'goalposts', 'goalposts are needed')
  const change = stretch(Math.min(low, high), Math.max(low, high), settings.scale, path)
  const [worst, best] = settings.scale ?? [0, 1]
  if (settings.cap === false) return change
  return (value) => Math.min(Math.max(change(value), Math.min(worst, best)), Math.max(worst, best))
}

function toReference({ present, settings, direction, path }: Column): (value: number) => number {
  const reference = finite(settings.reference, 'reference')
  if (reference <= 0) throw new MethodError('OUT_OF_RANGE', 'reference', 'a reference is above 0, else the ratio to it says nothing')
  if (direction === -1) refuseRatios(present, path)
  const less = settings.difference === true ? 1 : 0
  return (value) => (direction === 1 ? value / reference : reference / -value) - less
}

/** Less is better: the reference is divided by the value, which is above 0 then. `present` holds the values reversed. */
function refuseRatios(present: readonly number[], path: string): void {
  if (present.some((value) => value >= 0)) throw new MethodError('OUT_OF_RANGE', path, 'where less is better, a ratio is of values above 0')
}

/** x/max; where less is better min/x, the share that the best one has of it. */
function shareOfBest({ present, direction, path }: Column): (value: number) => number {
  if (direction === -1) refuseRatios(present, path)
  const best = Math.max(...present)
  if (direction === -1) return (value) => best / value
  if (Math.min(...present) < 0) throw new MethodError('OUT_OF_RANGE', path, 'a share is of values from 0 on')
  if (best === 0) throw new MethodError('NO_VARIANCE', path, 'the maximum is 0')
  return (value) => value / best
}

/** A target that nobody is short of gives 1 to all. */
function toTarget({ present, direction, settings, path }: Column): (value: number) => number {
  const [worst, target] = [Math.min(...present), direction * finite(settings.target, 'target')]
  if (worst >= target) return () => 1
  const change = stretch(worst, target, [0, 1], path)
  return (value) => (value >= target ? 1 : change(value))
}
