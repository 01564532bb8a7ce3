import { uuidArray } from './uuid-array.js'

const ids = ['018bcfe5-6850-7001-8000-000000000050', 'FFFFFFFF-6808-7001-8000-0000000000ff']

test('identities become the bytes of a uuid[]: dimensions, nulls, type, length, first index, then each item', () => {
  const bytes = uuidArray(ids) as Buffer
  expect([0, 4, 8, 12, 16].map((at) => bytes.readInt32BE(at))).toEqual([1, 0, 2950, 2, 1])
  expect(bytes.subarray(20).toString('hex')).toBe(`00000010${ids.map((id) => id.toLowerCase().replaceAll('-', '')).join('00000010')}`)
})

test('a list is encoded once for as long as it lives', () => {
  expect(uuidArray(ids)).toBe(uuidArray(ids))
  expect(uuidArray([...ids])).toEqual(uuidArray(ids))
})

test.each([[[]], [['no identity']], [[null]], [undefined], ['018bcfe5-6850-7001-8000-000000000050']])('%j stays as it is', (given) => {
  expect(uuidArray(given)).toBe(given)
})
