import { kitWords, type Messages } from './kit/words'
import { recordWords } from './records/words'
import { rooms } from './rooms'
import { shellWords } from './shell/words'

export type { Messages }

/** Words of all floors, in which a room's may stand in a group that others fill too. */
const floors = [kitWords, recordWords, shellWords, ...rooms.map(({ words }) => words)]

/** Puts the groups of several word lists together. */
function merged(lists: readonly Messages[]): Messages {
  const groups = new Set(lists.flatMap(Object.keys))
  return Object.fromEntries([...groups].map((group) => [group, Object.assign({}, ...lists.map((list) => list[group]))]))
}

/** The dashboard's own words in English. What the model declares (fields, enums, moves) comes from the contract. */
export const english = merged(floors.map(({ en }) => en))

/** The same in Italian, with the formal *lei*; and what the gateway finds wrong, by its code. */
export const italian = async (): Promise<Messages> => merged(await Promise.all(floors.map(({ it }) => it())))
