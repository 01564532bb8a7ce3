import type { AnswerOf } from '../api/document'
import { benchmarkDocument, benchmarkValuesDocument } from './benchmark.graphql'

type Answer = AnswerOf<typeof benchmarkDocument>
type Benchmark = NonNullable<Answer['benchmark']>

interface AtPlace {
  /** The pillar that it is part of; null: the index itself. */
  readonly aboveId: string | null
}

export type Indicator = Benchmark['indicators']['nodes'][number] & AtPlace
export type Pillar = Benchmark['pillars']['nodes'][number] & AtPlace

/** Pillars and indicators of a benchmark, each with where it belongs. */
export const partsOf = ({ pillars, indicators }: Benchmark): { readonly pillars: readonly Pillar[]; readonly indicators: readonly Indicator[] } => ({
  pillars: pillars.nodes.map((node) => ({ ...node, aboveId: node.above?.id ?? null })),
  indicators: indicators.nodes.map((node) => ({ ...node, aboveId: node.pillar?.id ?? null })),
})

export type EditionRow = Benchmark['editions']['nodes'][number]

export type Entry = Answer['entries']['nodes'][number]

export type Value = AnswerOf<typeof benchmarkValuesDocument>['benchmarkValues']['nodes'][number]

/** Values that are asked for at once. */
export const MOST_VALUES = 500
