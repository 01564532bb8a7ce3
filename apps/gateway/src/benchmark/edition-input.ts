import type { EditionSettings, FrozenData, FrozenEntry, FrozenIndicator } from '@clusterpolisee/schema'

/** All that a computation needs: the same input gives the same bytes. */
export interface EditionInput {
  /** As it is compared, see {@link divided}. */
  readonly data: FrozenData
  /** As it was frozen, where that is something else. */
  readonly undivided?: FrozenData
  readonly settings: EditionSettings
  readonly runs: number
  readonly seed: number
  /** Named in the result: of an edition made before, its own; that of the methods when left out. */
  readonly methodVersion?: string
}

/** {@link EditionInput} on its way to a thread: the frozen data as the text that the database has, which nobody else reads on the way. */
export interface FrozenEdition extends Omit<EditionInput, 'data' | 'undivided'> {
  readonly frozen: string
  /** How many threads compute it; by its size when left out. */
  readonly threads?: number
}

/** Entries that are ranked with each other. */
export const ranked = ({ entries }: FrozenData): FrozenEntry[] => entries.filter(({ kind }) => kind !== 'PROSPECTIVE')

/** Entries that are placed among the ranked ones. */
export const planned = ({ entries }: FrozenData): FrozenEntry[] => entries.filter(({ kind }) => kind === 'PROSPECTIVE')

/** The goalposts of an indicator; null where it has none. */
export const goalpostsOf = ({ goalpostLow, goalpostHigh }: FrozenIndicator): readonly [number, number] | null =>
  goalpostLow === null || goalpostHigh === null ? null : [goalpostLow, goalpostHigh]

/** Values of each entry by indicator, in the order of the indicators; null is missing. */
export function valueRows({ indicators, entries, values }: FrozenData): ReadonlyMap<string, readonly (number | null)[]> {
  const places = new Map(indicators.map(({ id }, index) => [id, index]))
  const rows = new Map(entries.map(({ id }) => [id, indicators.map((): number | null => null)]))
  for (const { entryId, indicatorId, value } of values) {
    const [row, place] = [rows.get(entryId), places.get(indicatorId)]
    if (row && place !== undefined) row[place] = value
  }
  return rows
}

/** Rows of {@link valueRows} for some entries. */
export function valueTable(data: FrozenData, entries: readonly FrozenEntry[]): (number | null)[][] {
  const rows = valueRows(data)
  return entries.map(({ id }) => [...(rows.get(id) ?? [])])
}
