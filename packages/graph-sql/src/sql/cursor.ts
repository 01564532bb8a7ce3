import { badInput } from '../errors.js'
import type { Row, Sql } from '../model.js'
import { mapped, valueNow } from '../read/variables.js'
import { checkValue } from './check-value.js'
import { jsonConstant } from './json-text.js'
import type { OrderKey } from './order.js'
import type { Statement } from './statement.js'

const signature = (keys: readonly OrderKey[]) => `1:${keys.map((key) => `${key.path} ${key.direction}`).join(',')}`

/** The cursor of a row, as JSON text: the order it belongs to and the row's keys in it, opaque to whoever gets it. */
export function cursorText(keys: readonly OrderKey[], row: Row): Sql {
  const values = keys.map((key) => `coalesce(to_json((${key.value(row)})::text)::text, 'null')`).join(` || ',' || `)
  const json = `'[' || ${jsonConstant(signature(keys))} || ',' || ${values} || ']'`
  return `'"' || translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'\\n', '') || '"'`
}

/** The keys that a cursor holds. A forged one, or one of another order, is refused. */
function readCursor(cursor: string, keys: readonly OrderKey[], argument: string): (string | null)[] {
  const refuse = () => badInput([argument], 'BAD_CURSOR', `${argument}: this cursor does not belong to this list in this order.`)
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'))
  } catch {
    throw refuse()
  }
  if (!Array.isArray(parts) || parts[0] !== signature(keys) || parts.length !== keys.length + 1) throw refuse()
  const values = parts.slice(1)
  if (!values.every((value, index) => value === null || (typeof value === 'string' && isOfType(value, keys[index]?.sqlType ?? 'text')))) throw refuse()
  return values as (string | null)[]
}

const shapes: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  integer: /^-?\d{1,10}$/,
  numeric: /^-?\d{1,30}(\.\d{1,30})?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  timestamptz: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:?\d{2})?$/,
  boolean: /^(true|false)$/,
}

function isOfType(value: string, sqlType: string): boolean {
  if (!(shapes[sqlType]?.test(value) ?? !value.includes('\u0000'))) return false
  if (sqlType !== 'date') return true
  try {
    checkValue('Date', value, [])
    return true
  } catch {
    return false
  }
}

/** Rows after (or, walked backwards, before) a cursor. */
export function keyset(keys: readonly OrderKey[], row: Row, cursor: unknown, backward: boolean, statement: Statement): Sql {
  const read = (text: unknown) => readCursor(String(text), keys, backward ? 'before' : 'after')
  const values = read(valueNow(cursor)).map((value, index) => (value === null ? null : mapped(cursor, (text) => read(text)[index])))
  const alternatives = keys.map((key, index) => {
    const beyond = isBeyond(key, row, values[index] ?? null, backward, statement)
    if (beyond === null) return null
    const equal = keys.slice(0, index).map((same, at) => isEqual(same, row, values[at] ?? null, statement))
    return `(${[...equal, beyond].join(' AND ')})`
  })
  const possible = alternatives.filter((text) => text !== null)
  return possible.length > 0 ? `(${possible.join(' OR ')})` : 'false'
}

function isEqual(key: OrderKey, row: Row, value: unknown, statement: Statement): Sql {
  return value === null ? `${key.value(row)} IS NULL` : `${key.value(row)} = ${statement.value(value, key.sqlType)}`
}

/** Rows without a value are the last of the order: nothing comes after them, everything with a value before. */
function isBeyond(key: OrderKey, row: Row, value: unknown, backward: boolean, statement: Statement): Sql | null {
  const at = key.value(row)
  if (value === null) return backward ? `${at} IS NOT NULL` : null
  const sign = (key.direction === 'ASC') === backward ? '<' : '>'
  const compared = `${at} ${sign} ${statement.value(value, key.sqlType)}`
  return key.nullable && !backward ? `(${compared} OR ${at} IS NULL)` : compared
}
