import { graphql } from '../api/document'

export const movePilotDocument = graphql(`mutation MovePilot($id: ID!, $version: Int!, $key: String!, $input: TransitionInput) {
  transitionPilot(id: $id, version: $version, key: $key, input: $input) { id version } }`)
