import { knownNames, list, type Maybe, namesFit, sparse, sparseMatrix, unknownForm } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { either, flag, type Kind, listOf, named, number, numberList, pair, sparseList, sparseTable, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { type NormalisationMethod, type NormalisationSettings, normalisationMethod, normaliseColumn } from './normalise-column.js'
import { type Band, isBand, type Orientation, orientation, turnedValue } from './orientation.js'

/** 1 or "positive": more is better; -1 or "negative": less is better; a band: within is best. */
export type Direction = Orientation | 'positive' | 'negative' | 'higher' | 'lower'

type Values = readonly Maybe<number>[]

export interface NormalisationInput extends NormalisationSettings {
  /** See `normalisationMethods`. Without a method a table is given back by minmax, zscore, rank and borda. */
  readonly method?: string
  /** One indicator; or indicators by name; or a table with a row per unit. */
  readonly values: Values | Readonly<Record<string, Values>> | readonly Values[]
  readonly units?: readonly string[]
  readonly indicators?: readonly string[]
  readonly direction?: Direction
  /** By place in a table, by name otherwise. */
  readonly directions?: readonly Direction[] | Readonly<Record<string, Direction>>
  /** The group of each unit: every group is normalised by itself. */
  readonly groups?: readonly string[]
  /** For a distance to a reference unit in place of a reference value. */
  readonly referenceUnit?: string
}

type Numbers = readonly Maybe<number>[]

export interface NormalisationResult {
  /** One indicator: a list; a table: rows of units. Rank is 1 for the best, borda the number of units below. */
  readonly normalised?: Numbers | readonly Numbers[]
  readonly points?: Numbers
  readonly ranks?: Numbers
  /** Indicators by name under their own names; a table also row by row under the method and the unit, such as `minmaxFinland`. */
  readonly [name: string]: Numbers | readonly Numbers[] | undefined
}

/** A band by its shape; words and figures as `sign` takes them. */
export const direction: Kind = (value, path) => void (typeof value === 'object' ? orientation(value, null, path) : sign(value as Direction, path))

const shape: InputShape<NormalisationInput> = {
  keys: {
    method: text,
    values: either(sparseList, sparseTable, named(sparseList)),
    units: listOf(text),
    groups: listOf(text),
    indicators: listOf(text),
    direction,
    directions: either(listOf(direction), named(direction)),
    referenceUnit: text,
    scale: pair,
    targetMean: number,
    targetSd: number,
    sd: text,
    goalposts: pair,
    cap: flag,
    reference: number,
    difference: flag,
    target: number,
    thresholds: numberList,
  },
  forms: [{ needs: ['values'], takes: ['reference', 'units'] }, { needs: ['values', 'referenceUnit', 'units'] }],
}

/**
 * Puts indicators of different units on one scale: minmax = (x-min)/(max-min); zscore = (x-mean)/sd; goalpost, minmax with fixed ends, capped;
 * rank (1 to n, 1 the best), borda (units below), percentile (units below over n-1); distance to a reference x/ref, to a target
 * (x-min)/(target-min), 1 from the target on, to the maximum (x-min)/(max-min); share of the maximum x/max; categories, the number of
 * thresholds reached. Less is better: values are reversed first, the two ratios are ref/x and min/x. With a band as direction values become
 * their distance to it first (see `orientation`). The best unit has the highest figure (rank: the lowest); ranges: 0 to 1, or the scale, for
 * minmax, goalpost, percentile, distance to target and maximum, share of the maximum.
 *
 * Missing: null stays null and does not count. Errors: an unknown method, a constant indicator (NO_VARIANCE), one unit only (TOO_FEW),
 * a value or reference that gives no ratio, a scale upside down (OUT_OF_RANGE), figures too far apart (NOT_FINITE).
 * Source: OECD/JRC (2008) Handbook on Constructing Composite Indicators, step 5; COINr (Becker et al. 2022, JOSS 7(78)).
 */
export function normalisation(input: NormalisationInput): NormalisationResult {
  checkInput(input, shape)
  if (!Array.isArray(input.values)) return byName(input, input.values as Readonly<Record<string, Values>>)
  return Array.isArray(input.values[0]) ? table(input) : single(input)
}

const sign = (direction: Direction | undefined, path: string): 1 | -1 => {
  if (direction === undefined || direction === 1 || direction === 'positive' || direction === 'higher') return 1
  if (direction === -1 || direction === 'negative' || direction === 'lower') return -1
  throw new MethodError('UNKNOWN_CHOICE', path, `${JSON.stringify(direction)} is neither 1 (more is better) nor -1 nor a band`)
}

/** Every group of units by itself; one group without groups. */
function column(input: NormalisationInput, values: unknown, method: unknown, direction: Direction | undefined, path: string): Maybe<number>[] {
  const all = sparse(values, path)
  namesFit(input.groups, all, 'groups')
  const found = all.map((): Maybe<number> => null)
  for (const group of new Set(input.groups ?? [''])) {
    const members = all.map((_, unit) => unit).filter((unit) => input.groups === undefined || input.groups[unit] === group)
    const within = members.map((unit) => all[unit] ?? null)
    const normalised = normaliseGroup(input, all, within, method, direction, path)
    for (const [place, unit] of members.entries()) found[unit] = normalised[place] ?? null
  }
  return found
}

function normaliseGroup(
  input: NormalisationInput,
  all: readonly Maybe<number>[],
  read: readonly Maybe<number>[],
  method: unknown,
  direction: Direction | undefined,
  path: string,
): Maybe<number>[] {
  const place = input.referenceUnit === undefined ? -1 : (input.units ?? []).indexOf(input.referenceUnit)
  if (input.referenceUnit !== undefined && place < 0) throw new MethodError('UNKNOWN_UNIT', 'referenceUnit', `"${input.referenceUnit}" is none of the units`)
  const settings = place < 0 ? input : { ...input, reference: all[place] ?? undefined }
  if (isBand(direction)) return bandColumn(settings as NormalisationSettings, read, normalisationMethod(method), direction, path)
  return normaliseColumn(read, normalisationMethod(method), sign(direction, 'direction'), settings as NormalisationSettings, path)
}

/** What is measured against bounds in the indicator's own unit says nothing of a distance to a band. */
const againstBounds: readonly NormalisationMethod[] = ['distanceToReference', 'distanceToTarget', 'shareOfMaximum', 'categories']

/** Values are turned first; goalposts count only for the normalisation between them. */
function bandColumn(settings: NormalisationSettings, values: readonly Maybe<number>[], method: NormalisationMethod, direction: Band, path: string) {
  if (againstBounds.includes(method)) throw new MethodError('UNKNOWN_CHOICE', 'method', `"${method}" is not for an indicator with a band`)
  const { turn, goalposts } = orientation(direction, method === 'goalpost' ? (settings.goalposts ?? null) : null)
  const turned = values.map((value) => turnedValue(value, turn))
  return normaliseColumn(turned, method, 1, goalposts ? { ...settings, goalposts } : settings, path)
}

function single(input: NormalisationInput): NormalisationResult {
  if (input.directions !== undefined) throw unknownForm('directions', 'one `direction` for one indicator')
  namesFit(input.units, input.values as Values, 'units')
  const by = (method: string) => column(input, input.values, method, input.direction, 'values')
  return { normalised: by(input.method ?? 'minmax'), points: by('borda'), ranks: by('rank') }
}

function byName(input: NormalisationInput, values: Readonly<Record<string, Values>>): NormalisationResult {
  if (Array.isArray(input.directions)) throw unknownForm('directions', 'directions by name, as the values')
  const directions = input.directions as Readonly<Record<string, Direction>> | undefined
  knownNames(directions, Object.keys(values), 'directions')
  if (input.indicators) knownNames(input.indicators, Object.keys(values), 'indicators')
  const entries = Object.entries(values)
  list(entries, 'values')
  return Object.fromEntries(
    entries.map(([name, given]) => [name, column(input, given, input.method ?? 'minmax', directions?.[name] ?? input.direction, `values.${name}`)]),
  )
}

function table(input: NormalisationInput): NormalisationResult {
  const rows = sparseMatrix(input.values, 'values')
  if (input.directions !== undefined && !Array.isArray(input.directions)) throw unknownForm('directions', 'a list, one for each column')
  const directions = input.directions as readonly Direction[] | undefined
  namesFit(directions, rows[0] ?? [], 'directions')
  namesFit(input.indicators, rows[0] ?? [], 'indicators')
  namesFit(input.units, rows, 'units')
  const by = (method: string): Maybe<number>[][] => {
    const columns = (rows[0] ?? []).map((_, j) =>
      column(
        input,
        rows.map((row) => row[j] ?? null),
        method,
        directions?.[j] ?? input.direction,
        `values[*][${j}]`,
      ),
    )
    return rows.map((_, unit) => columns.map((normalised) => normalised[unit] ?? null))
  }
  if (input.method !== undefined) return { normalised: by(input.method), ...byUnit(input, input.method, by(input.method)) }
  return Object.assign({}, ...['minmax', 'zscore', 'rank', 'borda'].map((method) => ({ [method]: by(method), ...byUnit(input, method, by(method)) })))
}

/** Rows under `method` and the unit's name without spaces. */
function byUnit(input: NormalisationInput, method: string, rows: Maybe<number>[][]): Record<string, Numbers> {
  return Object.fromEntries((input.units ?? []).map((unit, index) => [`${method}${unit.replace(/\s+/g, '')}`, rows[index] ?? []]))
}
