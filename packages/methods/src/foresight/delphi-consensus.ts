import { mean, sampleStandardDeviation, sum } from 'simple-statistics'
import { atLeast, finite, type Maybe, numbers, sameLength, sparse, whole } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, numberList, pair, sparseList, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { quantile, quantileRule, quartiles } from '../shared/quantile.js'

export interface DelphiConsensusInput {
  /** Answers of the panel on an ordered scale (also: `values`); null where a panellist gave none. */
  readonly ratings?: readonly Maybe<number>[]
  readonly values?: readonly Maybe<number>[]
  /** Instead: how many chose each point of the scale, from its lowest. */
  readonly counts?: readonly number[]
  /** Lowest and highest point; or every point, ascending, on one of which each answer lies then. */
  readonly scale?: readonly number[]
  /** How quartiles and percentiles are found, see `quantileRules`; linear interpolation (type 7) when left out. */
  readonly method?: string
  /** The share of answers at or above a level, or within a range, is asked for. */
  readonly level?: number
  readonly range?: readonly [number, number]
  /** From which share on, and up to which interquartile range, the panel counts as agreed; 0.75 and 1 when left out. */
  readonly agreedFrom?: number
  readonly agreedIqr?: number
}

export interface DelphiConsensusResult {
  readonly n: number
  readonly mean: number
  readonly sd: number | null
  readonly median: number
  readonly q1: number
  readonly q3: number
  readonly iqr: number
  readonly agreedByIqr: boolean
  /** Share at or above the level, or within the range, 0 to 1; null when neither is given. */
  readonly share: number | null
  readonly agreedByShare: boolean | null
  /** RAND/UCLA, on a nine-point scale: 30th to 70th percentile, its centre, distance of that from 5, and the range that still is agreement. */
  readonly p30: number
  readonly p70: number
  readonly ipr: number
  readonly iprcp: number
  readonly asymmetry: number | null
  readonly ipras: number | null
  readonly disagreement: boolean | null
  readonly appropriateness: 'APPROPRIATE' | 'UNCERTAIN' | 'INAPPROPRIATE' | null
  /** Tastle & Wierman, 0 (both extremes) to 1 (one answer); null without a scale. */
  readonly consensus: number | null
}

const shape: InputShape<DelphiConsensusInput> = {
  keys: {
    ratings: sparseList,
    values: sparseList,
    counts: numberList,
    scale: numberList,
    method: text,
    level: number,
    range: pair,
    agreedFrom: number,
    agreedIqr: number,
  },
  forms: [{ needs: ['ratings'] }, { needs: ['values'] }, { needs: ['counts'] }],
}

/**
 * Whether a panel agrees, by four rules: interquartile range, share within a range, RAND/UCLA (IPRAS = 2.35 + 1.5 |5 - IPRCP|, disagreement
 * when IPR > IPRAS; scale 1 to 9, taken for granted when no scale is given) and consensus = 1 + sum p_i log2(1 - |X_i - mean| / (max - min)).
 *
 * Missing: null is skipped. Errors: no answer, an answer off the scale, unknown quartile rule.
 * Source: Fitch et al. (2001) RAND/UCLA Appropriateness Method User's Manual; Tastle & Wierman (2007); von der Gracht (2012) Technological
 * Forecasting and Social Change 79.
 */
export function delphiConsensus(input: DelphiConsensusInput): DelphiConsensusResult {
  checkInput(input, shape)
  const scale = input.scale === undefined ? undefined : endsOf(input.scale)
  const sorted = answers(input, scale).sort((a, b) => a - b)
  const rule = quantileRule(input.method)
  const [q1, median, q3] = quartiles(sorted, rule)
  const share = shareOf(sorted, input)
  const iqr = q3 - q1
  return {
    n: sorted.length,
    mean: mean(sorted),
    sd: sorted.length < 2 ? null : sampleStandardDeviation(sorted),
    median,
    q1,
    q3,
    iqr,
    agreedByIqr: iqr <= finite(input.agreedIqr ?? 1, 'agreedIqr', 0),
    share,
    agreedByShare: share === null ? null : share >= finite(input.agreedFrom ?? 0.75, 'agreedFrom', 0, 1),
    ...randUcla(sorted, median, rule.startsWith('halves') ? 'type7' : rule, scale),
    consensus: scale === undefined ? null : consensus(sorted, scale),
  }
}

function endsOf(points: readonly number[]): [number, number] {
  atLeast(points.length, 2, 'scale', 'points')
  if (points.some((point, index) => index > 0 && point <= (points[index - 1] as number))) throw new MethodError('OUT_OF_RANGE', 'scale', 'the points ascend')
  return [points[0] as number, points.at(-1) as number]
}

function answers(input: DelphiConsensusInput, scale?: readonly [number, number]): number[] {
  const found = input.counts === undefined ? given(input) : counted(input.counts, input.scale)
  const stranger = input.scale && input.scale.length > 2 && found.findIndex((answer) => !input.scale?.includes(answer))
  if (typeof stranger === 'number' && stranger >= 0) throw new MethodError('OUT_OF_RANGE', 'ratings', `${found[stranger]} is no point of the scale`)
  if (found.length === 0) throw new MethodError('EMPTY', 'ratings', 'nobody answered')
  return numbers(found, input.ratings ? 'ratings' : input.values ? 'values' : 'counts', scale?.[0], scale?.[1])
}

function given(input: DelphiConsensusInput): number[] {
  return sparse(input.ratings ?? input.values, input.ratings ? 'ratings' : 'values').filter((answer) => answer !== null)
}

/** Without every point named the points are one apart, from the lowest (1 when no scale is given). */
function counted(counts: readonly number[], scale: readonly number[] = []): number[] {
  const points = scale.length > 2 ? scale : counts.map((_, index) => (scale[0] ?? 1) + index)
  if (scale.length > 0 && points.length > 0 && points.at(-1) !== scale.at(-1))
    throw new MethodError('UNEQUAL_LENGTH', 'counts', 'needs a number for each point of the scale')
  sameLength(counts, points, 'counts')
  return counts.flatMap((count, index) => Array.from({ length: whole(count, `counts[${index}]`) }, () => points[index] as number))
}

function shareOf(sorted: readonly number[], input: DelphiConsensusInput): number | null {
  if (input.level === undefined && input.range === undefined) return null
  const [from, to] = input.range ?? [finite(input.level, 'level'), Number.POSITIVE_INFINITY]
  return sorted.filter((answer) => answer >= from && answer <= to).length / sorted.length
}

type RandUcla = Pick<DelphiConsensusResult, 'p30' | 'p70' | 'ipr' | 'iprcp' | 'asymmetry' | 'ipras' | 'disagreement' | 'appropriateness'>

function randUcla(sorted: readonly number[], median: number, rule: Parameters<typeof quantile>[2], scale?: readonly [number, number]): RandUcla {
  const [p30, p70] = [quantile(sorted, 0.3, rule), quantile(sorted, 0.7, rule)]
  const [ipr, iprcp] = [p70 - p30, (p30 + p70) / 2]
  const ninePoints = scale === undefined ? sorted.every((answer) => answer >= 1 && answer <= 9) : scale[0] === 1 && scale[1] === 9
  if (!ninePoints) return { p30, p70, ipr, iprcp, asymmetry: null, ipras: null, disagreement: null, appropriateness: null }
  const asymmetry = Math.abs(5 - iprcp)
  const ipras = 2.35 + 1.5 * asymmetry
  const disagreement = ipr > ipras + 1e-12
  const appropriateness = disagreement || (median > 3 && median < 7) ? 'UNCERTAIN' : median >= 7 ? 'APPROPRIATE' : 'INAPPROPRIATE'
  return { p30, p70, ipr, iprcp, asymmetry, ipras, disagreement, appropriateness }
}

function consensus(sorted: readonly number[], [low, high]: readonly [number, number]): number {
  if (high <= low) throw new MethodError('OUT_OF_RANGE', 'scale', 'the highest point is above the lowest')
  const centre = mean([...sorted])
  return 1 + sum(sorted.map((answer) => Math.log2(1 - Math.abs(answer - centre) / (high - low)))) / sorted.length
}
