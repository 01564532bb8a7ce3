import { useQuery } from '@tanstack/react-query'
import { ask } from '../app/graphql'

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

export interface PilotInMatrix {
  readonly id: string
  readonly title: string
  readonly status: string | null
  readonly thematicArea: { readonly id: string } | null
  readonly phase: { readonly id: string } | null
}

export interface LateItem {
  readonly key: string
  readonly kind: string
  readonly state: 'LATE' | 'DUE'
  readonly title: string
  readonly dueOn: string
  readonly daysLate: number
  readonly recordId: string
  readonly pilotId: string | null
}

export interface Matrix {
  readonly cells: { readonly nodes: readonly Progress[] }
  readonly columns: { readonly nodes: readonly Progress[] }
  readonly whole: { readonly nodes: readonly Progress[] }
  readonly lateItems: { readonly totalCount: number; readonly nodes: readonly LateItem[] }
  readonly project: {
    readonly areaAxis: string
    readonly asOf: string | null
    readonly thematicAreas: { readonly nodes: readonly Axis[] }
    readonly phases: { readonly nodes: readonly Axis[] }
  } | null
  readonly pilots: { readonly nodes: readonly PilotInMatrix[] }
}

const figures = 'nodes { key thematicAreaId phaseId achieved planned standing pilots late }'

/** The whole home page is one document, which is one statement. */
const document = `query ($id: ID!, $ids: [ID!]) {
  cells: programmeProgress(projectIds: $ids, by: [CELL], first: 200) { ${figures} }
  columns: programmeProgress(projectIds: $ids, by: [PHASE], first: 50) { ${figures} }
  whole: programmeProgress(projectIds: $ids, by: [PROJECT]) { ${figures} }
  lateItems(projectIds: $ids, first: 12) { totalCount nodes { key kind state title dueOn daysLate recordId pilotId } }
  project(id: $id) { areaAxis asOf
    thematicAreas(first: 50) { nodes { id number title shortName leadingPartner { shortName } } }
    phases(first: 50) { nodes { id number title } } }
  pilots(filter: { project: { id: { eq: $id } } }, first: 200) { nodes { id title status thematicArea { id } phase { id } } }
}`

export function useMatrix(projectId: string | undefined) {
  return useQuery({
    queryKey: ['matrix', projectId],
    queryFn: ({ signal }) => ask<Matrix>(document, { id: projectId, ids: [projectId] }, signal),
    enabled: projectId !== undefined,
  })
}
