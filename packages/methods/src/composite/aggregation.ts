import { distinct, finite, knownNames, type Maybe, matrix, namesFit, sparse, sparseMatrix, unknownForm } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { anyOf, either, listOf, named, pair, sparseList, sparseTable, text } from '../shared/kinds.js'
import { type Aggregation, aggregationOf, aggregations, weightedMean } from '../shared/means.js'
import { MethodError } from '../shared/method-error.js'
import { ranksFromBest } from '../shared/ranks.js'
import { saying } from '../shared/saying.js'
import { shares, type Weights, weighting } from '../shared/weights.js'
import { type Dominance, dominance } from './dominance.js'

export interface AggregationInput {
  /** The indicators of one unit; or a row per unit. */
  readonly values: readonly Maybe<number>[] | readonly (readonly Maybe<number>[])[]
  readonly units?: readonly string[]
  /** Names of the columns (also: `pillars`). */
  readonly indicators?: readonly string[]
  readonly pillars?: readonly string[]
  /** Groups by name, of indicators or of groups named before; groups that are in no other make up the index. */
  readonly structure?: Readonly<Record<string, readonly string[]>>
  /** Relative: by place, by name (of indicators and groups), or equal at every level when left out. */
  readonly weights?: Weights
  /** "arithmetic" when left out, or one per group by name. */
  readonly aggregation?: string | Readonly<Record<string, string>>
  /** "excluded" (when left out): the other weights are rescaled. Anything with "0" or "zero": counts as 0. */
  readonly missing?: string
  /** Ends of a scale 0 to 1 per indicator, applied first; of its decimal logarithm for those in `logarithm`, capped at 1 for those in `capAtOne`. */
  readonly goalposts?: Readonly<Record<string, readonly [number, number]>>
  readonly logarithm?: readonly string[]
  readonly capAtOne?: readonly string[]
}

type Scores = readonly Maybe<number>[]

export interface AggregationResult {
  /** One unit: by the aggregation asked for, and by each (null where values are not positive). */
  readonly score?: Maybe<number>
  readonly arithmetic?: Maybe<number> | Scores
  readonly geometric?: Maybe<number> | Scores
  readonly harmonic?: Maybe<number> | Scores
  readonly median?: Maybe<number> | Scores
  /** A table: scores of the index per unit (also `index`), rank 1 for the highest, ties sharing the best rank (null without a score). */
  readonly scores?: Scores
  readonly index?: Scores
  readonly ranks?: Scores
  readonly dominance?: Dominance
  readonly dominatedPairs?: number
  /** Groups of the structure under their names, the first letter small: `conn` for "Conn". */
  readonly [group: string]: unknown
}

const shape: InputShape<AggregationInput> = {
  keys: {
    values: either(sparseList, sparseTable),
    units: listOf(text),
    indicators: listOf(text),
    pillars: listOf(text),
    structure: named(listOf(text)),
    weights: weighting,
    aggregation: either(text, named(text)),
    missing: text,
    goalposts: named(pair),
    logarithm: anyOf(text),
    capAtOne: anyOf(text),
  },
  forms: [{ needs: ['values'], takes: ['indicators'] }, { needs: ['values', 'pillars'] }],
}

/**
 * Adds indicators up to a score: arithmetic = sum(w x)/sum(w), geometric = exp(sum(w ln x)/sum(w)), harmonic = sum(w)/sum(w/x), or the median;
 * with a structure level by level. A table also tells which pairs of units are dominated: one is better on every indicator.
 *
 * Missing: null drops out and weights are rescaled, or counts as 0. Errors: weights that are negative or sum to 0, unknown names in the
 * structure, values that a geometric or harmonic mean cannot take.
 * Source: OECD/JRC (2008) Handbook on Constructing Composite Indicators, steps 6 and 7; UNDP Human Development Report 2001, technical note 2.
 */
export function aggregation(input: AggregationInput): AggregationResult {
  checkInput(input, shape)
  if (Array.isArray(input.values[0])) return table(input)
  for (const key of ['units', 'structure', 'goalposts', 'logarithm', 'capAtOne'] as const)
    if (input[key] !== undefined) throw unknownForm(key, 'a table with a row per unit')
  return oneUnit(input)
}

function oneUnit(input: AggregationInput): AggregationResult {
  const values = filled(sparse(input.values, 'values'), input.missing)
  const weights = shares(input.weights, namesOf(input, values.length))
  const score = weightedMean(values, weights, aggregationOf(aggregationName(input)), 'values')
  return { score, ...Object.fromEntries(aggregations.map((kind) => [kind, where(() => weightedMean(values, weights, kind, 'values'))])) }
}

/** Null where the values do not allow the mean; only the mean asked for is refused. */
function where(take: () => Maybe<number>): Maybe<number> {
  try {
    return take()
  } catch (error) {
    if (error instanceof MethodError && error.code === 'NOT_POSITIVE') return null
    throw error
  }
}

const aggregationName = (input: AggregationInput, group?: string) =>
  typeof input.aggregation === 'object' ? input.aggregation[group ?? 'index'] : input.aggregation

const treatments = { excluded: /exclu|left out|drop|skip|ignor|rescal/i, 'counted as 0': /\b0\b(?!\.)|\bzero\b/i }

function filled(values: Maybe<number>[], missing = 'excluded'): Maybe<number>[] {
  return saying(missing, 'missing', treatments) === 'excluded' ? values : values.map((value) => value ?? 0)
}

function namesOf(input: AggregationInput, count: number): readonly string[] {
  const names = input.indicators ?? input.pillars
  namesFit(names, Array.from({ length: count }), input.indicators ? 'indicators' : 'pillars')
  distinct(names, input.indicators ? 'indicators' : 'pillars')
  return names ?? Array.from({ length: count }, (_, index) => String(index))
}

function table(input: AggregationInput): AggregationResult {
  const given = sparseMatrix(input.values, 'values')
  const names = namesOf(input, given[0]?.length ?? 0)
  checkNames(input, given, names)
  const rows = given.map((row) => filled(onScale(row, names, input), input.missing))
  const levels = input.structure === undefined ? flat(input, rows, names) : nested(input, rows, names)
  const scores = levels.index as Scores
  const there = scores.filter((score) => score !== null)
  const ranks = ranksFromBest(there)
  let next = 0
  return { ...levels, scores, ranks: scores.map((score) => (score === null ? null : (ranks[next++] as number))), ...compared(input, rows, names) }
}

/** Every name that is used stands for something. */
function checkNames(input: AggregationInput, rows: readonly unknown[], names: readonly string[]): void {
  const groups = Object.keys(input.structure ?? {})
  namesFit(input.units, rows, 'units')
  for (const key of ['goalposts', 'logarithm', 'capAtOne'] as const) knownNames(input[key], names, key)
  if (typeof input.aggregation === 'object') knownNames(input.aggregation, [...groups, 'index'], 'aggregation')
  if (typeof input.weights === 'object' && !Array.isArray(input.weights)) knownNames(input.weights, [...names, ...groups], 'weights')
}

function onScale(row: Maybe<number>[], names: readonly string[], input: AggregationInput): Maybe<number>[] {
  return row.map((value, j) => {
    const name = names[j] as string
    const posts = input.goalposts?.[name]
    if (value === null || posts === undefined) return value
    const read = (x: number) => (input.logarithm?.includes(name) ? Math.log10(finite(x, `values[*][${j}]`, Number.MIN_VALUE)) : finite(x, `goalposts.${name}`))
    const [low, high] = [read(posts[0]), read(posts[1])]
    if (low === high) throw new MethodError('NO_VARIANCE', `goalposts.${name}`, 'both ends are the same')
    const scaled = (read(value) - low) / (high - low)
    return input.capAtOne?.includes(name) ? Math.min(1, scaled) : scaled
  })
}

function flat(input: AggregationInput, rows: Maybe<number>[][], names: readonly string[]): Record<string, Scores> {
  const weights = shares(input.weights, names)
  const index = rows.map((row, unit) => weightedMean(row, weights, aggregationOf(aggregationName(input)), `values[${unit}]`))
  const each = (kind: Aggregation) => rows.map((row) => where(() => weightedMean(row, weights, kind, 'values')))
  return { ...Object.fromEntries(aggregations.map((kind) => [kind, each(kind)])), index }
}

function nested(input: AggregationInput, rows: Maybe<number>[][], names: readonly string[]): Record<string, Scores> {
  const known = new Map<string, Scores>(names.map((name, j) => [name, rows.map((row) => row[j] ?? null)]))
  const groups = Object.entries(input.structure ?? {})
  for (const [group, members] of groups) known.set(group, combined(input, group, members, known))
  const left = names.find((name) => !groups.some(([, members]) => members.includes(name)))
  if (left !== undefined) throw new MethodError('UNKNOWN_MEMBER', 'structure', `"${left}" is in none of the groups`)
  const tops = groups.map(([group]) => group).filter((group) => !groups.some(([, members]) => members.includes(group)))
  const index = tops.length === 1 ? (known.get(tops[0] as string) as Scores) : combined(input, 'index', tops, known)
  return { ...Object.fromEntries(groups.map(([group]) => [group.charAt(0).toLowerCase() + group.slice(1), known.get(group) as Scores])), index }
}

function combined(input: AggregationInput, group: string, members: readonly string[], known: ReadonlyMap<string, Scores>): Scores {
  const columns = members.map((member) => {
    const column = known.get(member)
    if (column === undefined) throw new MethodError('UNKNOWN_MEMBER', `structure.${group}`, `"${member}" is neither an indicator nor a group named before`)
    return column
  })
  const weights = shares(levelWeights(input, members), members)
  const kind = aggregationOf(aggregationName(input, group))
  return (columns[0] ?? []).map((_, unit) =>
    weightedMean(
      columns.map((column) => column[unit] ?? null),
      weights,
      kind,
      group,
    ),
  )
}

/** A list of weights is by indicator; groups above are then equal, as are those without a weight of their own in a record. */
function levelWeights(input: AggregationInput, members: readonly string[]): Weights | undefined {
  if (typeof input.weights !== 'object') return input.weights
  const weights: Readonly<Record<string, number>> = Array.isArray(input.weights)
    ? Object.fromEntries(namesOf(input, input.weights.length).map((name, index) => [name, (input.weights as readonly number[])[index] as number]))
    : (input.weights as Readonly<Record<string, number>>)
  const own = members.filter((member) => weights[member] !== undefined).map((member) => [member, weights[member] as number] as const)
  return own.length > 0 ? Object.fromEntries(own) : undefined
}

function compared(input: AggregationInput, rows: Maybe<number>[][], names: readonly string[]): Pick<AggregationResult, 'dominance' | 'dominatedPairs'> {
  if (rows.some((row) => row.includes(null))) return {}
  const weights = Array.isArray(input.weights) ? shares(input.weights, names) : names.map(() => 1 / names.length)
  const found = dominance(matrix(rows, 'values'), weights)
  return { dominance: found, dominatedPairs: found.dominatedPairs }
}
