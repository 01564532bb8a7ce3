import type { FieldModel, Sql } from '../model.js'

/** A value as JSON text; null becomes the word null. Text concatenation is what PostgreSQL does fastest (see README). */
export function jsonText(field: Pick<FieldModel, 'type' | 'list' | 'sqlType'>, value: Sql): Sql {
  return `coalesce(${presentText(field, value)}, 'null')`
}

/** The same of a value that is never null. */
export function presentText({ type, list, sqlType }: Pick<FieldModel, 'type' | 'list' | 'sqlType'>, value: Sql): Sql {
  if (list) return `to_json(${value})::text`
  if (type === 'JSON' || type === 'Int' || type === 'Boolean') return `(${value})::text`
  if (type === 'Decimal' || type === 'Money' || type === 'Float') return `trim_scale((${value})::numeric)::text`
  if (type === 'DateTime') return `'"' || to_char((${value}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`
  if (type === 'Date') return `to_json(${value})::text`
  if (sqlType === 'uuid') return `'"' || (${value})::text || '"'`
  return `to_json((${value})::text)::text`
}

/** One member of an object: key and value text. */
export type Member = readonly [key: string, value: Sql]

/** `{…}` of members, in order. Keys are GraphQL names and need no escaping. */
export function jsonObject(members: readonly Member[]): Sql {
  if (members.length === 0) return `'{}'`
  return concatenated([...members.flatMap(([key, value], index) => [`'${index === 0 ? '{' : ','}"${key}":'`, value]), `'}'`])
}

/** Texts one after the other; constants that meet become one, since each joint copies what stands before it. */
const concatenated = (parts: readonly Sql[]): Sql =>
  parts.reduce((text, part) => (text.endsWith("'") && part.startsWith("'") ? `${text.slice(0, -1)}${part.slice(1)}` : `${text} || ${part}`))

/** `[…]` of the single texts that a query answers, in its order. */
export const jsonList = (query: Sql): Sql => `'[' || array_to_string(ARRAY(${query}), ',') || ']'`

/** A text constant of the statement, quoted as JSON. */
export const jsonConstant = (text: string): Sql => `'${JSON.stringify(text).replaceAll("'", "''")}'`
