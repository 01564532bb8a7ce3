import { mean, sum } from 'simple-statistics'
import { confidenceOf, finite, list, numbers, unknownForm, whole } from '../shared/checks.js'
import { normalCritical, normalTwoSided, studentCritical, studentTwoSided } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { either, type Kind, listOf, number, numberList, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { regress } from './regression.js'

type Cell = 'TreatedBefore' | 'TreatedAfter' | 'ControlBefore' | 'ControlAfter'

/** What is known of a cell beside its mean: `seTreatedBefore`, or `sdTreatedBefore` with `nTreatedBefore`, and so on. */
type CellFacts = { readonly [fact in `${'se' | 'sd' | 'n'}${Cell}`]?: number }

export interface DifferenceInDifferencesInput extends CellFacts {
  /** Four means; or in each the raw values. */
  readonly treatedBefore?: number | readonly number[]
  readonly treatedAfter?: number | readonly number[]
  readonly controlBefore?: number | readonly number[]
  readonly controlAfter?: number | readonly number[]
  /** Published standard errors of the two changes. */
  readonly seTreatedChange?: number
  readonly seControlChange?: number
  /** Instead: one row per observation; `columns` names them (treated, after, outcome, and any others). A row with a null outcome drops out. */
  readonly columns?: readonly string[]
  readonly rows?: readonly (readonly unknown[])[]
  /** Names of the outcome column (without: the first that is none of the others) and of the column that holds the clusters. */
  readonly outcome?: string
  readonly cluster?: string
  /** Of the interval; 0.95 when left out. */
  readonly confidence?: number
}

export interface DifferenceInDifferencesResult {
  readonly did: number
  readonly treatedChange: number
  readonly controlChange: number
  readonly meanTreatedBefore: number
  readonly meanTreatedAfter: number
  readonly meanControlBefore: number
  readonly meanControlAfter: number
  /** Of the difference: from what is known, else null. With rows the common one; `t`, `p` and the interval use the clustered one if asked for. */
  readonly se: number | null
  readonly seRobust: number | null
  readonly seClustered: number | null
  readonly t: number | null
  readonly p: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly n: number | null
  readonly df: number | null
}

const means = ['treatedBefore', 'treatedAfter', 'controlBefore', 'controlAfter'] as const
const cellNames: readonly Cell[] = ['TreatedBefore', 'TreatedAfter', 'ControlBefore', 'ControlAfter']
const factsOf = (fact: 'se' | 'sd' | 'n') => cellNames.map((name) => `${fact}${name}` as const)
const facts = Object.fromEntries([...factsOf('se'), ...factsOf('sd'), ...factsOf('n')].map((key) => [key, number])) as { [key in keyof CellFacts]-?: Kind }
const cell = either(number, numberList)
/** A column may hold whatever names a cluster; the columns that count are read one by one. */
const anything: Kind = () => undefined

const shape: InputShape<DifferenceInDifferencesInput> = {
  keys: {
    treatedBefore: cell,
    treatedAfter: cell,
    controlBefore: cell,
    controlAfter: cell,
    ...facts,
    seTreatedChange: number,
    seControlChange: number,
    columns: listOf(text),
    rows: listOf(listOf(anything)),
    outcome: text,
    cluster: text,
    confidence: number,
  },
  forms: [
    { needs: means },
    { needs: [...means, 'seTreatedChange', 'seControlChange'] },
    { needs: [...means, ...factsOf('se')] },
    { needs: [...means, ...factsOf('sd'), ...factsOf('n')] },
    { needs: ['rows'], takes: ['columns', 'outcome', 'cluster'] },
  ],
}

/**
 * did = (mean treated after - before) - (mean control after - before), in the unit of the outcome; the interaction coefficient of the regression on
 * treated, after and their product. Standard error: with raw data s sqrt(sum 1/n) over the four cells, s^2 the pooled variance within them;
 * from published errors the root of the sum of their squares (then t is a normal z); robust HC1 and clustered CR1 with rows.
 *
 * Missing: a row with a null outcome drops out; cells and summaries may have no gap. Errors: a cell without observations, words in a row, unknown column, none of the forms.
 * Source: Card & Krueger (1994) American Economic Review 84; Wooldridge, Introductory Econometrics, chapter 13.
 */
export function differenceInDifferences(input: DifferenceInDifferencesInput): DifferenceInDifferencesResult {
  checkInput(input, shape)
  const confidence = confidenceOf(input.confidence)
  if (input.rows !== undefined) return fromObservations(readRows(input), confidence)
  if (Array.isArray(input.treatedBefore)) return fromObservations(rawCells(input), confidence)
  return fromMeans(input, confidence)
}

interface Observation {
  readonly treated: number
  readonly after: number
  readonly outcome: number
  readonly cluster: unknown
}

const cells = [
  ['treatedBefore', 1, 0],
  ['treatedAfter', 1, 1],
  ['controlBefore', 0, 0],
  ['controlAfter', 0, 1],
] as const

function rawCells(input: DifferenceInDifferencesInput): Observation[] {
  const published = ['seTreatedChange', ...Object.keys(facts)].find((key) => key in input)
  if (published) throw unknownForm(published, 'four means; raw values have their own errors')
  return cells.flatMap(([name, treated, after]) => numbers(input[name], name).map((outcome) => ({ treated, after, outcome, cluster: undefined })))
}

function readRows(input: DifferenceInDifferencesInput): Observation[] {
  const columns = input.columns ?? ['treated', 'after', 'outcome']
  const place = (name: string) => {
    const found = columns.indexOf(name)
    if (found < 0) throw new MethodError('UNKNOWN_COLUMN', 'columns', `there is no column "${name}" among ${columns.join(', ')}`)
    return found
  }
  const outcome = place(input.outcome ?? columns.find((name) => !['treated', 'after', input.cluster].includes(name)) ?? 'outcome')
  const cluster = input.cluster === undefined ? undefined : place(input.cluster)
  return list(input.rows, 'rows').flatMap((row, index) => {
    const at = (column: number) => (Array.isArray(row) ? row[column] : undefined)
    if (at(outcome) === null) return []
    const flag = (name: string) => flagOf(at(place(name)), `rows[${index}].${name}`)
    const read = { treated: flag('treated'), after: flag('after'), outcome: finite(at(outcome), `rows[${index}][${outcome}]`) }
    return [{ ...read, cluster: cluster === undefined ? undefined : at(cluster) }]
  })
}

function flagOf(value: unknown, path: string): number {
  if (value === true || value === 1) return 1
  if (value === false || value === 0) return 0
  throw new MethodError('OUT_OF_RANGE', path, `${JSON.stringify(value)} is neither 0 nor 1, false nor true`)
}

function fromObservations(rows: readonly Observation[], confidence: number): DifferenceInDifferencesResult {
  const cellMeans = cells.map(([name, treated, after]) => {
    const outcomes = rows.filter((row) => row.treated === treated && row.after === after).map((row) => row.outcome)
    if (outcomes.length === 0) throw new MethodError('EMPTY', name, 'there is no observation in this cell')
    return mean(outcomes)
  })
  const clusters = rows.some((row) => row.cluster !== undefined) ? rows.map((row) => row.cluster) : undefined
  const fit = regress(
    rows.map(({ treated, after }) => [1, treated, after, treated * after]),
    rows.map((row) => row.outcome),
    clusters,
  )
  const at = (errors: readonly (number | null)[] | null) => errors?.[3] ?? null
  const [se, seRobust, seClustered] = [at(fit.se), at(fit.seRobust), at(fit.seClustered)]
  const test = inference(differences(cellMeans).did, seClustered ?? se, fit.df, confidence)
  return { ...differences(cellMeans), se, seRobust, seClustered, ...test, n: rows.length, df: fit.df }
}

type Differences = Omit<DifferenceInDifferencesResult, 'se' | 'seRobust' | 'seClustered' | 't' | 'p' | 'lower' | 'upper' | 'n' | 'df'>

function differences(cellMeans: readonly number[]): Differences {
  const [tb, ta, cb, ca] = cellMeans as [number, number, number, number]
  const [treatedChange, controlChange] = [ta - tb, ca - cb]
  const did = treatedChange - controlChange
  return { did, treatedChange, controlChange, meanTreatedBefore: tb, meanTreatedAfter: ta, meanControlBefore: cb, meanControlAfter: ca }
}

function inference(did: number, se: number | null, df: number | null, confidence: number): Pick<DifferenceInDifferencesResult, 't' | 'p' | 'lower' | 'upper'> {
  if (se === null || se === 0) return { t: null, p: null, lower: se === null ? null : did, upper: se === null ? null : did }
  const reach = se * (df === null ? normalCritical(confidence) : studentCritical(confidence, df))
  const t = did / se
  return { t, p: df === null ? normalTwoSided(t) : studentTwoSided(t, df), lower: did - reach, upper: did + reach }
}

function fromMeans(input: DifferenceInDifferencesInput, confidence: number): DifferenceInDifferencesResult {
  const found = differences(cells.map(([name]) => finite(input[name], name)))
  const { se, df, n } = publishedError(input)
  return { ...found, se, seRobust: null, seClustered: null, ...inference(found.did, se, df, confidence), n, df }
}

function publishedError(input: DifferenceInDifferencesInput): { se: number | null; df: number | null; n: number | null } {
  const root = (errors: readonly number[]) => Math.sqrt(sum(errors.map((error) => error ** 2)))
  if (input.seTreatedChange !== undefined) {
    const changes = (['seTreatedChange', 'seControlChange'] as const).map((name) => finite(input[name], name, 0))
    return { se: root(changes), df: null, n: null }
  }
  if (input.seTreatedBefore !== undefined) return { se: root(cellNames.map((name) => finite(input[`se${name}`], `se${name}`, 0))), df: null, n: null }
  if (input.sdTreatedBefore === undefined) return { se: null, df: null, n: null }
  const sizes = cellNames.map((name) => whole(input[`n${name}`], `n${name}`, 2))
  const squares = cellNames.map((name, i) => ((sizes[i] as number) - 1) * finite(input[`sd${name}`], `sd${name}`, 0) ** 2)
  const df = sum(sizes) - 4
  return { se: Math.sqrt((sum(squares) / df) * sum(sizes.map((size) => 1 / size))), df, n: sum(sizes) }
}
