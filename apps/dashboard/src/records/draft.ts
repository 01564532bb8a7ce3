/** Input that was not saved: whose, of which record in which version, and when it was typed. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>
  readonly version: number
  readonly at: number
  /** Its person signed out and wanted it kept on this computer. */
  readonly kept?: true
}

const KEPT_FOR = 30 * 24 * 3600 * 1000
/** Where a draft of a person's is kept: by account and what is filled in. */
export const draftKey = (person: string, what: string): string => `${person} ${what}`

/** Whether what is kept under a key is of a person's. */
export const isDraftOf = (key: string, person: string): boolean => key.startsWith(draftKey(person, ''))

/** True: a draft is older than 30 days at a time (milliseconds) and goes. */
export const isOver = ({ at }: Draft, now: number): boolean => at < now - KEPT_FOR

/** Whether a draft goes when a person signs out of this browser: theirs, and what others left without a word. */
export const goesWith = (key: string, draft: Draft, person: string): boolean => isDraftOf(key, person) || draft.kept !== true

/** Whether a draft goes when a person signs in: what others left without a word. */
export const givesWay = (key: string, draft: Draft, person: string): boolean => !isDraftOf(key, person) && draft.kept !== true
