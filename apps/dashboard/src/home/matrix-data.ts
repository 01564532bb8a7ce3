import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/graphql'
import { useProject } from '../api/session'

export interface Progress {
  readonly key: string
  readonly thematicAreaId: string | null
  readonly phaseId: string | null
  readonly achieved: number | null
  readonly planned: number | null
  readonly standing: 'AHEAD' | 'ON_PLAN' | 'BEHIND' | 'NOTHING_DUE' | 'NOT_KNOWN'
  readonly pilots: number
  readonly late: number
}

export interface Axis {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly shortName?: string | null
  readonly leadingPartner?: { readonly shortName: string } | null
}

interface Placed {
  readonly id: string
  readonly title: string
  readonly thematicArea: { readonly id: string } | null
  readonly phase: { readonly id: string } | null
}

export interface PilotInMatrix extends Placed {
  readonly status: string | null
}

export interface ActivityInMatrix extends Placed {
  readonly number: string
}

export interface LateItem {
  readonly key: string
  readonly kind: 'DELIVERABLE' | 'MILESTONE' | 'MEASUREMENT' | 'PILOT_START' | 'PILOT_END'
  readonly state: 'LATE' | 'DUE'
  readonly title: string
  readonly dueOn: string
  readonly daysLate: number
  readonly recordId: string
  readonly pilotId: string | null
}

type List<T> = { readonly nodes: readonly T[] }

export interface Matrix {
  readonly cells: List<Progress>
  readonly columns: List<Progress>
  readonly whole: List<Progress>
  readonly mine: List<LateItem> & { readonly totalCount: number }
  readonly project: {
    readonly areaAxis: string
    readonly phaseAxis: string
    readonly thematicAreas: List<Axis>
    readonly phases: List<Axis>
  } | null
  readonly pilots: List<PilotInMatrix>
  readonly activities: List<ActivityInMatrix>
  readonly changes: List<{
    readonly id: string
    readonly recordType: string
    readonly recordId: string
    readonly field: string
    readonly byName: string | null
    readonly at: string
  }>
}

const work = 'nodes { key kind state title dueOn daysLate recordId pilotId }'

const figures = 'nodes { key thematicAreaId phaseId achieved planned standing pilots late }'

/** The whole home page is one document, which is one statement. */
const document = `query ($id: ID!, $ids: [ID!], $asOf: Date, $language: String) {
  cells: programmeProgress(projectIds: $ids, asOf: $asOf, by: [CELL], first: 200) { ${figures} }
  columns: programmeProgress(projectIds: $ids, asOf: $asOf, by: [PHASE], first: 50) { ${figures} }
  whole: programmeProgress(projectIds: $ids, asOf: $asOf, by: [PROJECT]) { ${figures} }
  mine: lateItems(projectIds: $ids, asOf: $asOf, first: 8, filter: {mine: {eq: true}}) { totalCount ${work} }
  project(id: $id) { areaAxis phaseAxis
    thematicAreas(first: 50) { nodes { id number title(language: $language) shortName(language: $language) leadingPartner { shortName } } }
    phases(first: 50) { nodes { id number title(language: $language) } } }
  pilots(filter: { project: { id: { eq: $id } } }, first: 500) { nodes { id title status thematicArea { id } phase { id } } }
  activities(filter: { project: { id: { eq: $id } } }, first: 500) { nodes { id number title thematicArea { id } phase { id } } }
  changes: auditTrail(filter: { project: { id: { eq: $id } }, action: { eq: CHANGED } }, first: 5) { nodes { id recordType recordId field byName at } }
}`

/** Everything on the home page of the open project, for the day that is asked. */
export function useMatrix(language: string) {
  const { current, asOf } = useProject()
  const id = current?.project.id
  return useQuery({
    queryKey: ['matrix', id, asOf, language],
    queryFn: ({ signal }) => ask<Matrix>(document, { id, ids: [id], asOf, language }, signal),
    enabled: id !== undefined,
  })
}

const allWork = `query ($ids: [ID!], $asOf: Date) { mine: lateItems(projectIds: $ids, asOf: $asOf, first: 500, filter: {mine: {eq: true}}) { ${work} } }`

/** Everything that waits for this person in the open project, once it is asked for. */
export function useAllWork(enabled: boolean): readonly LateItem[] | undefined {
  const { current, asOf } = useProject()
  const id = current?.project.id
  const { data } = useQuery({
    queryKey: ['work', id, asOf],
    queryFn: ({ signal }) => ask<{ mine: List<LateItem> }>(allWork, { ids: [id], asOf }, signal),
    enabled: enabled && id !== undefined,
  })
  return data?.mine.nodes
}
