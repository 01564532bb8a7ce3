import type { EditionSettings, FrozenData, FrozenEntry, FrozenIndicator } from '@clusterpolisee/schema'

/** All that a computation needs: the same input gives the same bytes. */
export interface EditionInput {
  readonly data: FrozenData
  readonly settings: EditionSettings
  readonly runs: number
  readonly seed: number
  /** Named in the result: of an edition made before, its own; that of the methods when left out. */
  readonly methodVersion?: string
}

/** Entries that are ranked with each other. */
export const ranked = ({ entries }: FrozenData): FrozenEntry[] => entries.filter(({ kind }) => kind !== 'PROSPECTIVE')

/** Entries that are placed among the ranked ones. */
export const planned = ({ entries }: FrozenData): FrozenEntry[] => entries.filter(({ kind }) => kind === 'PROSPECTIVE')

/** The goalposts of an indicator; null where it has none. */
export const goalpostsOf = ({ goalpostLow, goalpostHigh }: FrozenIndicator): readonly [number, number] | null =>
  goalpostLow === null || goalpostHigh === null ? null : [goalpostLow, goalpostHigh]

/** Values of entries by indicator, in the order of the indicators; null is missing. */
export function valueTable({ indicators, values }: FrozenData, entries: readonly FrozenEntry[]): (number | null)[][] {
  const known = new Map(values.map((item) => [`${item.entryId} ${item.indicatorId}`, item.value]))
  return entries.map((entry) => indicators.map((indicator) => known.get(`${entry.id} ${indicator.id}`) ?? null))
}
