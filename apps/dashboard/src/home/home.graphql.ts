import { graphql } from '../api/document'
import { changesFragment } from '../api/record.graphql'

export const progressFigures = graphql(`fragment ProgressFigures on ProgressGroup { key thematicAreaId phaseId achieved planned standing pilots late }`)

export const workItem = graphql(`fragment WorkItem on LateItem { key kind state title dueOn daysLate recordId pilotId evaluationPlanId }`)

/** What the home page shows at once is one document, which is one statement; `$cell`: what makes a cell of the project's matrix. */
export const homeDocument = graphql(
  `query Home($id: ID!, $ids: [ID!], $asOf: Date, $cell: [ProgressBy!], $language: String) {
  cells: programmeProgress(projectIds: $ids, asOf: $asOf, by: $cell, first: 200) { nodes { ...ProgressFigures } pageInfo { hasNextPage } }
  columns: programmeProgress(projectIds: $ids, asOf: $asOf, by: [PHASE], first: 50) { nodes { ...ProgressFigures } pageInfo { hasNextPage } }
  whole: programmeProgress(projectIds: $ids, asOf: $asOf, by: [PROJECT]) { nodes { ...ProgressFigures } }
  mine: lateItems(projectIds: $ids, asOf: $asOf, first: 8, filter: {mine: {eq: true}}) { totalCount nodes { ...WorkItem } }
  project(id: $id) { axes
    thematicAreas(first: 50) { nodes { id number title(language: $language) shortName(language: $language) leadingPartner { shortName(language: $language) } } pageInfo { hasNextPage } }
    phases(first: 50) { nodes { id number title(language: $language) } pageInfo { hasNextPage } } }
  pilots(filter: {project: {id: {eq: $id}}}, first: 500) { nodes { id title status thematicArea { id } phase { id } furtherAreas(first: 10) { nodes { thematicArea { id } } pageInfo { hasNextPage } } } pageInfo { hasNextPage } }
  activities(filter: {project: {id: {eq: $id}}}, first: 500) { nodes { id number title thematicArea { id } phase { id } } pageInfo { hasNextPage } } }`,
  progressFigures,
  workItem,
)

/** What makes a cell of a matrix, by the axes that it has. */
const cellBy = { BOTH: 'CELL', ROWS: 'AREA', COLUMNS: 'PHASE' } as const

/** What home is asked by, for a project and the day that is spoken of. */
export const homeVariables = ({ id, axes }: { readonly id: string; readonly axes: keyof typeof cellBy }, asOf: string | null) => ({
  id,
  ids: [id],
  asOf,
  cell: [cellBy[axes]],
})

/** Everything that waits for whoever asks. */
export const allWorkDocument = graphql(
  `query AllWork($ids: [ID!], $asOf: Date, $after: String) {
  mine: lateItems(projectIds: $ids, asOf: $asOf, first: 500, after: $after, filter: {mine: {eq: true}}) {
    nodes { ...WorkItem } pageInfo { hasNextPage endCursor } } }`,
  workItem,
)

/** What people did in a project last: changed facts for whoever may read its trail, plans and figures for every member. */
export const newestDocument = graphql(
  `query Newest($id: ID!) {
  changes: auditTrail(filter: {project: {id: {eq: $id}}, action: {eq: CHANGED}, byUser: {id: {isNull: false}}}, first: 60) { ...Changes }
  plans: pilotPlans(first: 5, orderBy: [{id: DESC}], filter: {project: {id: {eq: $id}}, recordedBy: {id: {isNull: false}}}) { nodes {
    id recordedAt recordedBy { displayName } pilot { id title plans(last: 5, history: true) { nodes { id startsOn endsOn reason recordedAt } } } } }
  measurements(first: 60, orderBy: [{id: DESC}], filter: {project: {id: {eq: $id}}, recordedBy: {id: {isNull: false}}}) { nodes {
    id recordedAt recordedBy { displayName } indicator { pilot { id title } } } } }`,
  changesFragment,
)
