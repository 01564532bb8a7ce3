import { english } from './words.en'

/** The same words in another language: one that is missing does not compile. */
export type WordsOf<English> = { readonly [Key in keyof English]: English[Key] extends string ? string : WordsOf<English[Key]> }

/** What the gateway refuses, by its code. In English it says it itself; reasons of records and moves come with the contract. */
export type Faults = { readonly faults: Readonly<Record<string, string>> }

/** Words by their groups. */
export type Messages = Readonly<Record<string, object>>

/** Words of a floor or a room: English at once, Italian when it is asked for. */
export interface Words {
  readonly en: Messages
  readonly it: () => Promise<Messages>
}

/** Words that every page needs. */
export const kitWords: Words = { en: english, it: () => import('./words.it').then(({ italian }) => italian) }
