import { type Maybe, sameLength, sparse } from '../../shared/checks.js'
import { checkInput, type InputShape } from '../../shared/input-shape.js'
import { sparseList } from '../../shared/kinds.js'
import { MethodError } from '../../shared/method-error.js'
import { turnedValue } from '../orientation.js'
import { contributionsOf, levelScores, type RankSpread, rankSpread } from './composite-uncertainty.js'
import { Simulation, simulationKeys, simulationNeeds, type UncertaintyInput } from './simulation.js'

export interface ProspectiveInput extends UncertaintyInput {
  /** Values of a unit outside the edition, in the order of its indicators; null where one is missing. */
  readonly prospective: readonly Maybe<number>[]
}

export interface ProspectiveResult extends RankSpread {
  /** As in the edition, under its base; a value beyond the best of the edition may bring it above 100. */
  readonly score: number
  /** 1 + the number of units of the edition with a higher score: 1 to their number and one. */
  readonly rank: number
  readonly contributions: Readonly<Record<string, number>>
  /** In an index of levels: its score in each group, as in the edition. */
  readonly levels?: Readonly<Record<string, number | null>>
  /** Share of runs at rank 1, 2, and so on, to the number of units and one. */
  readonly rankShares: readonly number[]
  /** Indicators on which it lies outside what the edition has seen: there the scale is extended, which is a guess. */
  readonly outsideRange: readonly string[]
}

const shape: InputShape<ProspectiveInput> = {
  keys: { ...simulationKeys, prospective: sparseList },
  forms: [{ needs: [...simulationNeeds, 'prospective'] }],
}

/**
 * Where a unit would land in a frozen edition: its values are put on the edition's own scales, so that no other score changes, and it is ranked
 * against them under the base and in the same runs as the edition itself (same input and seed).
 *
 * rank = 1 + number of units with a higher score.
 *
 * Missing: as the edition treats it. Errors: those of `compositeUncertainty`; another number of values than indicators; no value at all.
 * Source: own rule; the runs are those of `compositeUncertainty`.
 */
export function placeProspective(input: ProspectiveInput): ProspectiveResult {
  checkInput(input, shape)
  const simulation = new Simulation(input)
  const { indicators, names, units } = simulation.edition
  const given = sparse(input.prospective, 'prospective')
  sameLength(given, names, 'prospective')
  const row = indicators.map(({ column, turn }) => turnedValue(given[column] ?? null, turn))
  if (row.every((value) => value === null)) throw new MethodError('EMPTY', 'prospective', 'there is no value at all')
  const { variant } = simulation.base()
  const own = variant.place(row)
  const { score, parts } = simulation.explain(own, variant.geometric)
  const rank = rankAmong(simulation, simulation.score(own, 0, false))
  const contributions = contributionsOf(simulation, parts)
  const levels = levelScores(simulation, variant, own, 0)
  const counts = countRanks(simulation, row)
  return {
    score,
    rank,
    contributions,
    ...levels,
    rankShares: Array.from(counts, (times) => times / simulation.runs),
    ...rankSpread(counts, simulation.runs, units.length + 1),
    outsideRange: indicators.filter(({ values }, j) => isOutside(row[j] ?? null, values)).map(({ name }) => name),
  }
}

/** Against the scores of the last run. */
function rankAmong(simulation: Simulation, score: number): number {
  return 1 + simulation.scores.reduce((count, other) => count + (other - score > 1e-12 * Math.max(1, Math.abs(other)) ? 1 : 0), 0)
}

function countRanks(simulation: Simulation, values: readonly Maybe<number>[]): Uint32Array {
  const counts = new Uint32Array(simulation.edition.units.length + 1)
  const placed = new Map<object, Float64Array>()
  for (const row of simulation.draw()) {
    const { variant } = simulation.run(row)
    const own = placed.get(variant) ?? variant.place(values)
    placed.set(variant, own)
    const place = rankAmong(simulation, simulation.score(own, 0, false)) - 1
    counts[place] = (counts[place] as number) + 1
    simulation.tick(simulation.runs)
  }
  return counts
}

function isOutside(value: Maybe<number>, values: readonly Maybe<number>[]): boolean {
  const present = values.filter((other) => other !== null)
  return value !== null && (value < Math.min(...present) || value > Math.max(...present))
}
