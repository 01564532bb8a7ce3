import { checkInput, type InputShape } from '../../shared/input-shape.js'
import { rankQuantile } from '../rank-counts.js'
import type { Settings } from './edition.js'
import { rankGroups } from './rank-groups.js'
import { explain } from './scoring.js'
import { Simulation, simulationKeys, simulationNeeds, type UncertaintyInput } from './simulation.js'
import { type Sensitivity, sobolIndices } from './sobol.js'

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
 * normalisation, aggregation and treatment of missing values and outliers drawn from the alternatives given.
 *
 * Missing values are treated by the setting `missing`. Errors: a unit or indicator without values, a constant indicator (NO_VARIANCE), missing
 * goalposts, weights that are negative or sum to 0, an unknown alternative; STOPPED when asked to stop.
 * Source: OECD/JRC (2008) Handbook on Constructing Composite Indicators, step 7; Saisana, Saltelli & Tarantola (2005) JRSS A 168.
 */
export function compositeUncertainty(input: UncertaintyInput): UncertaintyResult {
  checkInput(input, shape)
  const simulation = new Simulation(input)
  const described = describeBase(simulation)
  const baseRanks = Uint32Array.from(simulation.base().ranks)
  const rows = simulation.draw()
  const total = simulation.runs + simulation.plan.choices.length * Math.floor(simulation.runs / 2)
  const counts = simulation.edition.units.map(() => new Uint32Array(baseRanks.length))
  const ranksOf = (row: Float64Array) => {
    const { ranks } = simulation.run(row)
    simulation.tick(total)
    return ranks
  }
  const shifts = Float64Array.from(rows, (row) => {
    const ranks = ranksOf(row)
    count(counts, ranks)
    return meanShift(ranks, baseRanks)
  })
  const sensitivity = sobolIndices(simulation, rows, shifts, (row) => meanShift(ranksOf(row), baseRanks))
  const spreads = counts.map((row) => rankSpread(row, simulation.runs, baseRanks.length))
  const groups = rankGroups(spreads)
  return {
    units: described.map((unit, index) => ({
      ...unit,
      ...(spreads[index] as RankSpread),
      group: groups[index] as number,
      rankCounts: Array.from(counts[index] as Uint32Array),
    })),
    sensitivity,
    meanRankShift: shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length,
    base: simulation.edition.base,
    runs: simulation.runs,
    seed: input.seed,
  }
}

function count(counts: Uint32Array[], ranks: Uint32Array): void {
  for (let unit = 0; unit < counts.length; unit++) {
    const row = counts[unit] as Uint32Array
    const place = (ranks[unit] as number) - 1
    row[place] = (row[place] as number) + 1
  }
}

function meanShift(ranks: Uint32Array, base: Uint32Array): number {
  let total = 0
  for (let unit = 0; unit < ranks.length; unit++) total += Math.abs((ranks[unit] as number) - (base[unit] as number))
  return total / ranks.length
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

type Described = Pick<UnitUncertainty, 'unit' | 'score' | 'rank' | 'contributions'>

function describeBase(simulation: Simulation): Described[] {
  const { ranks, variant } = simulation.base()
  const k = simulation.weights.length
  return simulation.edition.units.map((unit, index) => {
    const { score, parts } = explain(variant.values.subarray(index * k, (index + 1) * k), simulation.weights, variant.geometric)
    return { unit, score, rank: ranks[index] as number, contributions: contributionsOf(simulation, parts) }
  })
}

/** By name; an indicator of weight 0 adds nothing. */
export function contributionsOf(simulation: Simulation, parts: readonly number[]): Record<string, number> {
  const { names, indicators } = simulation.edition
  return { ...Object.fromEntries(names.map((name) => [name, 0])), ...Object.fromEntries(indicators.map(({ name }, j) => [name, parts[j] as number])) }
}
