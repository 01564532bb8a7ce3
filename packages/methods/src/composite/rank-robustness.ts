import { mean } from 'simple-statistics'
import { atLeast, matrix, namesFit, unknownForm, whole } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { either, listOf, number, numberList, table, text } from '../shared/kinds.js'
import { type Aggregation, aggregationOf, weightedMean } from '../shared/means.js'
import { MethodError } from '../shared/method-error.js'
import { randomStream } from '../shared/random.js'
import { ranksFromBest } from '../shared/ranks.js'
import { saying } from '../shared/saying.js'
import { EQUAL, shares, type Weights, weighting } from '../shared/weights.js'
import type { Direction } from './normalisation.js'
import { direction, normalisation } from './normalisation.js'
import { rankCounts, rankQuantile } from './rank-counts.js'
import { simplexWeights } from './simplex-weights.js'

export interface RankRobustnessInput {
  readonly units?: readonly string[]
  readonly indicators?: readonly string[]
  /** A complete row per unit. */
  readonly values: readonly (readonly number[])[]
  readonly directions?: readonly Direction[]
  /** "none" when left out: the values are on one scale already. */
  readonly normalisation?: string
  readonly aggregation?: string
  /** "uniform ..." draws them from the simplex of all weights that sum to 1; a list or "equal" for fixed ones. */
  readonly weights?: Weights
  /** Instead of draws: rank under each of these, such as "minmax linear", "zscore linear", "rank linear" or "minmax geometric (min-max on 1 to 100)". */
  readonly combinations?: readonly string[]
  /** 100,000 and 1 when left out. */
  readonly runs?: number
  /** Of which first ranks the share is wanted: 5 for the first five; or several. */
  readonly top?: number | readonly number[]
  readonly seed?: number
  /** A remark on the percentiles, which are as the result says always. */
  readonly quantile?: string
}

export interface RankRobustnessResult {
  /** Draws of weights: mean and median rank, 5th and 95th percentile (the smallest rank whose cumulative share reaches the level), and shares of draws. */
  readonly meanRank?: readonly number[]
  readonly medianRank?: readonly number[]
  readonly q05?: readonly number[]
  readonly q95?: readonly number[]
  readonly shareFirst?: readonly number[]
  readonly shareTop3?: readonly number[]
  /** By what `top` asks for. */
  readonly shareTop?: Readonly<Record<string, readonly number[]>>
  /** A row per unit: number of draws at rank 1, 2, and so on. */
  readonly rankCounts?: readonly (readonly number[])[]
  /** Combinations: ranks under each, best and worst of them. */
  readonly ranks?: Readonly<Record<string, readonly number[]>>
  readonly best?: readonly number[]
  readonly worst?: readonly number[]
  /** Ranks with equal (or the fixed) weights; and, per indicator, how far ranks move on average when it is left out. */
  readonly baseRanks: readonly number[]
  readonly leaveOneOut: readonly number[]
}

const shape: InputShape<RankRobustnessInput> = {
  keys: {
    units: listOf(text),
    indicators: listOf(text),
    values: table,
    directions: listOf(direction),
    normalisation: text,
    aggregation: text,
    weights: weighting,
    combinations: listOf(text),
    runs: number,
    top: either(number, numberList),
    seed: number,
    quantile: text,
  },
  forms: [{ needs: ['values'], takes: ['normalisation', 'aggregation', 'runs', 'top', 'seed', 'quantile'] }, { needs: ['values', 'combinations'] }],
}

/**
 * How much the ranks of a composite indicator hang on its weights, its normalisation and its aggregation. Rank 1 is best, ties share it.
 * Draws: weights w_j = E_j / sum(E), E = -ln(1 - u), uniform over all that sum to 1, score = sum(w x) or exp(sum(w ln x)); shareTop of k =
 * draws with a rank of at most k / draws; a percentile is the smallest rank whose cumulative share reaches it.
 *
 * Missing: refused here; `compositeUncertainty` treats gaps. Errors: fewer than two units, a constant indicator, unknown
 * normalisation or combination. Source: OECD/JRC (2008) Handbook, step 7; Saisana, Saltelli & Tarantola (2005) JRSS A 168.
 */
export function rankRobustness(input: RankRobustnessInput): RankRobustnessResult {
  checkInput(input, shape)
  const values = matrix(input.values, 'values')
  atLeast(values.length, 2, 'values', 'units')
  const kind = aggregationOf(input.aggregation)
  const names = input.indicators ?? (values[0] ?? []).map((_, index) => String(index))
  namesFit(input.indicators, values[0] ?? [], 'indicators')
  namesFit(input.units, values, 'units')
  const drawn =
    typeof input.weights === 'string' && saying(input.weights, 'weights', { uniform: /uniform|random|simplex|dirichlet/i, equal: EQUAL }) === 'uniform'
  for (const key of ['runs', 'seed', 'top'] as const) if (!drawn && input[key] !== undefined) throw unknownForm(key, 'weights "uniform", which are drawn')
  const rows = normalised(values, input.normalisation ?? 'none', input.directions)
  const weights = shares(drawn ? undefined : input.weights, names)
  const base = { baseRanks: ranksOf(rows, weights, kind), leaveOneOut: leaveOneOut(rows, weights, kind) }
  if (input.combinations !== undefined) return { ...base, ...combined(input, values, weights) }
  return { ...base, ...(drawn ? simulated(rows, kind, input) : {}) }
}

function normalised(values: number[][], method: string, directions?: readonly Direction[], scale?: readonly [number, number]): number[][] {
  if (method === 'none' && directions?.some((turn) => turn !== 1)) throw unknownForm('directions', 'a normalisation, which turns the values')
  if (method === 'none') return values
  const settings = { ...(directions && { directions }), ...(scale && { scale }) }
  const found = normalisation({ method: method === 'rank' ? 'borda' : method, values, ...settings }).normalised as number[][]
  return method === 'rank' ? found.map((row) => row.map((below) => below + 1)) : found
}

function ranksOf(rows: number[][], weights: readonly number[], kind: Aggregation): number[] {
  return ranksFromBest(rows.map((row, unit) => weightedMean(row, weights, kind, `values[${unit}]`) as number))
}

function leaveOneOut(rows: number[][], weights: readonly number[], kind: Aggregation): number[] {
  const base = ranksOf(rows, weights, kind)
  return weights.map((weight, left) => {
    if (weight === 1) return 0
    const ranks = ranksOf(
      rows,
      weights.map((other, index) => (index === left ? 0 : other)),
      kind,
    )
    return mean(ranks.map((rank, unit) => Math.abs(rank - (base[unit] as number))))
  })
}

function combined(input: RankRobustnessInput, values: number[][], weights: readonly number[]): Pick<RankRobustnessResult, 'ranks' | 'best' | 'worst'> {
  const ranks = Object.fromEntries((input.combinations ?? []).map((text) => combination(text, values, weights, input.directions)))
  const each = (pick: (...ranks: number[]) => number) => values.map((_, unit) => pick(...Object.values(ranks).map((list) => list[unit] as number)))
  return { ranks, best: each(Math.min), worst: each(Math.max) }
}

/** "minmax geometric (min-max on 1 to 100)": normalisation, aggregation, and a scale if one is named. */
function combination(text: string, values: number[][], weights: readonly number[], directions?: readonly Direction[]): [string, number[]] {
  const name = text.replace(/\s*\(.*\)$/, '')
  const [method = '', kind] = name.split(/\s+/)
  const [, from, to] = /on (-?[\d.]+) to (-?[\d.]+)/.exec(text) ?? []
  const aggregation = aggregationOf(kind, 'combinations')
  const scale = from === undefined ? (aggregation === 'geometric' ? ([1, 100] as const) : undefined) : ([Number(from), Number(to)] as const)
  return [name, ranksOf(normalised(values, method, directions, scale), weights, aggregation)]
}

type Simulated = Pick<RankRobustnessResult, 'meanRank' | 'medianRank' | 'q05' | 'q95' | 'shareFirst' | 'shareTop3' | 'shareTop' | 'rankCounts'>

function simulated(rows: number[][], kind: Aggregation, input: RankRobustnessInput): Simulated {
  const runs = whole(input.runs ?? 100_000, 'runs', 1)
  const tops = [input.top ?? []].flat().map((top) => whole(top, 'top', 1))
  if (kind === 'harmonic' || kind === 'median') throw new MethodError('UNKNOWN_CHOICE', 'aggregation', 'weights are drawn for arithmetic and geometric means')
  const random = randomStream(input.seed ?? 1)
  const scale = kind === 'geometric' ? logged(rows) : rows
  const counts = rankCounts(scale, runs, (weights) => simplexWeights(random, weights))
  const share = (unit: number, upTo: number) => (counts[unit] as Uint32Array).slice(0, upTo).reduce((total, count) => total + count, 0) / runs
  return {
    meanRank: counts.map((row) => row.reduce((total, count, index) => total + count * (index + 1), 0) / runs),
    medianRank: counts.map((row) => rankQuantile(row, 0.5)),
    q05: counts.map((row) => rankQuantile(row, 0.05)),
    q95: counts.map((row) => rankQuantile(row, 0.95)),
    shareFirst: counts.map((_, unit) => share(unit, 1)),
    shareTop3: counts.map((_, unit) => share(unit, 3)),
    ...(tops.length > 0 ? { shareTop: Object.fromEntries(tops.map((top) => [top, counts.map((_, unit) => share(unit, top))])) } : {}),
    rankCounts: counts.map((row) => Array.from(row)),
  }
}

/** A geometric mean ranks as the mean of logarithms. */
function logged(rows: number[][]): number[][] {
  return rows.map((row, unit) =>
    row.map((value) => {
      if (value <= 0) throw new MethodError('NOT_POSITIVE', `values[${unit}]`, `a geometric mean takes positive values, not ${value}`)
      return Math.log(value)
    }),
  )
}
