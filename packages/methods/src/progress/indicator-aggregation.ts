import { mean, sum } from 'simple-statistics'
import { choice, finite, type Maybe, namesFit, numbers, sameLength, sparse, sparseMatrix, unknownForm } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { either, listOf, number, numberList, sparseList, sparseTable, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { shares } from '../shared/weights.js'

/** average and mean are one, and so are latest and last. */
export const aggregationRules = ['sum', 'average', 'mean', 'latest', 'last', 'first', 'minimum', 'maximum', 'count', 'cumulative', 'unique'] as const
export type AggregationRule = (typeof aggregationRules)[number]

export interface IndicatorAggregationInput {
  /** Reports in their order; or a row of them per area. Null where none came in. */
  readonly values?: readonly Maybe<number>[] | readonly (readonly Maybe<number>[])[]
  readonly areas?: readonly string[]
  /** Names of the reports; of years, quarters or months ("2024", "2024-Q1", "Q1 2024", "2024-03") the result is given by year too. */
  readonly periods?: readonly string[]
  /** "sum" when left out. In a table it is applied within each area; areas are then added, except for average, minimum and maximum. */
  readonly rule?: AggregationRule
  /** For a weighted average of a list. */
  readonly weights?: readonly number[]
  /** For "unique": how many were counted more than once too often; in a table for the whole, or a list by area. */
  readonly doubleCounted?: number | readonly number[]
  /** Instead of values: shares, aggregated as the ratio of sums. A pair with a null drops out. */
  readonly numerators?: readonly Maybe<number>[]
  readonly denominators?: readonly Maybe<number>[]
}

export interface IndicatorAggregationResult {
  /** By the rule; null when nothing was reported. */
  readonly result?: number | null
  readonly resultByArea?: readonly (number | null)[]
  /** Both readings of a table: each report is new (sum), or contains the earlier ones (cumulative: the latest per area). */
  readonly sum?: number | null
  readonly sumByArea?: readonly (number | null)[]
  readonly cumulative?: number | null
  readonly cumulativeByArea?: readonly (number | null)[]
  /** When every period names its year. */
  readonly resultByYear?: Readonly<Record<string, number | null>>
  readonly average?: number | null
  readonly latest?: number | null
  readonly count?: number
  /** Shares, 0 to 1 when parts are counted. */
  readonly meanOfShares?: number
  readonly ratioOfSums?: number
}

const shape: InputShape<IndicatorAggregationInput> = {
  keys: {
    values: either(sparseList, sparseTable),
    areas: listOf(text),
    periods: listOf(text),
    rule: text,
    weights: numberList,
    doubleCounted: either(number, numberList),
    numerators: sparseList,
    denominators: sparseList,
  },
  forms: [{ needs: ['values'], takes: ['areas', 'periods', 'rule', 'weights', 'doubleCounted'] }, { needs: ['numerators', 'denominators'] }],
}

/**
 * One number out of many reports of an indicator, by a stated rule; unique = sum - counted twice; ratio of sums = sum(numerators) /
 * sum(denominators).
 *
 * Missing: skipped, never counted as 0. Errors: no values, unknown rule, unequal lengths, TOTAL_ZERO for a denominator of 0.
 * Source: European Commission (2021) SWD 198, performance monitoring, for unique counts; Vera Solutions, Amp Impact, calculations by data type.
 */
export function indicatorAggregation(input: IndicatorAggregationInput): IndicatorAggregationResult {
  checkInput(input, shape)
  if (input.numerators !== undefined) return ofShares(input)
  const rule = choice(input.rule ?? usualRule(input), 'rule', aggregationRules)
  checkForms(input, rule)
  return { ...byForm(input, rule), ...byYear(input, rule) }
}

function byForm({ values = [], weights, doubleCounted }: IndicatorAggregationInput, rule: AggregationRule): IndicatorAggregationResult {
  const isTable = Array.isArray(values[0])
  const found = isTable ? ofTable(sparseMatrix(values, 'values'), rule) : ofList(sparse(values, 'values'), rule, weights)
  return doubleCounted === undefined ? found : unique(found, values, doubleCounted)
}

/** The result by year, where every period names one and nothing was counted twice. */
function byYear(input: IndicatorAggregationInput, rule: AggregationRule): Pick<IndicatorAggregationResult, 'resultByYear'> {
  const years = (input.periods ?? []).map((period) => PERIOD.exec(period.trim())?.slice(1).find(Boolean))
  if (years.length === 0 || years.includes(undefined) || rule === 'unique') return {}
  const of = <T>(list: readonly T[], year: unknown) => list.filter((_, place) => years[place] === year)
  const within = (year: unknown): IndicatorAggregationInput => {
    const values = (input.values ?? []).map((row) => row)
    const part = Array.isArray(values[0]) ? (values as number[][]).map((row) => of(row, year)) : of(values, year)
    return { values: part as number[], ...(input.weights ? { weights: of(input.weights, year) } : {}) }
  }
  return { resultByYear: Object.fromEntries([...new Set(years as string[])].map((year) => [year, byForm(within(year), rule).result ?? null])) }
}

const PERIOD = /^(?:(\d{4})(?:[- ]?Q[1-4]|-(?:0[1-9]|1[0-2]))?|Q[1-4][- ](\d{4}))$/i

/** The sum less what was counted twice, which is at most what is left beside the largest report. */
function unique(found: IndicatorAggregationResult, values: readonly unknown[], given: number | readonly number[]): IndicatorAggregationResult {
  const list = typeof given === 'number' ? [given] : given
  const isByArea = typeof given !== 'number' && found.sumByArea !== undefined
  const sums = isByArea ? (found.sumByArea as readonly (number | null)[]) : [found.sum ?? null]
  sameLength(list, sums, 'doubleCounted')
  const less = sums.map((total, place) => {
    const parts = reported((isByArea ? values[place] : values.flat()) as Maybe<number>[])
    const most = (total ?? 0) - Math.max(0, ...parts)
    const twice = finite(list[place], typeof given === 'number' ? 'doubleCounted' : `doubleCounted[${place}]`, 0, most)
    return total === null ? null : total - twice
  })
  if (!isByArea) return { ...found, result: less[0] ?? null }
  const known = reported(less)
  return { ...found, resultByArea: less, result: known.length === 0 ? null : sum(known) }
}

const usualRule = ({ weights, doubleCounted }: IndicatorAggregationInput): AggregationRule =>
  weights !== undefined ? 'average' : doubleCounted === undefined ? 'sum' : 'unique'

/** Weights are of an average of a list; areas name the rows, periods the reports. */
function checkForms(input: IndicatorAggregationInput, rule: AggregationRule): void {
  const rows = input.values ?? []
  const isTable = Array.isArray(rows[0])
  if (input.weights && (isTable || !['average', 'mean'].includes(rule))) throw unknownForm('weights', 'the average of a list')
  if ((rule === 'unique') !== (input.doubleCounted !== undefined))
    throw unknownForm('doubleCounted', 'a number or list for the rule "unique", and for no other')
  if (input.areas && !isTable) throw unknownForm('areas', 'a table with a row per area')
  namesFit(input.areas, rows, 'areas')
  namesFit(input.periods, isTable ? (rows[0] as readonly unknown[]) : rows, 'periods')
}

function ofList(values: Maybe<number>[], rule: AggregationRule, weights?: readonly number[]): IndicatorAggregationResult {
  const result = weights === undefined ? apply(rule, values) : weighted(values, weights)
  return { result, sum: apply('sum', values), average: apply('average', values), latest: apply('latest', values), count: reported(values).length }
}

function ofTable(rows: Maybe<number>[][], rule: AggregationRule): IndicatorAggregationResult {
  const by = (which: AggregationRule) => rows.map((row) => apply(which, row))
  const whole = (which: AggregationRule) => (['average', 'mean', 'minimum', 'maximum'].includes(which) ? apply(which, rows.flat()) : apply('sum', by(which)))
  return {
    result: whole(rule),
    resultByArea: by(rule),
    sum: whole('sum'),
    sumByArea: by('sum'),
    cumulative: whole('cumulative'),
    cumulativeByArea: by('cumulative'),
    average: whole('average'),
    latest: whole('latest'),
    count: reported(rows.flat()).length,
  }
}

const reported = (values: readonly Maybe<number>[]) => values.filter((value) => value !== null)

const rules: Readonly<Record<AggregationRule, (values: number[]) => number>> = {
  sum: (values) => sum(values),
  average: (values) => mean(values),
  mean: (values) => mean(values),
  latest: (values) => values.at(-1) as number,
  last: (values) => values.at(-1) as number,
  cumulative: (values) => values.at(-1) as number,
  first: (values) => values[0] as number,
  minimum: (values) => Math.min(...values),
  maximum: (values) => Math.max(...values),
  count: (values) => values.length,
  unique: (values) => sum(values),
}

function apply(rule: AggregationRule, values: readonly Maybe<number>[]): number | null {
  const there = reported(values)
  return there.length === 0 ? (rule === 'count' ? 0 : null) : rules[rule](there)
}

function weighted(values: readonly Maybe<number>[], given: readonly number[]): number | null {
  sameLength(given, values, 'weights')
  const there = values.map((_, index) => index).filter((index) => values[index] !== null)
  if (there.length === 0) return null
  const parts = shares(
    there.map((index) => given[index] as number),
    there.map(String),
  )
  return sum(there.map((index, place) => (values[index] as number) * (parts[place] as number)))
}

function ofShares(input: IndicatorAggregationInput): IndicatorAggregationResult {
  const numerators = sparse(input.numerators, 'numerators')
  const denominators = sparse(input.denominators, 'denominators')
  sameLength(denominators, numerators, 'denominators')
  const there = numerators.map((_, index) => index).filter((index) => numerators[index] !== null && denominators[index] !== null)
  const parts = numbers(
    there.map((index) => numerators[index]),
    'numerators',
  )
  const wholes = numbers(
    there.map((index) => denominators[index]),
    'denominators',
  )
  if (wholes.includes(0)) throw new MethodError('TOTAL_ZERO', `denominators[${there[wholes.indexOf(0)]}]`, 'a share of 0 is not defined')
  return { meanOfShares: mean(parts.map((part, index) => part / (wholes[index] as number))), ratioOfSums: sum(parts) / sum(wholes), count: there.length }
}
