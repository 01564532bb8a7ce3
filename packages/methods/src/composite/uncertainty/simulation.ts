import { whole } from '../../shared/checks.js'
import { type InputShape, shaped } from '../../shared/input-shape.js'
import { callable, listOf, number, text } from '../../shared/kinds.js'
import { MethodError } from '../../shared/method-error.js'
import { randomStream } from '../../shared/random.js'
import { Ranker } from '../ranker.js'
import { baseWeights, type Plan, planDraws, type Vary } from './draws.js'
import { type Edition, type EditionInput, editionKeys, readEdition, type Settings } from './edition.js'
import { explain, weighRow } from './scoring.js'
import { effectiveWeights, presentWeights, TreeScores } from './tree.js'
import { buildVariant, type Variant } from './variant.js'

export interface UncertaintyInput extends EditionInput {
  readonly vary?: Vary
  /** 10,000 when left out. */
  readonly runs?: number
  /** Whole number that settles every draw: the same input and seed give the same result to the byte. */
  readonly seed: number
  /** Told the share that is done, 0 to 1; and asked whether to stop; both every 256 runs. */
  readonly onProgress?: (share: number) => void
  readonly shouldStop?: () => boolean
}

const vary: InputShape<Vary> = {
  keys: {
    weights: shaped({ keys: { kind: text, by: number }, forms: [{ needs: ['kind'] }] }),
    normalisation: listOf(text),
    aggregation: listOf(text),
    missing: listOf(text),
    outliers: listOf(text),
  },
  forms: [{ needs: [] }],
}

/** What the input of a simulation holds, and needs. */
export const simulationKeys = { ...editionKeys, vary: shaped(vary), runs: number, seed: number, onProgress: callable, shouldStop: callable }
export const simulationNeeds = ['units', 'values', 'seed'] as const

export const USUAL_RUNS = 10_000

/** One edition in many runs. Holds the memory that runs share. */
export class Simulation {
  readonly edition: Edition
  readonly plan: Plan
  readonly runs: number
  readonly weights: Float64Array
  readonly scores: Float64Array
  /** Of an index of levels: the weights of its nodes, of which `weights` are the products. */
  readonly nodeWeights: Float64Array
  readonly levels: TreeScores | null
  private readonly variants: Variant[] = []
  /** Each variant goes on from its own last order, which the next is close to. */
  private readonly rankers = new Map<Variant, Ranker>()
  private readonly random: () => number
  private baseVariant?: Variant
  private done = 0

  constructor(private readonly input: UncertaintyInput) {
    this.edition = readEdition(input)
    this.plan = planDraws(this.edition, input.vary ?? {})
    this.runs = whole(input.runs ?? USUAL_RUNS, 'runs', 2)
    this.random = randomStream(input.seed)
    this.weights = Float64Array.from(this.edition.indicators, ({ weight }) => weight)
    this.scores = new Float64Array(this.edition.units.length)
    this.nodeWeights = this.edition.tree ? Float64Array.from(this.edition.tree.weights) : this.weights
    this.levels = this.edition.tree && new TreeScores(this.edition.tree, this.weights.length)
  }

  /** All rows of uniform numbers, one after another; drawn before anything else, so that they hang on the seed alone. */
  draw(): Float64Array[] {
    const { size } = this.plan
    const all = new Float64Array(this.runs * size)
    for (let at = 0; at < all.length; at++) all[at] = this.random()
    return Array.from({ length: this.runs }, (_, run) => all.subarray(run * size, (run + 1) * size))
  }

  /** Ranks of the units in the run of this row; the list, the weights and the scores are overwritten by the next run. */
  run(row: Float64Array): { ranks: Uint32Array; variant: Variant } {
    const number = this.plan.combinationOf(row)
    this.variants[number] ??= buildVariant(this.edition, this.plan.combinations[number] as Settings)
    this.plan.weightsOf(row, this.nodeWeights)
    this.settleWeights()
    return this.ranksOf(this.variants[number])
  }

  /** Ranks with the weights of the edition and the settings of the base. */
  base(): { ranks: Uint32Array; variant: Variant } {
    this.nodeWeights.set(baseWeights(this.edition))
    this.settleWeights()
    this.baseVariant ??= buildVariant(this.edition, this.edition.base)
    return this.ranksOf(this.baseVariant)
  }

  private settleWeights(): void {
    if (this.edition.tree) effectiveWeights(this.edition.tree, this.nodeWeights, this.weights)
  }

  /** Mean of the row that begins at `start`: what is missing passes its weight on, of an index of levels within its group. */
  score(values: Float64Array, start: number, complete: boolean): number {
    if (complete || this.levels === null) return weighRow(values, start, this.weights, complete)
    return this.levels.of(values, start, this.nodeWeights).at(-1) as number
  }

  /** A score and its parts, see `explain`. */
  explain(row: Float64Array, geometric: boolean): ReturnType<typeof explain> {
    const { tree } = this.edition
    if (tree === null) return explain(row, this.weights, geometric)
    const weights = new Float64Array(this.weights.length)
    effectiveWeights(tree, presentWeights(tree, this.nodeWeights, row), weights)
    return explain(row, weights, geometric)
  }

  private ranksOf(variant: Variant): { ranks: Uint32Array; variant: Variant } {
    const k = this.weights.length
    for (let unit = 0; unit < this.scores.length; unit++) this.scores[unit] = this.score(variant.values, unit * k, variant.complete)
    const ranker = this.rankers.get(variant) ?? new Ranker(this.scores.length)
    this.rankers.set(variant, ranker)
    return { ranks: ranker.rank(this.scores), variant }
  }

  /** Counts a run of `total`; tells the progress and asks whether to stop. */
  tick(total: number): void {
    this.done++
    if (this.done % 256 !== 0 && this.done !== total) return
    this.input.onProgress?.(this.done / total)
    if (this.input.shouldStop?.() === true) throw new MethodError('STOPPED', '', `stopped after ${this.done} of ${total} runs`)
  }
}
