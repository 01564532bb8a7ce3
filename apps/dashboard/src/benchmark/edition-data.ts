import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { editionDocument, type editionUnitsDocument, publicEditionDocument } from './edition.graphql'

/** What members read of an edition; without a result while it is computed, and when it failed. */
export type MemberEdition = NonNullable<AnswerOf<typeof editionDocument>['benchmarkEdition']>
export type PublicEdition = NonNullable<AnswerOf<typeof publicEditionDocument>['benchmarkEdition']>
export type FrozenData = NonNullable<PublicEdition['frozen']>
export type Indicator = FrozenData['indicators'][number]

/** An indicator that an edition compares. */
export interface ComparedIndicator extends Indicator {
  /** Title of the indicator that it was divided by. */
  readonly denominatorTitle?: string
}

export type EditionResult = NonNullable<PublicEdition['result']>
export type Unit = EditionResult['units'][number]
export type Group = Unit['group']

/** All about one that an edition compares. */
export type UnitDetails = AnswerOf<typeof editionUnitsDocument>['benchmarkResults']['nodes'][number]
export type FrozenValue = NonNullable<UnitDetails['frozenValues']>[number]
export type Contribution = UnitDetails['contributions'][number]

/** Where something stands: its place with the edition's own settings, and over all recomputations. */
export interface Place {
  readonly rank: number
  readonly medianRank: number
  readonly rankFrom: number
  readonly rankTo: number
  readonly firstThird: number
}

/** An edition that has been computed, as its page and its public page show it. */
export interface Edition extends Omit<PublicEdition, 'frozen' | 'result'> {
  readonly data: Omit<FrozenData, 'indicators'> & { readonly indicators: readonly ComparedIndicator[] }
  /** With those that others are counted per. */
  readonly allIndicators: readonly Indicator[]
  readonly result: EditionResult
}

/** An edition as it is shown; null while it has no result. */
export const wholeEdition = ({ frozen, result, ...edition }: PublicEdition): Edition | null =>
  frozen && result ? { ...edition, data: { ...frozen, indicators: comparedOf(frozen.indicators) }, allIndicators: frozen.indicators, result } : null

/** Without those that others are counted per: they are not compared themselves. */
function comparedOf(indicators: readonly Indicator[]): readonly ComparedIndicator[] {
  const titleOf = (id: string | null) => indicators.find((indicator) => indicator.id === id)?.title
  const compared = indicators.filter(({ id }) => !indicators.some(({ denominatorId }) => denominatorId === id))
  return compared.map((indicator) => (indicator.denominatorId ? { ...indicator, denominatorTitle: titleOf(indicator.denominatorId) ?? '' } : indicator))
}

export const readEdition = (id: string, signal?: AbortSignal): Promise<MemberEdition | null> =>
  ask(editionDocument, { id }, signal).then(({ benchmarkEdition }) => benchmarkEdition ?? null)

/** What anyone may read of a published edition; null when it is not published, or withdrawn. */
export const readPublicEdition = (id: string, signal?: AbortSignal): Promise<Edition | null> =>
  ask(publicEditionDocument, { id }, signal).then(({ benchmarkEdition }) => benchmarkEdition && wholeEdition(benchmarkEdition))

/** Address of an edition's data. */
export const csvOf = (id: string): string => `/benchmarks/${id}.csv`

/** The pillars of an edition; none in an index of one level. */
export const pillarsOf = ({ data }: { readonly data: Pick<FrozenData, 'pillars'> }): NonNullable<FrozenData['pillars']> => data.pillars ?? []

export const rankedUnits = (result: EditionResult): Unit[] => result.units.filter(({ planned }) => !planned)

export const indicatorOf = ({ data }: Edition, id: string): ComparedIndicator | undefined => data.indicators.find((indicator) => indicator.id === id)

export const frozenValueOf = (details: UnitDetails | undefined, indicatorId: string): FrozenValue | undefined =>
  details?.frozenValues?.find((value) => value.indicatorId === indicatorId)

/** A value as it was compared: what was divided has the figure after that, with the source of the one before. */
export function comparedValueOf(details: UnitDetails | undefined, indicatorId: string): FrozenValue | undefined {
  const frozen = frozenValueOf(details, indicatorId)
  const compared = details?.contributions.find((contribution) => contribution.indicatorId === indicatorId)
  return frozen && compared ? { ...frozen, value: compared.value } : frozen
}

/** The middle of figures; null of none. */
export function medianOf(figures: readonly number[]): number | null {
  const sorted = [...figures].sort((a, b) => a - b)
  const half = sorted.length / 2
  if (sorted.length === 0) return null
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return (low + high) / 2
}
