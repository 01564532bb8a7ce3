import { graphql } from '../api/document'

/** What changed around a pilot, counted from a level on. */
export const collaborationChangeDocument = graphql(`query CollaborationChange($id: ID!, $from: CollaborationLevel!) {
  collaborationChange(pilotId: $id, from: $from) { pairs kept gained lost stronger weaker unknown stability
    before { ties density meanDegree isolates eiIndex } after { ties density meanDegree isolates eiIndex } } }`)

/** How many actors there are around a pilot. */
export const actorCountDocument = graphql(`query ActorCount($id: ID!) {
  collaborationActors(first: 1, filter: {pilot: {id: {eq: $id}}}) { totalCount } }`)

/** The pilot around which people work together. */
export const collaboratingPilotDocument = graphql(
  `query CollaboratingPilot($id: ID!) { pilot(id: $id) { id title project { id } can { update { allowed } } } }`,
)

export const actorsDocument = graphql(`query Actors($id: ID!, $after: String) {
  collaborationActors(first: 500, after: $after, filter: {pilot: {id: {eq: $id}}}) { nodes { id name kind } pageInfo { hasNextPage endCursor } } }`)

export const tiesDocument = graphql(`query Ties($id: ID!, $after: String) {
  collaborations(first: 500, after: $after, filter: {pilot: {id: {eq: $id}}}) {
    nodes { version actor { id } other { id } before after } pageInfo { hasNextPage endCursor } } }`)

export const recordTiesDocument = graphql(`mutation RecordTies($pilotId: ID!, $input: [CollaborationInput!]!) {
  recordCollaborations(pilotId: $pilotId, input: $input) { id } }`)
