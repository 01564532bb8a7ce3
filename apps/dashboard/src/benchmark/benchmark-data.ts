import { ask } from '../app/graphql'

export interface Indicator {
  readonly id: string
  readonly title: string
  readonly unit: string | null
  readonly direction: string
  readonly weight: number
  readonly goalpostLow: number | null
  readonly goalpostHigh: number | null
}

export interface Entry {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly region: { readonly code: string } | null
  readonly values: { readonly nodes: readonly { readonly id: string; readonly figure: number | null; readonly indicator: { readonly id: string } | null }[] }
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
  indicators(first: 100) { nodes { id title unit direction weight goalpostLow goalpostHigh } }
  entries(first: 500) { totalCount nodes { id title kind region { code } values(first: 100) { nodes { id figure indicator { id } } } } }
  editions(first: 100, orderBy: [{number: DESC}]) { nodes { id title state frozenAt newerDataExists } } } }`

/** What belongs to a benchmark: indicators, entries with their values, editions. */
export const readParts = (id: string, signal?: AbortSignal): Promise<BenchmarkParts | null> =>
  ask<{ benchmark: BenchmarkParts | null }>(document, { id }, signal).then(({ benchmark }) => benchmark)
