import type { AnswerOf } from '../api/document'
import { benchmarkDocument, benchmarkValuesDocument } from './benchmark.graphql'

type Answer = AnswerOf<typeof benchmarkDocument>
type Benchmark = NonNullable<Answer['benchmark']>

export type Indicator = Benchmark['indicators']['nodes'][number]

export type EditionRow = Benchmark['editions']['nodes'][number]

export type Entry = Answer['entries']['nodes'][number]

export type Value = AnswerOf<typeof benchmarkValuesDocument>['benchmarkValues']['nodes'][number]

/** Values that are asked for at once. */
export const MOST_VALUES = 500
