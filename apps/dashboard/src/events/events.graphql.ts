import { graphql } from '../api/document'

/** Whose attendance is entered. */
export const attendingDocument = graphql(`query Attending($event: ID!) {
  attendances(first: 500, filter: {event: {id: {eq: $event}}}) { nodes { id partner { id } } pageInfo { hasNextPage } } }`)

export const finishDecisionDocument = graphql(`mutation FinishDecision($id: ID!, $version: Int!, $on: Date) {
  finishDecision(id: $id, version: $version, on: $on) { id } }`)

/** Events that anyone may read of a published project; those without a day stand last. */
export const publicEventsDocument = graphql(`query PublicEvents($id: ID!) {
  events(first: 500, filter: {project: {id: {eq: $id}}, audience: {eq: PUBLIC}}) {
    nodes { id title kind startsOn startsOnPrecision city country } pageInfo { hasNextPage } } }`)
