/** What an edition froze of its benchmark; made by the SQL function `benchmark_data`. */
export interface FrozenData {
  readonly indicators: readonly FrozenIndicator[]
  readonly entries: readonly FrozenEntry[]
  readonly values: readonly FrozenValue[]
}

export interface FrozenIndicator {
  readonly id: string
  readonly title: string
  readonly unit: string | null
  readonly definition: string | null
  readonly direction: 'MORE' | 'LESS' | 'BAND'
  /** Of a band only. */
  readonly bandLow?: number
  readonly bandHigh?: number
  readonly weight: number
  readonly goalpostLow: number | null
  readonly goalpostHigh: number | null
  readonly source: string | null
}

export interface FrozenEntry {
  readonly id: string
  readonly title: string
  readonly kind: 'PILOT' | 'REGION' | 'ONGOING' | 'PROSPECTIVE'
  readonly description: string | null
  readonly pilotId: string | null
  readonly regionCode: string | null
  readonly regionName: string | null
  readonly regionPerformance: string | null
  readonly thematicAreaId: string | null
  readonly thematicArea: string | null
  readonly source: string | null
  readonly sourceLink: string | null
}

export interface FrozenValue {
  readonly entryId: string
  readonly indicatorId: string
  readonly value: number | null
  /** The version of the measurement that gave it. */
  readonly measurementId: string | null
  readonly onDay: string | null
  readonly source: string | null
  readonly sourceLink: string | null
}

/** How the benchmark was set when the edition was frozen. */
export interface EditionSettings {
  readonly normalisation: 'MIN_MAX' | 'Z_SCORE' | 'GOALPOST' | 'RANK'
  readonly aggregation: 'ARITHMETIC' | 'GEOMETRIC'
  readonly missingValues: 'LEAVE_OUT' | 'MEAN' | 'MEDIAN'
  readonly outliers: 'NONE' | 'WINSORISED'
  readonly weighting: 'EQUAL' | 'GIVEN'
  readonly weightsDecidedBy: string | null
  readonly weightDoubt: number
}

/** All that a computation needs: the same input gives the same bytes. */
export interface EditionInput {
  readonly data: FrozenData
  readonly settings: EditionSettings
  readonly runs: number
  readonly seed: number
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
