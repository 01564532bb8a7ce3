import { distinct, knownNames, type Maybe, namesFit, sameLength } from '../../shared/checks.js'
import { checkInput, type InputShape, shaped } from '../../shared/input-shape.js'
import { listOf, named, number, sparseList, text } from '../../shared/kinds.js'
import { MethodError } from '../../shared/method-error.js'
import { saying } from '../../shared/saying.js'
import { type Direction, direction } from '../normalisation.js'
import { isBand, type Orientation } from '../orientation.js'
import { compositeUncertainty } from '../uncertainty/composite-uncertainty.js'
import type { Settings } from '../uncertainty/edition.js'
import { type Change, changesOf, denominated, imputed, treated } from './preparation.js'

/** An indicator, or a group of them. */
export interface IndexNode {
  readonly code: string
  /** The group that it belongs to; none for the index itself. */
  readonly parent?: string
  /** 1 for indicators; what the parents say holds. */
  readonly level?: number
  /** Relative among those of one parent; 1 when left out. */
  readonly weight?: number
  /** Of an indicator; 1 when left out. */
  readonly direction?: Direction
  /** Name of what an indicator is divided by. */
  readonly denominator?: string
}

export interface CompositeIndexInput {
  readonly units: readonly string[]
  readonly structure: readonly IndexNode[]
  /** By the code of the indicator, in the order of the units; null where a value is missing. */
  readonly values: Readonly<Record<string, readonly Maybe<number>[]>>
  readonly denominators?: Readonly<Record<string, readonly Maybe<number>[]>>
  /** Of each unit, for imputing within groups. */
  readonly groups?: readonly string[]
  /**
   * In this order, each if wanted: "denominate"; "impute: mean", "median", "group mean" or "group median"; "treat: winsorise"; "normalise:
   * min-max" (0 to 100, when left out), "z-score" or "rank"; "aggregate: arithmetic" (when left out) or "geometric".
   */
  readonly steps?: readonly string[]
}

export interface CompositeIndexResult {
  /** Scores of every group under its code. */
  readonly [group: string]: unknown
  /** Rank 1 for the highest, ties sharing it. */
  readonly rank: readonly number[]
  /** Values of the indicators as they went into the normalisation. */
  readonly prepared: Readonly<Record<string, readonly Maybe<number>[]>>
  /** What denominating, imputing and treating did to which value. */
  readonly changes: readonly Change[]
}

const shape: InputShape<CompositeIndexInput> = {
  keys: {
    units: listOf(text),
    structure: listOf(
      shaped<IndexNode>({ keys: { code: text, parent: text, level: number, weight: number, direction, denominator: text }, forms: [{ needs: ['code'] }] }),
    ),
    values: named(sparseList),
    denominators: named(sparseList),
    groups: listOf(text),
    steps: listOf(text),
  },
  forms: [{ needs: ['units', 'structure', 'values'] }],
}

/**
 * A composite index of levels (indicators, pillars, sub-indices, index): values are denominated, imputed, treated, put on one scale, and
 * averaged with weights from level to level: score of a group = sum(w x) / sum(w) over its members, or exp(sum(w ln x) / sum(w)).
 *
 * Missing: a gap that is not imputed leaves its group to the others of that group; a group without any value likewise. Errors: an indicator
 * without a column, a node without its parent, several indices, a denominator that is not above 0, steps in another order; and those of
 * `compositeUncertainty`. Source: OECD/JRC (2008) Handbook on Constructing Composite Indicators, steps 3 to 6; COINr (Becker et al. 2022).
 */
export function compositeIndex(input: CompositeIndexInput): CompositeIndexResult {
  checkInput(input, shape)
  const { leaves, groups } = readNodes(input)
  const steps = readSteps(input.steps ?? [])
  const changes: Change[] = []
  const columns = leaves.map((leaf) => prepare(input, leaf, steps, changes))
  const { units } = compositeUncertainty({
    units: input.units,
    indicators: leaves.map(({ code }) => code),
    values: input.units.map((_, unit) => columns.map((column) => column[unit] ?? null)),
    directions: leaves.map(({ direction: turn }) => orientationOf(turn)),
    structure: Object.fromEntries(groups.map(({ code }) => [code, membersOf(input.structure, code)])),
    weights: Object.fromEntries(input.structure.filter(({ parent }) => parent !== undefined).map(({ code, weight = 1 }) => [code, weight])),
    base: { normalisation: steps.normalise, aggregation: steps.aggregate },
    seed: 0,
    runs: 2,
  })
  return {
    ...Object.fromEntries(groups.map(({ code }) => [code, units.map(({ levels }) => levels?.[code] ?? null)])),
    rank: units.map(({ rank }) => rank),
    prepared: Object.fromEntries(leaves.map(({ code }, place) => [code, columns[place] as Maybe<number>[]])),
    changes,
  }
}

const membersOf = (nodes: readonly IndexNode[], group: string) => nodes.filter(({ parent }) => parent === group).map(({ code }) => code)

const orientationOf = (turn: Direction = 1): Orientation => (isBand(turn) ? turn : turn === 1 || turn === 'positive' || turn === 'higher' ? 1 : -1)

/** Indicators, and groups from below, the index last. */
function readNodes({ structure, values, units, denominators, groups }: CompositeIndexInput): { leaves: IndexNode[]; groups: IndexNode[] } {
  const codes = structure.map(({ code }) => code)
  distinct(codes, 'structure')
  knownNames(values, codes, 'values')
  namesFit(groups, units, 'groups')
  for (const [place, { parent, denominator, code }] of structure.entries()) {
    if (parent !== undefined) knownNames([parent], codes, `structure[${place}].parent`)
    if (denominator !== undefined) knownNames([denominator], Object.keys(denominators ?? {}), `structure[${place}].denominator`)
    if (values[code] === undefined && membersOf(structure, code).length === 0)
      throw new MethodError('MISSING', `values.${code}`, 'this indicator has no values')
    if (values[code] !== undefined) sameLength(values[code], units, `values.${code}`)
  }
  if (structure.filter(({ parent }) => parent === undefined).length !== 1)
    throw new MethodError('UNKNOWN_FORM', 'structure', 'one node has no parent: the index')
  const height = (code: string, seen: readonly string[] = []): number => {
    if (seen.includes(code)) throw new MethodError('UNKNOWN_FORM', 'structure', `"${code}" belongs to itself`)
    return Math.max(0, ...membersOf(structure, code).map((member) => 1 + height(member, [...seen, code])))
  }
  const upper = structure.filter(({ code }) => height(code) > 0).sort((a, b) => height(a.code) - height(b.code))
  return { leaves: structure.filter(({ code }) => height(code) === 0), groups: upper }
}

interface Steps {
  readonly denominate: boolean
  readonly impute: keyof typeof imputations | null
  readonly treat: boolean
  readonly normalise: Settings['normalisation']
  readonly aggregate: Settings['aggregation']
}

const order = { denominate: /^denominate/i, impute: /^impute/i, treat: /^treat/i, normalise: /^normali[sz]e/i, aggregate: /^aggregate/i }
const imputations = { mean: /^mean$/i, median: /^median$/i, 'group mean': /^group mean$/i, 'group median': /^group median$/i }

function readSteps(given: readonly string[]): Steps {
  const found = given.map((step, place) => saying(step.split(':')[0], `steps[${place}]`, order))
  const places = found.map((step) => Object.keys(order).indexOf(step))
  const wrong = places.findIndex((place, index) => index > 0 && place <= (places[index - 1] as number))
  if (wrong >= 0) throw new MethodError('UNKNOWN_FORM', `steps[${wrong}]`, `steps are taken in this order, each once: ${Object.keys(order).join(', ')}`)
  const how = <T extends string>(step: keyof typeof order, ways: Readonly<Record<T, RegExp>>): T | null => {
    const place = found.indexOf(step)
    return place < 0 ? null : saying(given[place]?.split(':')[1]?.trim(), `steps[${place}]`, ways)
  }
  return {
    denominate: found.includes('denominate'),
    impute: how('impute', imputations),
    treat: how('treat', { winsorise: /^winsori[sz]e$/i }) !== null,
    normalise: how('normalise', { minmax: /^min-?max( 0 to 100)?$/i, zscore: /^z-?scores?$/i, rank: /^ranks?$/i }) ?? 'minmax',
    aggregate: how('aggregate', { arithmetic: /^arithmetic( means?)?$/i, geometric: /^geometric( means?)?$/i }) ?? 'arithmetic',
  }
}

function prepare({ values, denominators, groups }: CompositeIndexInput, { code, denominator }: IndexNode, steps: Steps, changes: Change[]): Maybe<number>[] {
  let column = [...(values[code] ?? [])]
  const take = (step: Change['step'], after: Maybe<number>[]) => {
    changes.push(...changesOf(step, code, column, after))
    column = after
  }
  if (steps.denominate && denominator !== undefined) take('denominate', denominated(column, denominators?.[denominator] ?? [], `denominators.${denominator}`))
  if (steps.impute !== null) {
    const within = steps.impute.startsWith('group') ? groups : undefined
    if (steps.impute.startsWith('group') && groups === undefined)
      throw new MethodError('MISSING', 'groups', 'imputing within groups needs the group of each unit')
    take('impute', imputed(column, steps.impute.endsWith('median') ? 'median' : 'mean', within, `values.${code}`))
  }
  if (!steps.treat) return column
  const { values: after, step } = treated(column)
  take(step, after)
  return column
}
