import storyFile from './stories.json' with { type: 'json' }

/** What a pilot tries, its cell, its months of life, and how fast it went. */
export interface Story {
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly area: number | null
  readonly phase: number | null
  readonly partner: number
  readonly status: string
  readonly start: string | null
  readonly end: string | null
  /** First and last day of the plan. */
  readonly plan: readonly string[]
  readonly target: number
  /** Firms reached in a month, roughly. */
  readonly pace: number
  readonly audience: string
  /** The end of a plan that was given up. */
  readonly formerEnd?: string
  /** Partner that sat in the first indicator's seat before the present one, and its last day but one. */
  readonly formerSeat?: { readonly partner: number; readonly until: string }
  /** A share that is best within a band: watched beside the others, of which it takes no weight. Counted out of 100 in each quarter. */
  readonly watched?: {
    readonly title: string
    readonly unit: string
    readonly bandLow: number
    readonly bandHigh: number
    readonly baseline: number
    readonly target: number
    readonly counted: readonly number[]
  }
  /** A month's figure that was first entered wrongly. */
  readonly mistaken?: { readonly day: string; readonly value: number }
}

export const stories: readonly Story[] = storyFile
