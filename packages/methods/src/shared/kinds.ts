import { finite, list, type Maybe, matrix, numbers, sparse, sparseMatrix } from './checks.js'
import { MethodError } from './method-error.js'

/** What a value may be: refuses whatever it is not, by the path of the value. */
export type Kind = (value: unknown, path: string) => void

/** A finite number. */
export const number: Kind = (value, path) => void finite(value, path)

/** A finite number, or null for a missing one. */
export const maybeNumber: Kind = (value, path) => value === null || number(value, path)

/** Null, for nothing. */
export const absent: Kind = (value, path) => {
  if (value !== null) throw new MethodError('NOT_ABSENT', path, 'null is needed')
}

export const text: Kind = (value, path) => {
  if (typeof value !== 'string') throw new MethodError('NOT_TEXT', path, `a text is needed, not ${JSON.stringify(value)}`)
}

export const flag: Kind = (value, path) => {
  if (typeof value !== 'boolean') throw new MethodError('NOT_A_FLAG', path, `true or false is needed, not ${JSON.stringify(value)}`)
}

export const callable: Kind = (value, path) => {
  if (typeof value !== 'function') throw new MethodError('NOT_A_FUNCTION', path, 'a function is needed')
}

/** What a rater may say, or null: see `ratings`. */
export const rating: Kind = (value, path) => {
  if (typeof value === 'number') return number(value, path)
  if (value === null || typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '')) return
  throw new MethodError('NOT_A_RATING', path, 'a rating is a number, a word or null')
}

/** A list of finite numbers, none missing; the same with null for a missing one; and rows of either, all of one length. */
export const numberList: Kind = (value, path) => void numbers(value, path)
export const sparseList: Kind = (value, path) => void sparse(value, path)
export const table: Kind = (value, path) => void matrix(value, path)
export const sparseTable: Kind = (value, path) => void sparseMatrix(value, path)

/** A list with at least one entry, each of a kind. */
export const listOf =
  (kind: Kind): Kind =>
  (value, path) =>
    list(value, path).forEach((entry, index) => {
      kind(entry, `${path}[${index}]`)
    })

/** A list that may be empty. */
export const anyOf =
  (kind: Kind): Kind =>
  (value, path) =>
    Array.isArray(value) && value.length === 0 ? undefined : listOf(kind)(value, path)

/** Exactly two finite numbers. */
export const pair: Kind = (value, path) => {
  const found = numbers(value, path)
  if (found.length !== 2) throw new MethodError('UNEQUAL_LENGTH', path, `has ${found.length} entries where 2 are needed`)
}

/** An object of any keys, each value of a kind. */
export const named =
  (kind: Kind): Kind =>
  (value, path) => {
    for (const [name, entry] of Object.entries(object(value, path))) kind(entry, `${path}.${name}`)
  }

/** One of several kinds. A value of none of them is refused as the kind does that came farthest into it. */
export const either =
  (...kinds: readonly Kind[]): Kind =>
  (value, path) => {
    const refusals = kinds.map((kind) => refusal(kind, value, path))
    if (refusals.includes(null)) return
    throw (refusals as MethodError[]).reduce((farthest, other) => (other.path.length > farthest.path.length ? other : farthest))
  }

function refusal(kind: Kind, value: unknown, path: string): Maybe<MethodError> {
  try {
    kind(value, path)
    return null
  } catch (error) {
    if (error instanceof MethodError) return error
    throw error
  }
}

/** Refuses whatever is not an object of named values. */
export function object(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) throw new MethodError(path === '' ? 'NOT_AN_OBJECT' : 'MISSING', path, 'an object is needed and none is given')
  if (typeof value === 'object' && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  throw new MethodError('NOT_AN_OBJECT', path, 'one object with named values is needed')
}
