import type { AnswerOf } from '../api/document'
import { askAddress } from '../api/files'
import { ask } from '../api/graphql'
import { editionDocument } from './edition.graphql'

/** What members read of an edition; without a result while it is computed, and when it failed. */
export type MemberEdition = NonNullable<AnswerOf<typeof editionDocument>['benchmarkEdition']>
export type FrozenData = NonNullable<MemberEdition['frozen']>
export type Indicator = FrozenData['indicators'][number]
export type FrozenValue = FrozenData['values'][number]
export type EditionResult = NonNullable<MemberEdition['result']>
export type Unit = EditionResult['units'][number]
export type Contribution = Unit['contributions'][number]
export type Group = Unit['group']

/** Where something stands: its place with the edition's own settings, and over all recomputations. */
export interface Place {
  readonly rank: number
  readonly medianRank: number
  readonly rankFrom: number
  readonly rankTo: number
  readonly firstThird: number
}

/** An edition as its page and its public page show it. */
export interface Edition {
  readonly id: string
  readonly title: string
  readonly runs: number
  readonly methodVersion: string
  readonly frozenAt: string
  readonly demonstration: boolean | null
  readonly settings: Readonly<Record<string, string | number | null>>
  readonly data: FrozenData
  readonly result: EditionResult
}

export const readEdition = (id: string, signal?: AbortSignal): Promise<MemberEdition | null> =>
  ask(editionDocument, { id }, signal).then(({ benchmarkEdition }) => benchmarkEdition ?? null)

interface Published {
  readonly edition: Omit<Edition, 'data' | 'result'> & { readonly benchmark: string; readonly purpose: string }
  readonly data: FrozenData
  readonly result: EditionResult
}

export interface PublicEdition extends Edition {
  readonly benchmark: string
  readonly purpose: string
}

/** What anyone may read at the permanent address of a published edition. */
export async function readPublicEdition(id: string): Promise<PublicEdition> {
  const { edition, data, result } = await askAddress<Published>(addressOf(id))
  return { ...edition, data, result }
}

/** The permanent address of a published edition. */
export const addressOf = (id: string): string => `/benchmarks/${id}.json`

/** Address of an edition's data. */
export const csvOf = (id: string): string => `/benchmarks/${id}.csv`

export const rankedUnits = (result: EditionResult): Unit[] => result.units.filter(({ planned }) => !planned)

export const indicatorOf = ({ data }: Edition, id: string): Indicator | undefined => data.indicators.find((indicator) => indicator.id === id)

export const frozenValueOf = ({ data }: Edition, entryId: string, indicatorId: string): FrozenValue | undefined =>
  data.values.find((value) => value.entryId === entryId && value.indicatorId === indicatorId)

/** The middle of figures; null of none. */
export function medianOf(figures: readonly number[]): number | null {
  const sorted = [...figures].sort((a, b) => a - b)
  const half = sorted.length / 2
  if (sorted.length === 0) return null
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return (low + high) / 2
}
