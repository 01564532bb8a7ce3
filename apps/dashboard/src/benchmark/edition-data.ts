import type { AnswerOf } from '../api/document'
import { askAddress } from '../api/files'
import { ask } from '../api/graphql'
import { editionDocument } from './edition.graphql'

export interface Indicator {
  readonly id: string
  readonly title: string
  readonly unit: string | null
  readonly definition: string | null
  readonly direction: 'MORE' | 'LESS' | 'BAND'
  /** Of a band only. */
  readonly bandLow?: number
  readonly bandHigh?: number
  readonly weight: number
}

export interface FrozenValue {
  readonly entryId: string
  readonly indicatorId: string
  readonly value: number | null
  readonly measurementId: string | null
  readonly onDay: string | null
  readonly source: string | null
  readonly sourceLink: string | null
}

export interface FrozenData {
  readonly indicators: readonly Indicator[]
  readonly values: readonly FrozenValue[]
}

export interface Contribution {
  readonly indicatorId: string
  readonly value: number | null
  /** Between the worst (0) and the best (1) of the ranked ones. */
  readonly normalised: number | null
  readonly weight: number
  readonly contribution: number
}

/** Where something stands: its place with the edition's own settings, and over all recomputations. */
export interface Place {
  readonly rank: number
  readonly medianRank: number
  readonly rankFrom: number
  readonly rankTo: number
  readonly firstThird: number
}

export type Group = 'FIRST' | 'MIDDLE' | 'LAST'

export interface Unit extends Place {
  readonly entryId: string
  readonly title: string
  readonly kind: 'PILOT' | 'REGION' | 'ONGOING' | 'PROSPECTIVE'
  readonly regionCode: string | null
  readonly planned: boolean
  readonly score: number | null
  readonly group: Group
  readonly contributions: readonly Contribution[]
  readonly peers: readonly { readonly entryId: string; readonly title: string }[]
}

export interface EditionResult {
  readonly meanRankShift: number
  readonly units: readonly Unit[]
  readonly influences: readonly { readonly choice: string; readonly alone: number | null; readonly withOthers: number | null }[]
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

type EditionRow = NonNullable<AnswerOf<typeof editionDocument>['benchmarkEdition']>

/** What members read beside; without a result while it is computed, and when it failed. */
export interface MemberEdition extends Omit<EditionRow, 'settings' | 'frozen' | 'result'> {
  readonly settings: Edition['settings']
  readonly frozen: FrozenData
  readonly result: EditionResult | null
}

export const readEdition = (id: string, signal?: AbortSignal): Promise<MemberEdition | null> =>
  ask(editionDocument, { id }, signal).then(({ benchmarkEdition }) => benchmarkEdition as MemberEdition | null)

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
