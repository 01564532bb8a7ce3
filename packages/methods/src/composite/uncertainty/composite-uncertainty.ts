import { list, unknownForm, whole } from '../../shared/checks.js'
import { checkInput, type InputShape } from '../../shared/input-shape.js'
import { MethodError } from '../../shared/method-error.js'
import { rankQuantile } from '../rank-counts.js'
import type { Settings } from './edition.js'
import { joinParts, runPart, type UncertaintyPart } from './parts.js'
import { rankGroups } from './rank-groups.js'
import { Simulation, simulationKeys, simulationNeeds, type UncertaintyInput, USUAL_RUNS } from './simulation.js'
import { type Sensitivity, sobolIndices } from './sobol.js'
import type { Variant } from './variant.js'

export interface RankSpread {
  readonly medianRank: number
  readonly meanRank: number
  /** 5th and 95th percentile: the smallest rank whose cumulative share of runs reaches the level. */
  readonly p05: number
  readonly p95: number
  /** Share of runs in which the unit is in the upper third, rank at most a third of the number of units, rounded up. */
  readonly topThird: number
}

export interface UnitUncertainty extends RankSpread {
  readonly unit: string
  /** Under the base settings and weights: 0 to 100 (1 to 100 for a geometric mean; z-scores around 0), rank 1 for the highest, ties sharing it. */
  readonly score: number
  readonly rank: number
  /** What each indicator adds to the score, by name; they sum to it. */
  readonly contributions: Readonly<Record<string, number>>
  /** Of an index of levels: the score of each of its groups. */
  readonly levels?: Readonly<Record<string, number | null>>
  /** Units of one number cannot be told apart from the best of their group, see `rankGroups`. */
  readonly group: number
  /** Number of runs at rank 1, 2, and so on. */
  readonly rankCounts: readonly number[]
}

export interface UncertaintyResult {
  readonly units: readonly UnitUncertainty[]
  /** How much each choice moves the ranks, see `sobolIndices`; empty when nothing varies. */
  readonly sensitivity: readonly Sensitivity[]
  /** By how many ranks a unit is away from its base rank, on average over units and runs. */
  readonly meanRankShift: number
  readonly base: Settings
  readonly runs: number
  readonly seed: number
}

const shape: InputShape<UncertaintyInput> = {
  keys: simulationKeys,
  forms: [{ needs: simulationNeeds }],
}

/**
 * How far scores and ranks of a composite indicator hang on the choices made for it: the edition is computed anew in many runs, each with weights,
 * normalisation, aggregation and treatment of missing values and outliers drawn from the alternatives given. Score = sum(w x) / sum(w), or
 * exp(sum(w ln x) / sum(w)), over the indicators, or level by level. Runs may be shared out between threads, see `uncertaintyPart`.
 *
 * Missing: treated by the setting `missing`; left out, a gap passes its weight on, of an index of levels within its group. Errors: a unit or indicator without values, a constant indicator (NO_VARIANCE), missing
 * goalposts, weights that are negative or sum to 0, an unknown alternative; STOPPED when asked to stop.
 * Source: OECD/JRC (2008) Handbook on Constructing Composite Indicators, step 7; Saisana, Saltelli & Tarantola (2005) JRSS A 168.
 */
export function compositeUncertainty(input: UncertaintyInput): UncertaintyResult {
  checkInput(input, shape)
  return summary(input, runPart(input, 0, 1))
}

/**
 * One of several parts of the runs of `compositeUncertainty`, numbered from 0, for a thread of its own; `joinUncertainty` makes the result of
 * all parts, which is the same to the bit as without parts.
 *
 * Missing, formula and source: as `compositeUncertainty`. Errors: as there; a part that is none of so many.
 */
export function uncertaintyPart(input: UncertaintyInput, part: number, parts: number): UncertaintyPart {
  checkInput(input, shape)
  const of = whole(parts, 'parts', 1)
  if (whole(part, 'part') >= of) throw new MethodError('OUT_OF_RANGE', 'part', `${part} is none of ${of} parts, numbered from 0`)
  return runPart(input, part, of)
}

/**
 * The result of an edition from all parts of its runs, in their order, each from `uncertaintyPart` with the same input.
 *
 * Missing, formula and source: as `compositeUncertainty`. Errors: as there; parts that do not make all runs.
 */
export function joinUncertainty(input: UncertaintyInput, parts: readonly UncertaintyPart[]): UncertaintyResult {
  checkInput(input, shape)
  list(parts, 'parts').forEach((part, index) => {
    if (!ArrayBuffer.isView((part as Partial<UncertaintyPart> | null)?.shifts)) throw unknownForm(`parts[${index}]`, 'what uncertaintyPart answers')
  })
  const joined = joinParts(parts)
  if (joined.shifts.length !== (input.runs ?? USUAL_RUNS)) throw new MethodError('UNEQUAL_LENGTH', 'parts', 'the parts do not make all runs')
  return summary(input, joined)
}

function summary(input: UncertaintyInput, { counts, shifts, mixed }: UncertaintyPart): UncertaintyResult {
  const simulation = new Simulation(input)
  const described = describeBase(simulation)
  const spreads = counts.map((row) => rankSpread(row, simulation.runs, described.length))
  const groups = rankGroups(spreads)
  return {
    units: described.map((unit, index) => ({
      ...unit,
      ...(spreads[index] as RankSpread),
      group: groups[index] as number,
      rankCounts: Array.from(counts[index] as Uint32Array),
    })),
    sensitivity: sobolIndices(
      simulation.plan.choices.map(({ name }) => name),
      shifts,
      mixed,
    ),
    meanRankShift: shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length,
    base: simulation.edition.base,
    runs: simulation.runs,
    seed: input.seed,
  }
}

/** Summary of how often each rank (index 0 for rank 1) came up. */
export function rankSpread(counts: Uint32Array, runs: number, units: number): RankSpread {
  const third = Math.ceil(units / 3)
  return {
    medianRank: rankQuantile(counts, 0.5),
    meanRank: counts.reduce((total, times, place) => total + times * (place + 1), 0) / runs,
    p05: rankQuantile(counts, 0.05),
    p95: rankQuantile(counts, 0.95),
    topThird: counts.subarray(0, third).reduce((total, times) => total + times, 0) / runs,
  }
}

type Described = Pick<UnitUncertainty, 'unit' | 'score' | 'rank' | 'contributions' | 'levels'>

function describeBase(simulation: Simulation): Described[] {
  const { ranks, variant } = simulation.base()
  const k = simulation.weights.length
  return simulation.edition.units.map((unit, index) => {
    const { score, parts } = simulation.explain(variant.values.subarray(index * k, (index + 1) * k), variant.geometric)
    const levels = levelScores(simulation, variant, variant.values, index * k)
    return { unit, score, rank: ranks[index] as number, contributions: contributionsOf(simulation, parts), ...levels }
  })
}

/** Scores of the groups of the row that begins at `start`, as people read them; null for one without any value. */
export function levelScores(
  { edition, levels, nodeWeights }: Simulation,
  { geometric }: Variant,
  values: Float64Array,
  start: number,
): Pick<UnitUncertainty, 'levels'> {
  if (edition.tree === null || levels === null) return {}
  const scores = levels.of(values, start, nodeWeights)
  const read = (score: number) => (Number.isNaN(score) ? null : geometric ? Math.exp(score) : score)
  return { levels: Object.fromEntries(edition.tree.groups.map((group, place) => [group, read(scores[place] as number)])) }
}

/** By name; an indicator of weight 0 adds nothing. */
export function contributionsOf(simulation: Simulation, parts: readonly number[]): Record<string, number> {
  const { names, indicators } = simulation.edition
  return { ...Object.fromEntries(names.map((name) => [name, 0])), ...Object.fromEntries(indicators.map(({ name }, j) => [name, parts[j] as number])) }
}
