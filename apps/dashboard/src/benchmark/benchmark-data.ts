import { ask } from '../api/graphql'

export interface Indicator {
  readonly id: string
  readonly title: string
  readonly unit: string | null
  readonly direction: string
  /** Of a band only. */
  readonly bandLow?: number | null
  readonly bandHigh?: number | null
  readonly weight: number
  readonly goalpostLow: number | null
  readonly goalpostHigh: number | null
}

export interface Entry {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly region: { readonly code: string } | null
}

export interface EditionRow {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly frozenAt: string
  readonly newerDataExists: boolean
}

export interface BenchmarkParts {
  readonly indicators: { readonly nodes: readonly Indicator[] }
  readonly entries: { readonly nodes: readonly Entry[]; readonly totalCount: number }
  readonly editions: { readonly nodes: readonly EditionRow[] }
}

const document = `query ($id: ID!) { benchmark(id: $id) {
  indicators(first: 100) { nodes { id title unit direction bandLow bandHigh weight goalpostLow goalpostHigh } }
  editions(first: 100, orderBy: [{number: DESC}]) { nodes { id title state frozenAt newerDataExists } } }
  entries: benchmarkEntries(first: 500, filter: {benchmark: {id: {eq: $id}}}) { totalCount nodes { id title kind region { code } } } }`

interface Answer extends Pick<BenchmarkParts, 'entries'> {
  readonly benchmark: Omit<BenchmarkParts, 'entries'> | null
}

/** What belongs to a benchmark: indicators, entries with their values, editions. */
export const readParts = (id: string, signal?: AbortSignal): Promise<BenchmarkParts | null> =>
  ask<Answer>(document, { id }, signal).then(({ benchmark, entries }) => benchmark && { ...benchmark, entries })

export interface Value {
  readonly id: string
  readonly figure: number | null
  readonly entry: { readonly id: string } | null
  readonly indicator: { readonly id: string } | null
}

/** Values that are asked for at once. */
export const MOST_VALUES = 500

const values = `query ($ids: [ID!]!) { benchmarkValues(first: ${MOST_VALUES}, filter: {entry: {id: {in: $ids}}}) { nodes { id figure entry { id } indicator { id } } } }`

/** The values of some entries. */
export const readValues = (ids: readonly string[], signal?: AbortSignal): Promise<readonly Value[]> =>
  ask<{ benchmarkValues: { nodes: readonly Value[] } }>(values, { ids }, signal).then(({ benchmarkValues }) => benchmarkValues.nodes)
