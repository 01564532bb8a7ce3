import { useQuery } from '@tanstack/react-query'
import type { RaRecord } from 'react-admin'
import { ask } from '../api/graphql'
import type { Cited } from '../records/citations'
import { type PilotFacts, pilotFields } from './pilot-data'
import { correctionsOf, type PilotPast, pastFields } from './pilot-history'

interface Answer {
  readonly pilot: (PilotFacts & PilotPast['pilot']) | null
  readonly corrections: PilotPast['corrections']
  readonly areas: { readonly nodes: readonly RaRecord[] }
  readonly citations: { readonly nodes: readonly Cited[] }
}

/** Everything that a pilot's page shows beside its facts, in one statement. */
const document = `query ($id: ID!, $cited: String!, $asOf: Date) {
  pilot(id: $id) { ${pilotFields} ${pastFields} }
  corrections: ${correctionsOf}
  areas: pilotAreas(first: 50, filter: {pilot: {id: {eq: $id}}}) { nodes { id thematicArea { id shortName title } } }
  citations(first: 100, filter: {recordId: {eq: $cited}}) { nodes { id field basis source { id title address } } } }`

/** A pilot's page as of a day; null: the day that its project is seen as of. */
export function usePilotPage(id: string, asOf: string | null) {
  return useQuery({ queryKey: ['pilot', id, 'page', asOf], queryFn: ({ signal }) => ask<Answer>(document, { id, cited: id, asOf }, signal) })
}
