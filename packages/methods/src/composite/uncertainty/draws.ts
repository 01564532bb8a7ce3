import { choice, finite, list, unknownForm } from '../../shared/checks.js'
import { MethodError } from '../../shared/method-error.js'
import { type DiscreteChoice, type Edition, editionChoices, type Settings } from './edition.js'
import { shareOut, type Tree } from './tree.js'

/** Weights (of an index of levels: at every level) scaled each by a factor between 1 - by and 1 + by (and to sum 1 again); or drawn from all weights there are. */
export type WeightDraw = { readonly kind: 'scaled'; readonly by: number } | { readonly kind: 'simplex' }

/** What varies and between what; a choice with one alternative, or none given, stays as in the base. */
export type Vary = { readonly weights?: WeightDraw } & { readonly [name in DiscreteChoice]?: readonly Settings[name][] }

export type ChoiceName = 'weights' | DiscreteChoice

/** Where in a row of uniform numbers each choice that varies has its own. */
export interface Plan {
  readonly size: number
  readonly choices: readonly { readonly name: ChoiceName; readonly from: number; readonly to: number }[]
  /** Every combination of the discrete choices, and the number of the one that a row asks for. */
  readonly combinations: readonly Settings[]
  readonly combinationOf: (row: Float64Array) => number
  /** Weights of the indicators; of an index of levels, of its nodes among their group. */
  readonly weightsOf: (row: Float64Array, weights: Float64Array) => void
}

const discrete = Object.keys(editionChoices) as DiscreteChoice[]

/** Plans the draws: a row holds one number per indicator for the weights (if they vary) and one per choice. Refuses unknown alternatives. */
export function planDraws(edition: Edition, vary: Vary): Plan {
  const alternatives = discrete.map((name) => ({ name, words: wordsOf(vary, name) })).filter(({ words }) => words.length > 1)
  const from = vary.weights === undefined ? 0 : baseWeights(edition).length
  const fixed = { ...edition.base, ...single(vary) }
  const weights = { name: 'weights' as const, from: 0, to: from }
  return {
    size: from + alternatives.length,
    choices: [...(from > 0 ? [weights] : []), ...alternatives.map(({ name }, place) => ({ name, from: from + place, to: from + place + 1 }))],
    combinations: alternatives.reduce<Settings[]>(
      (all, { name, words }) => all.flatMap((settings) => words.map((word) => ({ ...settings, [name]: word }))),
      [fixed],
    ),
    combinationOf: numbering(
      alternatives.map(({ words }) => words.length),
      from,
    ),
    weightsOf: weightDraw(edition, vary.weights),
  }
}

/** The place of a combination in the list of all, which has the last choice run fastest. */
function numbering(sizes: readonly number[], from: number): (row: Float64Array) => number {
  return (row) => {
    let number = 0
    for (let place = 0; place < sizes.length; place++) {
      const size = sizes[place] as number
      number = number * size + Math.floor((row[from + place] as number) * size)
    }
    return number
  }
}

function wordsOf(vary: Vary, name: DiscreteChoice): readonly string[] {
  if (vary[name] === undefined) return []
  return list(vary[name], `vary.${name}`).map((word, index) => choice(word, `vary.${name}[${index}]`, editionChoices[name] as readonly string[]))
}

/** A choice with one alternative is fixed to it. */
function single(vary: Vary): Partial<Settings> {
  return Object.fromEntries(discrete.filter((name) => vary[name]?.length === 1).map((name) => [name, vary[name]?.[0]]))
}

function weightDraw(edition: Edition, draw: WeightDraw | undefined): Plan['weightsOf'] {
  const base = baseWeights(edition)
  const toOne = edition.tree ? (weights: Float64Array) => shareOut(edition.tree as Tree, weights) : toSum
  if (draw === undefined) return (_, weights) => weights.set(base)
  const kind = choice(draw.kind, 'vary.weights.kind', ['scaled', 'simplex'])
  if (kind === 'simplex' && 'by' in draw) throw unknownForm('vary.weights.by', 'weights scaled by a factor')
  if (kind === 'simplex') return fromSimplex(toOne)
  const by = finite((draw as { by: number }).by, 'vary.weights.by', 0, 1)
  if (by === 1) throw new MethodError('OUT_OF_RANGE', 'vary.weights.by', 'is below 1, so that no weight vanishes')
  return (row, weights) => {
    for (let j = 0; j < weights.length; j++) weights[j] = (base[j] as number) * (1 + by * (2 * (row[j] as number) - 1))
    toOne(weights)
  }
}

/** Exponentials, scaled to sum 1: uniform over all weights there are. */
function fromSimplex(toOne: (weights: Float64Array) => void): Plan['weightsOf'] {
  return (row, weights) => {
    for (let j = 0; j < weights.length; j++) weights[j] = -Math.log(1 - (row[j] as number))
    toOne(weights)
  }
}

/** Of the indicators; of an index of levels, of all nodes. */
export const baseWeights = ({ indicators, tree }: Edition): Float64Array => (tree ? tree.weights : Float64Array.from(indicators, ({ weight }) => weight))

function toSum(weights: Float64Array): void {
  let total = 0
  for (let j = 0; j < weights.length; j++) total += weights[j] as number
  for (let j = 0; j < weights.length; j++) weights[j] = (weights[j] as number) / total
}
