import type { Config } from '../config.js'

/** One command of `npm run admin`. */
export interface Command {
  /** The words that follow its name, as `EMAIL [NAME]`; those without brackets must be there. */
  readonly takes: string
  /** What it does, as the list of commands says it. */
  readonly does: string
  /** Does it; a StartError says in a sentence why not. */
  run(config: Config, words: readonly string[]): Promise<void>
}

/** How many words a command cannot do without. */
export const wordsNeeded = ({ takes }: Command): number => takes.split(' ').filter((word) => /^[A-Z]/.test(word)).length
