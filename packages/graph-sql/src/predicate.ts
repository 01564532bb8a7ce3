import type { Predicate, Sql } from './model.js'

/** AND of predicates, folded; several stand in brackets. */
export function allOf(parts: readonly Predicate[]): Predicate {
  if (parts.includes(false)) return false
  const texts = textsOf(parts)
  return texts.length > 1 ? `(${texts.join(' AND ')})` : (texts[0] ?? true)
}

/** OR of predicates, folded; several stand in brackets. */
export function anyOf(parts: readonly Predicate[]): Predicate {
  if (parts.includes(true)) return true
  const texts = textsOf(parts)
  return texts.length > 1 ? `(${texts.join(' OR ')})` : (texts[0] ?? false)
}

const textsOf = (parts: readonly Predicate[]): Sql[] => [...new Set(parts.filter((part): part is Sql => typeof part === 'string'))]
