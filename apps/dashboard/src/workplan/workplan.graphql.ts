import { graphql } from '../api/document'

export const handInDeliverableDocument = graphql(`mutation HandInDeliverable($id: ID!, $version: Int!, $on: Date) {
  handInDeliverable(id: $id, version: $version, on: $on) { id } }`)
