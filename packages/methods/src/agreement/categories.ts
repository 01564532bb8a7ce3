import { choice, distinct, list, type Maybe, sameLength } from '../shared/checks.js'
import { MethodError } from '../shared/method-error.js'
import { transpose } from '../shared/transpose.js'

/** What a rater may say: a number or a word; null means that the rater said nothing. */
export type Category = number | string | boolean
export type Rating = Maybe<Category>

/** Rows of ratings, all of one length; anything that is neither number, word nor null is refused. */
export function ratingRows(value: unknown, path: string): Rating[][] {
  const rows = list(value, path).map((row, index) => ratings(row, `${path}[${index}]`))
  rows.forEach((row, index) => {
    sameLength(row, rows[0] ?? [], `${path}[${index}]`)
  })
  return rows
}

/** One row of ratings. */
export function ratings(value: unknown, path: string): Rating[] {
  return list(value, path).map((entry, index) => {
    if (entry === null || entry === undefined) return null
    if (typeof entry === 'number' && !Number.isFinite(entry)) throw new MethodError('NOT_FINITE', `${path}[${index}]`, `${entry} is no finite number`)
    if (typeof entry === 'number' || typeof entry === 'string' || typeof entry === 'boolean') return entry
    throw new MethodError('NOT_A_RATING', `${path}[${index}]`, 'a rating is a number, a word or null')
  })
}

/**
 * The categories in their order: as given, or those found, numbers ascending and words by alphabet. Refuses a rating outside the given ones,
 * words without given ones where their order counts, and a number beside the same number as a word.
 */
export function categoriesOf(found: readonly Rating[], given?: readonly Category[], ordered = false, path = 'categories'): Category[] {
  const used = [...new Set(found)].filter((entry) => entry !== null)
  if (given === undefined) {
    if (ordered && used.some((entry) => typeof entry !== 'number')) throw new MethodError('MISSING', path, 'the order of words counts here, and is not known')
    distinct(used.map(String), path)
    return used.sort(compare)
  }
  distinct(given, path)
  const stranger = used.find((entry) => !given.includes(entry))
  if (stranger !== undefined) throw new MethodError('UNKNOWN_CATEGORY', path, `the rating ${JSON.stringify(stranger)} is none of the categories`)
  return [...given]
}

const compare = (a: Category, b: Category) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1)

/** Which way a table of ratings lies. */
export type RatingRows = 'raters' | 'subjects'

/** A table of ratings with a row per rater, whichever way it lies. */
export function byRater<T>(rows: readonly (readonly T[])[], lies: unknown): T[][] {
  return choice(lies, 'rows', ['raters', 'subjects']) === 'raters' ? rows.map((row) => [...row]) : transpose(rows)
}
