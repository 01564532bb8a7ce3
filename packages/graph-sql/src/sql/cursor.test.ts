import { cursorText, keyset } from './cursor.js'
import type { OrderKey } from './order.js'
import { Statement } from './statement.js'

const id = '018bcfe5-6850-7001-8000-000000000050'
const key = (path: string, more: Partial<OrderKey> = {}): OrderKey => ({
  ...{ path, direction: 'ASC', nullable: false, sqlType: 'text', value: ({ alias }) => `${alias}.${path}` },
  ...more,
})
const end = key('id', { sqlType: 'uuid' })
const byTitle = [key('title'), end]
const byPages = [key('pages', { nullable: true, sqlType: 'integer' }), end]

const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64')
const signature = (keys: readonly OrderKey[]) => `2:Book:${keys.map(({ path, direction }) => `${path} ${direction}`).join(',')}`

/** The condition of a place, with its values in their order. */
function placed(keys: readonly OrderKey[], cursor: string, backward = false): string {
  const statement = new Statement({ shape: '', values: {} })
  const text = keyset({ list: 'Book', keys, cursor, backward }, statement.row('b'), statement)
  const values = statement.recipes.map((recipe) => recipe({}, statement.viewer))
  return text.replace(/\$(\d+)::(\w+)/g, (_, place: string) => `«${values[Number(place) - 1]}»`)
}

const after = (keys: readonly OrderKey[], ...values: unknown[]) => placed(keys, cursorOf(signature(keys), ...values))
const before = (keys: readonly OrderKey[], ...values: unknown[]) => placed(keys, cursorOf(signature(keys), ...values), true)

describe('rows beyond a cursor', () => {
  it('are compared as a row where all keys have values and one direction', () => {
    expect(after(byTitle, 'Rivers', id)).toBe(`(b.title, b.id) > («Rivers», «${id}»)`)
    expect(before(byTitle, 'Rivers', id)).toBe(`(b.title, b.id) < («Rivers», «${id}»)`)
  })

  it('are turned round for an order from the greatest', () => {
    const keys = [key('title', { direction: 'DESC' }), key('id', { sqlType: 'uuid', direction: 'DESC' })]
    expect(after(keys, 'Rivers', id)).toBe(`(b.title, b.id) < («Rivers», «${id}»)`)
    expect(before(keys, 'Rivers', id)).toBe(`(b.title, b.id) > («Rivers», «${id}»)`)
  })

  it('are alternatives behind a bound where directions differ', () => {
    const keys = [key('title'), key('id', { sqlType: 'uuid', direction: 'DESC' })]
    expect(after(keys, 'Rivers', id)).toBe(`b.title >= «Rivers» AND ((b.title > «Rivers») OR (b.title = «Rivers» AND b.id < «${id}»))`)
  })

  it('have those without a value last', () => {
    expect(after(byPages, '210', id)).toBe(`(((b.pages > «210» OR b.pages IS NULL)) OR (b.pages = «210» AND b.id > «${id}»))`)
    expect(after(byPages, null, id)).toBe(`((b.pages IS NULL AND b.id > «${id}»))`)
    expect(before(byPages, null, id)).toBe(`((b.pages IS NOT NULL) OR (b.pages IS NULL AND b.id < «${id}»))`)
    expect(before(byPages, '210', id)).toBe(`b.pages <= «210» AND ((b.pages < «210») OR (b.pages = «210» AND b.id < «${id}»))`)
  })

  it('are none after a last key without a value', () => {
    expect(after([key('pages', { nullable: true, sqlType: 'integer' })], null)).toBe('false')
  })
})

describe('a cursor', () => {
  it.each([
    ['that is no base64 of JSON', 'forged'],
    ['of another list', cursorOf('2:Author:title ASC,id ASC', 'Rivers', id)],
    ['of another order', cursorOf('2:Book:title DESC,id ASC', 'Rivers', id)],
    ['with a key too few', cursorOf(signature(byTitle), 'Rivers')],
    ['with a key too many', cursorOf(signature(byTitle), 'Rivers', id, id)],
    ['with an id that is none', cursorOf(signature(byTitle), 'Rivers', 'x')],
    ['with a number for a text', cursorOf(signature(byTitle), 7, id)],
    ['with a text that cannot be stored', cursorOf(signature(byTitle), 'a\u0000', id)],
    ['that is no list', Buffer.from('{}').toString('base64')],
  ])('%s is refused', (_, cursor) => {
    expect(() => placed(byTitle, cursor)).toThrow('after: this cursor does not belong to this list in this order.')
    expect(() => placed(byTitle, cursor, true)).toThrow('before: this cursor')
  })

  it.each([
    ['integer', '12', '1.5'],
    ['numeric', '-1.25', '1e5'],
    ['date', '2012-02-29', '2014-02-31'],
    ['timestamptz', '2024-01-08 09:00:00.5+00', '2024-01-08T09:00:00Z'],
    ['boolean', 'true', 'yes'],
  ])('holds %s as %s, and not %s', (sqlType, good, bad) => {
    const keys = [key('x', { sqlType })]
    expect(after(keys, good)).toBe(`(b.x) > («${good}»)`)
    expect(() => after(keys, bad)).toThrow('this cursor')
  })

  it('says which list and order it belongs to, and the keys of its row', () => {
    const text = cursorText('Book', byTitle, new Statement({ shape: '', values: {} }).row('b'))
    expect(text).toContain(`'"2:Book:title ASC,id ASC"'`)
    expect(text).toContain(`coalesce(to_json((b.title)::text)::text, 'null') || ',' || coalesce(to_json((b.id)::text)::text, 'null')`)
  })
})
