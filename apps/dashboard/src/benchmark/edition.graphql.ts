import { graphql } from '../api/document'

export const editionDocument = graphql(`query Edition($id: ID!) {
  benchmarkEdition(id: $id) { id version title state runs methodVersion frozenAt demonstration failure resultHash newerDataExists
    settings { normalisation aggregation missingValues outliers weighting weightsDecidedBy weightDoubt }
    frozen { indicators { id title unit definition direction bandLow bandHigh weight } values { entryId indicatorId value measurementId onDay source sourceLink } }
    result {
      meanRankShift influences { choice alone withOthers }
      units { entryId title kind regionCode planned score rank medianRank rankFrom rankTo firstThird group
        contributions { indicatorId value normalised weight contribution } peers { entryId title } }
    }
    benchmark { id title } availableTransitions { key to allowed reason by params } } }`)

/** How far an edition's computation is. */
export const computingDocument = graphql(`query Computing($id: ID!, $recordId: String!) {
  benchmarkEdition(id: $id) { state }
  jobs(filter: {recordId: {eq: $recordId}}, first: 1) { nodes { id state progress resumed } } }`)

export const cancelEditionDocument = graphql(`mutation CancelEdition($id: ID!) { cancelBenchmarkEdition(id: $id) { id } }`)

export const publishEditionDocument = graphql(`mutation PublishEdition($id: ID!, $version: Int!) {
  publishBenchmarkEdition(id: $id, version: $version) { id } }`)

export const withdrawEditionDocument = graphql(`mutation WithdrawEdition($id: ID!, $version: Int!) {
  withdrawBenchmarkEdition(id: $id, version: $version) { id } }`)

/** Computes an edition anew and compares. */
export const recomputeEditionDocument = graphql(`mutation RecomputeEdition($id: ID!) {
  recomputeBenchmarkEdition(id: $id) { same hash storedHash methodVersion storedMethodVersion } }`)

/** Where planned values would land in an edition. */
export const placeProspectiveDocument = graphql(`query PlaceProspective($id: ID!, $values: [PlannedValueInput!]!) {
  placeProspective(editionId: $id, values: $values) { score rank medianRank rankFrom rankTo firstThird rankGroup rankShares
    contributions { indicatorId contribution } outsideRange runs } }`)
