import { atLeast, choice, distinct, knownNames, list, type Maybe, namesFit, sameLength, sparseMatrix } from '../../shared/checks.js'
import { shaped } from '../../shared/input-shape.js'
import { absent, either, listOf, named, pair, sparseTable, text } from '../../shared/kinds.js'
import { MethodError } from '../../shared/method-error.js'
import { shares, type Weights, weighting } from '../../shared/weights.js'
import { type Orientation, orientation, orienting, turnedValue } from '../orientation.js'
import { effectiveWeights, readTree, type Structure, type Tree } from './tree.js'

/** What there is to choose; the first of each is the usual one. Source: OECD/JRC (2008) Handbook on Constructing Composite Indicators, steps 3 to 6. */
export const editionChoices = {
  /**
   * Each on 0 to 100, z-scores as they are: between minimum and maximum; in standard deviations; between goalposts, capped; share of units
   * below; z-scores with mean 10 and standard deviation 2, 10 + 2 z, on which the geometric mean is taken without a further scale.
   */
  normalisation: ['minmax', 'zscore', 'goalpost', 'rank', 'standard'],
  /** Weighted arithmetic mean; geometric mean, for which every indicator but a standard one is put on 1 to 100. */
  aggregation: ['arithmetic', 'geometric'],
  /** Leave it out and rescale the other weights; take the indicator's mean or median; count it as the lowest value on the scale. */
  missing: ['exclude', 'mean', 'median', 'lowest'],
  /** Leave them; or cap up to five at one end until |skewness| is at most 2 or excess kurtosis at most 3.5. */
  outliers: ['none', 'winsorise'],
} as const

export type DiscreteChoice = keyof typeof editionChoices
export type Settings = { readonly [name in DiscreteChoice]: (typeof editionChoices)[name][number] }

export interface EditionInput {
  readonly units: readonly string[]
  /** Named by place when left out. */
  readonly indicators?: readonly string[]
  /** A row per unit; null where a value is missing. */
  readonly values: readonly (readonly Maybe<number>[])[]
  /** Per indicator 1 (more is better, when left out), -1 or a band. */
  readonly directions?: readonly Orientation[]
  /** Per indicator its lower and upper end, for the normalisation by goalposts; null where it has none. */
  readonly goalposts?: readonly Maybe<readonly [number, number]>[]
  /** Relative; an indicator of weight 0 does not exist for the index. */
  readonly weights?: Weights
  /** The levels of the index, see `readTree`: a missing value then passes its weight on within its group only. */
  readonly structure?: Structure
  readonly base?: Partial<Settings>
}

const settingKeys = { normalisation: text, aggregation: text, missing: text, outliers: text }

/** What every input of an edition may hold. */
export const editionKeys = {
  units: listOf(text),
  indicators: listOf(text),
  values: sparseTable,
  directions: listOf(orienting),
  goalposts: listOf(either(absent, pair)),
  weights: weighting,
  structure: named(listOf(text)),
  base: shaped<Settings>({ keys: settingKeys, forms: [{ needs: [] }] }),
}

/** An indicator in use: its values turned so that more is better, and its goalposts likewise. */
export interface Indicator {
  readonly name: string
  readonly column: number
  readonly turn: (value: number) => number
  readonly values: readonly Maybe<number>[]
  readonly goalposts: readonly [number, number] | null
  readonly weight: number
}

export interface Edition {
  readonly units: readonly string[]
  /** All names, those of weight 0 included, in the order of the input. */
  readonly names: readonly string[]
  readonly indicators: readonly Indicator[]
  readonly base: Settings
  /** Null for an index of one level. */
  readonly tree: Tree | null
}

/** Reads and checks the input of an edition: sizes, directions, weights; every unit and every indicator needs values. */
export function readEdition(input: EditionInput): Edition {
  const rows = sparseMatrix(input.values, 'values')
  sameLength(list(input.units, 'units'), rows, 'units')
  atLeast(rows.length, 2, 'units', 'units')
  const names = input.indicators ?? (rows[0] ?? []).map((_, column) => String(column))
  sameLength(names, rows[0] ?? [], 'indicators')
  namesFit(input.directions, names, 'directions')
  namesFit(input.goalposts, names, 'goalposts')
  distinct(names, 'indicators')
  const whole = input.structure ? readTree(input.structure, names, checkedWeights(input, names)) : null
  const weights = whole ? leafWeights(whole, names.length) : shares(input.weights, names)
  const indicators = names.map((_, column) => indicatorOf(input, rows, names, column, weights)).filter(({ weight }) => weight > 0)
  input.units.forEach((unit, row) => {
    if (indicators.every(({ values }) => values[row] === null)) throw new MethodError('EMPTY', `values[${row}]`, `"${unit}" has no value at all`)
  })
  return { units: input.units, names, indicators, base: readSettings(input.base), tree: whole && prune(whole, weights) }
}

/** By name they may be of groups too. */
function checkedWeights({ weights, structure }: EditionInput, names: readonly string[]): Weights | undefined {
  if (typeof weights !== 'object') shares(weights, names)
  else if (Array.isArray(weights)) sameLength(weights, names, 'weights')
  else knownNames(weights, [...names, ...Object.keys(structure ?? {})], 'weights')
  return weights
}

function leafWeights(tree: Tree, leaves: number): number[] {
  const weights = new Float64Array(leaves)
  effectiveWeights(tree, tree.weights, weights)
  return Array.from(weights)
}

/** Without the indicators that weigh nothing. */
function prune(tree: Tree, weights: readonly number[]): Tree {
  const gone = weights.filter((weight) => weight <= 0).length
  const kept = Array.from(tree.parents, (_, node) => node).filter((node) => node >= weights.length || (weights[node] as number) > 0)
  const pick = (list: Float64Array | Int32Array) => kept.map((node) => list[node] as number)
  return { ...tree, parents: Int32Array.from(pick(tree.parents), (parent) => parent - gone), weights: Float64Array.from(pick(tree.weights)) }
}

function indicatorOf(input: EditionInput, rows: Maybe<number>[][], names: readonly string[], column: number, weights: readonly number[]): Indicator {
  const { turn, goalposts } = orientation(input.directions?.[column] ?? 1, input.goalposts?.[column] ?? null, `directions[${column}]`, `goalposts[${column}]`)
  const values = rows.map((row) => turnedValue(row[column] ?? null, turn))
  const present = values.filter((value) => value !== null).length
  if ((weights[column] as number) > 0) atLeast(present, 2, `values[*][${column}]`, `units with a value of "${names[column]}"`)
  return { name: names[column] as string, column, turn, values, goalposts, weight: weights[column] as number }
}

function readSettings(given: Partial<Settings> = {}): Settings {
  return {
    normalisation: choice(given.normalisation ?? 'minmax', 'base.normalisation', editionChoices.normalisation),
    aggregation: choice(given.aggregation ?? 'arithmetic', 'base.aggregation', editionChoices.aggregation),
    missing: choice(given.missing ?? 'exclude', 'base.missing', editionChoices.missing),
    outliers: choice(given.outliers ?? 'none', 'base.outliers', editionChoices.outliers),
  }
}
