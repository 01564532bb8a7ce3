import { graphql } from '../api/document'

/** Progress by one kind of group, with the names of what may make the groups. */
export const progressDocument = graphql(`query Progress($id: ID!, $ids: [ID!], $asOf: Date, $by: [ProgressBy!], $language: String) {
  whole: programmeProgress(projectIds: $ids, asOf: $asOf, by: [PROJECT]) { nodes { achieved planned late } }
  programmeProgress(projectIds: $ids, asOf: $asOf, by: $by, first: 500) { nodes {
    key thematicAreaId phaseId workPackageId partnerId pilotId month achieved planned coverage standing pilots late } pageInfo { hasNextPage } }
  areas: thematicAreas(first: 100, filter: {project: {id: {eq: $id}}}) { nodes { id name: title(language: $language) } pageInfo { hasNextPage } }
  phases(first: 100, filter: {project: {id: {eq: $id}}}) { nodes { id name: title(language: $language) } pageInfo { hasNextPage } }
  packages: workPackages(first: 100, filter: {project: {id: {eq: $id}}}) { nodes { id name: title } pageInfo { hasNextPage } }
  partners(first: 500, filter: {project: {id: {eq: $id}}}) { nodes { id name: shortName(language: $language) } pageInfo { hasNextPage } }
  pilots(first: 500, filter: {project: {id: {eq: $id}}}) { nodes { id name: title } pageInfo { hasNextPage } } }`)
