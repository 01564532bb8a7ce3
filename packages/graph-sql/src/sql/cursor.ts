import { badInput } from '../errors.js'
import type { Row, Sql } from '../model.js'
import { mapped, valueNow } from '../read/variables.js'
import { uuidForm } from '../uuid.js'
import { checkValue } from './check-value.js'
import { jsonConstant } from './json-text.js'
import type { OrderKey } from './order.js'
import type { Statement } from './statement.js'

const signature = (list: string, keys: readonly OrderKey[]) => `2:${list}:${keys.map((key) => `${key.path} ${key.direction}`).join(',')}`

/** The cursor of a row, as JSON text: the list and order it belongs to and the row's keys in it, opaque to whoever gets it. */
export function cursorText(list: string, keys: readonly OrderKey[], row: Row): Sql {
  const values = keys.map((key) => `coalesce(to_json((${key.value(row)})::text)::text, 'null')`).join(` || ',' || `)
  const json = `'[' || ${jsonConstant(signature(list, keys))} || ',' || ${values} || ']'`
  return `'"' || translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'\\n', '') || '"'`
}

/** The keys that a cursor holds. A forged one, or one of another order, is refused. */
function readCursor(cursor: string, list: string, keys: readonly OrderKey[], argument: string): (string | null)[] {
  const refuse = () => badInput([argument], 'BAD_CURSOR', `${argument}: this cursor does not belong to this list in this order.`)
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'))
  } catch {
    throw refuse()
  }
  if (!Array.isArray(parts) || parts[0] !== signature(list, keys) || parts.length !== keys.length + 1) throw refuse()
  const values = parts.slice(1)
  if (!values.every((value, index) => value === null || (typeof value === 'string' && isOfType(value, keys[index]?.sqlType ?? 'text')))) throw refuse()
  return values as (string | null)[]
}

const shapes: Readonly<Record<string, RegExp>> = {
  uuid: uuidForm,
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

/** The place that a cursor marks: the list's name, its keys, the cursor's text (or the variable that holds it), and which way the walk goes. */
export interface Place {
  readonly list: string
  readonly keys: readonly OrderKey[]
  readonly cursor: unknown
  readonly backward: boolean
}

/**
 * Rows after (or, walked backwards, before) a cursor. Keys that all have values and one direction are compared as a row,
 * which an index answers at any depth; others as alternatives, behind a bound on the first key where that has values.
 */
export function keyset({ list, keys, cursor, backward }: Place, row: Row, statement: Statement): Sql {
  const read = (text: unknown) => readCursor(String(text), list, keys, backward ? 'before' : 'after')
  const values = read(valueNow(cursor)).map((value, index) => (value === null ? null : mapped(cursor, (text) => read(text)[index])))
  const [first] = keys
  if (!first) return 'false'
  const placed = keys.map((key, index): Sql | null => (values[index] === null ? null : statement.value(values[index], key.sqlType)))
  if (keys.every((key) => !key.nullable && key.direction === first.direction)) {
    return `(${keys.map((key) => key.value(row)).join(', ')}) ${sign(first, backward)} (${placed.join(', ')})`
  }
  const alternatives = keys.map((key, index) => {
    const beyond = isBeyond(key, row, placed[index] ?? null, backward)
    if (beyond === null) return null
    const equal = keys.slice(0, index).map((same, at) => isEqual(same, row, placed[at] ?? null))
    return `(${[...equal, beyond].join(' AND ')})`
  })
  const possible = alternatives.filter((text) => text !== null)
  if (possible.length === 0) return 'false'
  const bounded = placed[0] && (!first.nullable || backward) ? `${first.value(row)} ${sign(first, backward)}= ${placed[0]} AND ` : ''
  return `${bounded}(${possible.join(' OR ')})`
}

const sign = ({ direction }: OrderKey, backward: boolean) => ((direction === 'ASC') === backward ? '<' : '>')

const isEqual = (key: OrderKey, row: Row, value: Sql | null): Sql => (value === null ? `${key.value(row)} IS NULL` : `${key.value(row)} = ${value}`)

/** Rows without a value are the last of the order: nothing comes after them, everything with a value before. */
function isBeyond(key: OrderKey, row: Row, value: Sql | null, backward: boolean): Sql | null {
  const at = key.value(row)
  if (value === null) return backward ? `${at} IS NOT NULL` : null
  const compared = `${at} ${sign(key, backward)} ${value}`
  return key.nullable && !backward ? `(${compared} OR ${at} IS NULL)` : compared
}
