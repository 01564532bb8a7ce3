import { graphql } from '../api/document'

/** What belongs to a benchmark. */
export const benchmarkDocument = graphql(`query Benchmark($id: ID!) {
  benchmark(id: $id) {
    pillars(first: 100) { nodes { id version title weight above { id } } pageInfo { hasNextPage } }
    indicators(first: 100) { nodes { id version title unit direction bandLow bandHigh weight goalpostLow goalpostHigh per denominator { id title } pillar { id } } pageInfo { hasNextPage } }
    editions(first: 100, orderBy: [{number: DESC}]) { nodes { id title state frozenAt } pageInfo { hasNextPage } } }
  entries: benchmarkEntries(first: 500, filter: {benchmark: {id: {eq: $id}}}) { totalCount nodes { id title kind region { code } } } }`)

/** Which editions of a benchmark rest on figures that have changed since: asked by itself, for all figures of each are compared. */
export const newerEditionsDocument = graphql(`query NewerEditions($id: ID!) {
  benchmark(id: $id) { editions(first: 100) { nodes { id newerDataExists } pageInfo { hasNextPage } } } }`)

/** The values of some entries. */
export const benchmarkValuesDocument = graphql(`query BenchmarkValues($ids: [ID!]!) {
  benchmarkValues(first: 500, filter: {entry: {id: {in: $ids}}}) { nodes { id figure entry { id } indicator { id } } pageInfo { hasNextPage } } }`)

/** Freezes a benchmark as its next edition. */
export const createEditionDocument = graphql(`mutation CreateEdition($id: ID!, $title: String) {
  createBenchmarkEdition(benchmarkId: $id, title: $title) { id } }`)

/** Moves an indicator to a pillar, and weighs it there. */
export const placeIndicatorDocument = graphql(`mutation PlaceIndicator($id: ID!, $version: Int!, $input: UpdateBenchmarkIndicatorInput!) {
  updateBenchmarkIndicator(id: $id, version: $version, input: $input) { id } }`)

/** Moves a pillar into another, and weighs it there. */
export const placePillarDocument = graphql(`mutation PlacePillar($id: ID!, $version: Int!, $input: UpdateBenchmarkPillarInput!) {
  updateBenchmarkPillar(id: $id, version: $version, input: $input) { id } }`)
