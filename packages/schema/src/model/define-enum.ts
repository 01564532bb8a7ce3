import { registerEnumType } from 'type-graphql'
import { registerEnum } from './registry.js'

/** Declares an enum once: for TypeScript, GraphQL and the table's check. `words` are given where lower case is not enough. */
export function defineEnum<const V extends string>(name: string, description: string, values: readonly V[], words: { readonly [K in V]?: string } = {}) {
  const labels = Object.fromEntries(values.map((value) => [value, words[value] ?? inWords(value)]))
  const meta = { name, description, labels, values: Object.fromEntries(values.map((value) => [value, value])) as { [K in V]: K } }
  registerEnum(meta)
  registerEnumType(meta.values, { name, description })
  return meta
}

function inWords(value: string): string {
  return value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ')
}
