import { MethodError } from './method-error.js'

/** A value or null, which means missing. */
export type Maybe<T> = T | null

/** Refuses whatever is not a finite number within the bounds. */
export function finite(value: unknown, path: string, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): number {
  if (value === undefined || value === null) throw new MethodError('MISSING', path, 'a number is needed and none is given')
  if (typeof value !== 'number') throw new MethodError('NOT_A_NUMBER', path, `a number is needed, not ${JSON.stringify(value)}`)
  if (!Number.isFinite(value)) throw new MethodError('NOT_FINITE', path, `${value} is no finite number`)
  if (value < from || value > to) throw new MethodError('OUT_OF_RANGE', path, `${value} is not between ${from} and ${to}`)
  return value
}

/** Of an interval: 0.95 when left out, above 0 and below 1. */
export function confidenceOf(given: unknown): number {
  const confidence = finite(given ?? 0.95, 'confidence', 0, 1)
  if (confidence === 0 || confidence === 1) throw new MethodError('OUT_OF_RANGE', 'confidence', 'is between 0 and 1, neither of both')
  return confidence
}

/** Refuses whatever is not a whole number from `from` on. */
export function whole(value: unknown, path: string, from = 0): number {
  const number = finite(value, path, from)
  if (!Number.isInteger(number)) throw new MethodError('NOT_WHOLE', path, `${number} is no whole number`)
  return number
}

/** Refuses whatever is not a list with at least one entry. */
export function list(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) throw new MethodError('MISSING', path, 'a list is needed and none is given')
  if (!Array.isArray(value)) throw new MethodError('NOT_A_LIST', path, 'a list is needed')
  if (value.length === 0) throw new MethodError('EMPTY', path, 'the list is empty')
  return value
}

/** A list of finite numbers, none missing. */
export function numbers(value: unknown, path: string, from?: number, to?: number): number[] {
  return list(value, path).map((entry, index) => finite(entry, `${path}[${index}]`, from, to))
}

/** A list of finite numbers in which null stands for a missing one. */
export function sparse(value: unknown, path: string, from?: number, to?: number): Maybe<number>[] {
  return list(value, path).map((entry, index) => (entry === null || entry === undefined ? null : finite(entry, `${path}[${index}]`, from, to)))
}

/** Rows of equal length, each read by `read`. */
function rows<T>(value: unknown, path: string, read: (row: unknown, path: string) => T[]): T[][] {
  const table = list(value, path).map((row, index) => read(row, `${path}[${index}]`))
  table.forEach((row, index) => {
    sameLength(row, table[0] ?? [], `${path}[${index}]`)
  })
  return table
}

/** A table of finite numbers, none missing, all rows of equal length. */
export function matrix(value: unknown, path: string, from?: number, to?: number): number[][] {
  return rows(value, path, (row, at) => numbers(row, at, from, to))
}

/** A table of finite numbers in which null stands for a missing one. */
export function sparseMatrix(value: unknown, path: string): Maybe<number>[][] {
  return rows(value, path, (row, at) => sparse(row, at))
}

/** Refuses two lists of different length. */
export function sameLength(given: readonly unknown[], expected: readonly unknown[], path: string): void {
  if (given.length === expected.length) return
  throw new MethodError('UNEQUAL_LENGTH', path, `has ${given.length} entries where ${expected.length} are needed`)
}

/** Refuses fewer entries than a method needs. */
export function atLeast(count: number, needed: number, path: string, what: string): void {
  if (count < needed) throw new MethodError('TOO_FEW', path, `${count} ${what}, at least ${needed} are needed`)
}

/** One of the words a method knows. */
export function choice<T extends string>(value: unknown, path: string, known: readonly T[]): T {
  const word = known.find((entry) => entry === value)
  if (word !== undefined) return word
  throw new MethodError('UNKNOWN_CHOICE', path, `${JSON.stringify(value)} is none of ${known.join(', ')}`)
}

/** The refusal of an input in none of the forms that a method knows. */
export function unknownForm(path: string, forms: string): MethodError {
  return new MethodError('UNKNOWN_FORM', path, `the input has none of the forms: ${forms}`)
}

/** Refuses names in a record, or a list, of which the method has none. */
export function knownNames(given: object | undefined, names: readonly string[], path: string): void {
  const own = Array.isArray(given) ? (given as readonly string[]) : Object.keys(given ?? {})
  const stranger = own.find((name) => !names.includes(name))
  if (stranger === undefined) return
  throw new MethodError('UNKNOWN_KEY', Array.isArray(given) ? path : `${path}.${stranger}`, `"${stranger}" is none of ${names.join(', ')}`)
}

/** Refuses names of another number than the things that they name; without names there is nothing to refuse. */
export function namesFit(names: readonly unknown[] | undefined, things: readonly unknown[], path: string): void {
  if (names !== undefined) sameLength(names, things, path)
}

/** Refuses a name that is there twice. */
export function distinct(names: readonly unknown[] | undefined, path: string): void {
  const twice = names?.findIndex((name, index) => names.indexOf(name) < index) ?? -1
  if (twice >= 0) throw new MethodError('DUPLICATE_KEY', `${path}[${twice}]`, `${JSON.stringify(names?.[twice])} is there twice`)
}
