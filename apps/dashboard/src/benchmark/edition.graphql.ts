import { graphql } from '../api/document'

/** What anyone reads of an edition, as far as it holds for all that it compares; see {@link editionUnitsDocument}. */
export const editionFragment = graphql(`fragment EditionForAll on BenchmarkEdition {
  id title state runs methodVersion frozenAt demonstration benchmarkTitle benchmarkPurpose
  settings { normalisation aggregation missingValues outliers weighting weightsDecidedBy weightDoubt normalisationDoubt aggregationDoubt missingDoubt }
  frozen { indicators { id title unit definition direction bandLow bandHigh weight pillarId denominatorId per } pillars { id title weight aboveId } }
  result {
    meanRankShift influences { choice alone withOthers } weights { id share shareFrom shareTo effective }
    units { entryId title kind regionCode planned score rank medianRank rankFrom rankTo firstThird group }
  } }`)

/** An edition as members read it. */
export const editionDocument = graphql(
  `query Edition($id: ID!) {
  benchmarkEdition(id: $id) { ...EditionForAll version failure resultHash
    benchmark { id title } availableTransitions { key to allowed reason by params } } }`,
  editionFragment,
)

/** Whether an edition rests on figures that have changed since: asked by itself, for in a large one all are compared. */
export const newerDataDocument = graphql(`query NewerData($id: ID!) { benchmarkEdition(id: $id) { newerDataExists } }`)

/** A published edition as anyone reads it. */
export const publicEditionDocument = graphql(`query PublicEdition($id: ID!) { benchmarkEdition(id: $id) { ...EditionForAll } }`, editionFragment)

/** All about a few that an edition compares, by their titles. */
export const editionUnitsDocument = graphql(`query EditionUnits($id: ID!, $titles: [String!]!) {
  benchmarkResults(first: 100, filter: {edition: {id: {eq: $id}}, title: {in: $titles}}) { nodes { title
    contributions { indicatorId value normalised weight contribution } peers { entryId title } pillars { pillarId score rank }
    frozenValues { indicatorId value measurementId onDay source sourceLink } } pageInfo { hasNextPage } } }`)

/** What the steps of an edition did to which values, page by page. */
export const editionChangesDocument = graphql(`query EditionChanges($id: ID!, $first: Int!, $skip: Int!) {
  benchmarkEditionChanges(editionId: $id, first: $first, skip: $skip) { totalCount
    nodes { step entryId entryTitle indicatorId indicatorTitle before after ofDistance skewness kurtosis divisor divisorTitle per } } }`)

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
