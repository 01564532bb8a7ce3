import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/graphql'
import type { Allowed } from '../records/refusal'
import { type IndicatorFacts, type Seat, targetFields } from './pilot-data'

/** What was measured from one seat on a day. */
export interface Point {
  readonly id: string
  readonly onDay: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly reason: string | null
}

/** What the entry needs of an indicator. */
export interface EntryIndicator extends Pick<IndicatorFacts, 'id' | 'title' | 'unit' | 'measure' | 'targets'> {
  readonly aggregation: 'SUM' | 'AVERAGE' | 'LATEST'
}

/** A seat that is measured now, with its newest measurements, the newest first. */
interface EntrySeat extends Omit<Seat, 'until'> {
  readonly indicator: { readonly id: string } | null
  readonly measurements: { readonly nodes: readonly Point[] }
}

/** A pilot whose measurements are entered. */
export interface EntryFacts {
  readonly pilot: {
    readonly id: string
    readonly version: number
    readonly title: string
    readonly can: { readonly update: Allowed }
    readonly indicators: { readonly nodes: readonly EntryIndicator[] }
  } | null
  readonly seats: { readonly nodes: readonly EntrySeat[] }
}

/** How many measurements a new one is compared with. */
export const LOOKED_BACK = 12

const document = `query ($id: ID!) {
  pilot(id: $id) { id version title can { update { allowed reason by } } indicators(first: 100) { nodes { id title unit measure aggregation ${targetFields} } } }
  seats: contributors(first: 500, filter: {until: {isNull: true}, indicator: {pilot: {id: {eq: $id}}}}) { nodes { id indicator { id } partner { id shortName }
    measurements(first: ${LOOKED_BACK}, orderBy: [{onDay: DESC}], filter: {supersededAt: {isNull: true}, retracted: {eq: false}}) {
      nodes { id onDay value numerator denominator reason } } } } }`

/** A pilot's seats with what was measured from them last. */
export function useEntry(id: string) {
  return useQuery({ queryKey: ['pilot', id, 'entry'], queryFn: ({ signal }) => ask<EntryFacts>(document, { id }, signal) })
}
