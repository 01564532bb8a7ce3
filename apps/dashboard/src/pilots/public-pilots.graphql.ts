import { graphql } from '../api/document'

/** The pilots of a published project that anyone may read. */
export const publicPilotsDocument = graphql(`query PublicPilots($id: ID!, $language: String) {
  pilots(first: 500, filter: {project: {id: {eq: $id}}, audience: {eq: PUBLIC}}) { nodes { id title status startedOn startedOnPrecision endedOn endedOnPrecision
    partner { id shortName(language: $language) } thematicArea { id title(language: $language) } phase { id title(language: $language) } } pageInfo { hasNextPage } } }`)

/** What anyone may read of a public pilot. */
export const publicPilotDocument = graphql(`query PublicPilot($id: ID!, $language: String) {
  pilot(id: $id) { id title summary status startedOn startedOnPrecision endedOn endedOnPrecision cancelledOn
    partner { id shortName(language: $language) name englishName country city region { code name } }
    thematicArea { id title(language: $language) } phase { id title(language: $language) }
    project { id acronym title demonstration } } }`)
