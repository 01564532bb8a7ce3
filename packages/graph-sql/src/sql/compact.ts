import { createHash } from 'node:crypto'

/**
 * Leaves out values whose predicate was folded away, and numbers the others in the order in which the text names them.
 * Every placeholder is cast, as `$3::uuid`, and texts of people never stand in the SQL, so that the pattern is safe.
 */
export function compact<T>(text: string, values: readonly T[]): { text: string; values: T[] } {
  const places = new Map<string, number>()
  const numbered = text.replace(/\$(\d+)::/g, (_, place: string) => {
    if (!places.has(place)) places.set(place, places.size + 1)
    return `$${places.get(place)}::`
  })
  return { text: numbered, values: [...places.keys()].map((place) => values[Number(place) - 1] as T) }
}

/** The name under which a statement is prepared: a hash of its text. */
export const statementName = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 32)
