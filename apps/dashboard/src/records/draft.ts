/** Input that was not saved: whose, of which record in which version, and when it was typed. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>
  readonly version: number
  readonly at: number
}

const KEPT_FOR = 30 * 24 * 3600 * 1000
/** Where a draft of a person's is kept: by account and what is filled in. */
export const draftKey = (person: string, what: string): string => `${person} ${what}`

/** True: a draft is older than 30 days at a time (milliseconds) and goes. */
export const isOver = ({ at }: Draft, now: number): boolean => at < now - KEPT_FOR
