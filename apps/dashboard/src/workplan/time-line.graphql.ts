import { graphql } from '../api/document'

/** Everything on the time line, with what is late and how the work packages stand: one document, which is one statement. */
export const timeLineDocument = graphql(`query TimeLine($id: ID!, $ids: [ID!], $asOf: Date, $language: String) {
  workPackages(first: 100, filter: {project: {id: {eq: $id}}}) { nodes { id number title leadingPartner { shortName(language: $language) } } pageInfo { hasNextPage } }
  phases(first: 100, filter: {project: {id: {eq: $id}}}) { nodes { id number title(language: $language) startsOn startsOnPrecision endsOn endsOnPrecision } pageInfo { hasNextPage } }
  activities(first: 500, filter: {project: {id: {eq: $id}}}) { totalCount nodes { id number title workPackage { id }
    plannedStart plannedStartPrecision plannedEnd plannedEndPrecision replannedStart replannedStartPrecision replannedEnd replannedEndPrecision
    actualStart actualStartPrecision actualEnd actualEndPrecision } }
  deliverables(first: 500, filter: {project: {id: {eq: $id}}}) { totalCount nodes { id title workPackage { id } dueOn handedInOn } }
  milestones(first: 500, filter: {project: {id: {eq: $id}}}) { totalCount nodes { id title workPackage { id } dueOn passedOn } }
  pilots(first: 500, filter: {project: {id: {eq: $id}}}) { totalCount nodes { id title status workPackage { id }
    startedOn startedOnPrecision endedOn endedOnPrecision cancelledOn plans(last: 1) { nodes { startsOn endsOn } } } }
  events(first: 500, filter: {project: {id: {eq: $id}}}) { totalCount nodes { id title startsOn startsOnPrecision endsOn endsOnPrecision } }
  late: lateItems(projectIds: $ids, asOf: $asOf, first: 500, filter: {state: {eq: LATE}, kind: {in: [DELIVERABLE, MILESTONE, PILOT_START, PILOT_END]}}) { nodes {
    recordId dueOn daysLate } pageInfo { hasNextPage } }
  whole: programmeProgress(projectIds: $ids, asOf: $asOf, by: [PROJECT]) { nodes { late } }
  progress: programmeProgress(projectIds: $ids, asOf: $asOf, by: [WORK_PACKAGE], first: 100) { nodes { workPackageId achieved planned late } pageInfo { hasNextPage } } }`)
