/** A worked example: a published input, what the source prints for it, and how close a result must come. */
export interface WorkedCase {
  readonly name: string
  readonly source?: string
  readonly note?: string
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>>
  /** Absolute: one for all, or by top-level key with a default. */
  readonly tolerance: number | Readonly<Record<string, number>>
}

export interface Comparison {
  /** Where in the result, such as `categoryKappa[2]`. */
  readonly path: string
  readonly expected: unknown
  readonly found: unknown
  /** Result less expected; null unless both are numbers. */
  readonly difference: number | null
  readonly tolerance: number
  readonly passes: boolean
}

/** Rounding noise on top of every tolerance. */
const NOISE = 1e-9

/**
 * Compares a result with every value that a worked case expects: numbers within the tolerance, anything else exactly. Further keys
 * of the result do not matter. A list must have the expected length, unless the case says that it holds the first entries only.
 */
export function compareCase(result: unknown, worked: WorkedCase): Comparison[] {
  const partial = /are the first|first \w+ (normalised rows )?printed/.test(`${worked.note} ${worked.input.note} ${worked.source}`)
  return Object.entries(worked.expected).flatMap(([key, expected]) => compare(at(result, key), expected, key, toleranceOf(worked.tolerance, key), partial))
}

function toleranceOf(tolerance: WorkedCase['tolerance'], key: string): number {
  return typeof tolerance === 'number' ? tolerance : (tolerance[key] ?? tolerance.default ?? 0)
}

const at = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined

function compare(found: unknown, expected: unknown, path: string, tolerance: number, partial: boolean): Comparison[] {
  if (Array.isArray(expected)) return compareLists(found, expected, path, tolerance, partial)
  if (typeof expected === 'object' && expected !== null)
    return Object.entries(expected).flatMap(([key, value]) => compare(at(found, key), value, `${path}.${key}`, tolerance, partial))
  const difference = typeof found === 'number' && typeof expected === 'number' ? found - expected : null
  const passes = difference === null ? found === expected : Math.abs(difference) <= tolerance + NOISE
  return [{ path, expected, found, difference, tolerance, passes }]
}

function compareLists(found: unknown, expected: readonly unknown[], path: string, tolerance: number, partial: boolean): Comparison[] {
  const entries = expected.flatMap((value, index) => compare(at(found, index), value, `${path}[${index}]`, tolerance, partial))
  const length = Array.isArray(found) ? found.length : null
  const fits = length !== null && (partial ? length >= expected.length : length === expected.length)
  return fits ? entries : [{ path: `${path}.length`, expected: expected.length, found: length, difference: null, tolerance: 0, passes: false }, ...entries]
}
