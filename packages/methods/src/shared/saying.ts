import { MethodError } from './method-error.js'

/**
 * What a text says, of things that may be said in several ways. Refuses a text that says none of them, two at once, or denies one
 * (UNKNOWN_CHOICE, with the plain words that are taken).
 */
export function saying<T extends string>(value: unknown, path: string, ways: Readonly<Record<T, RegExp>>): T {
  const known = Object.keys(ways) as T[]
  if (known.includes(value as T)) return value as T
  const said = typeof value === 'string' && !/\b(not|never|nor|neither|no|without)\b/i.test(value) ? known.filter((word) => ways[word].test(value)) : []
  if (said.length === 1) return said[0] as T
  throw new MethodError('UNKNOWN_CHOICE', path, `${JSON.stringify(value)} is none of: ${known.join(', ')}`)
}
