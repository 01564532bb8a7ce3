import { graphql } from '../api/document'

/** What is late and due in a project, whoever it waits for. */
export const lateListDocument = graphql(`query LateList($ids: [ID!], $asOf: Date, $filter: LateItemFilter, $after: String) {
  lateItems(projectIds: $ids, asOf: $asOf, first: 500, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor }
    nodes { key kind state title dueOn daysLate recordId pilotId evaluationPlanId thematicAreaId phaseId workPackageId partnerId } } }`)

/** The names of where and whose it may be. */
export const placeNamesDocument = graphql(`query PlaceNames($id: ID!, $language: String) {
  area: thematicAreas(first: 100, filter: {project: {id: {eq: $id}}}) { nodes { id name: title(language: $language) } pageInfo { hasNextPage } }
  phase: phases(first: 100, filter: {project: {id: {eq: $id}}}) { nodes { id name: title(language: $language) } pageInfo { hasNextPage } }
  package: workPackages(first: 100, filter: {project: {id: {eq: $id}}}) { nodes { id name: title } pageInfo { hasNextPage } }
  partner: partners(first: 500, filter: {project: {id: {eq: $id}}}) { nodes { id name: shortName(language: $language) } pageInfo { hasNextPage } }
  pilot: pilots(first: 500, filter: {project: {id: {eq: $id}}}) { nodes { id name: title } pageInfo { hasNextPage } } }`)
