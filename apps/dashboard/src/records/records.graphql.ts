import { graphql } from '../api/document'

/** Whether this person may do something, and why not. */
export const allowedFragment = graphql(`fragment Allowed on Move { allowed reason by }`)

/** A move of a state machine that may be made or not. */
export const transitionFragment = graphql(`fragment Transition on AvailableTransition { key to allowed reason by params }`)

/** One fact of a record, and the source that carries it. */
export const citedFragment = graphql(`fragment Cited on Citation { id field basis says verdict reason source { id title address } }`)

/** What the facts of a record rest on. */
export const citationsDocument = graphql(
  `query Citations($id: String!) { citations(first: 100, filter: {recordId: {eq: $id}}) { nodes { ...Cited } pageInfo { hasNextPage } } }`,
  citedFragment,
)

/** How the pilots of one group of a project stand together. */
export const groupProgressDocument = graphql(`query GroupProgress($ids: [ID!], $asOf: Date, $by: [ProgressBy!], $filter: ProgressGroupFilter) {
  programmeProgress(projectIds: $ids, asOf: $asOf, by: $by, filter: $filter) { nodes { achieved planned late } } }`)

/** That a whole list is written into a file. */
export const beginExportDocument = graphql(`mutation BeginExport($list: String!) { beginExport(list: $list) }`)
