import { graphql } from '../api/document'

export const stopSeeingAsDocument = graphql(`mutation StopSeeingAs { stopSeeingAs }`)

export const keepPreferencesDocument = graphql(`mutation KeepPreferences($id: ID!, $version: Int!, $input: UpdateUserInput!) {
  updateUser(id: $id, version: $version, input: $input) { id } }`)
