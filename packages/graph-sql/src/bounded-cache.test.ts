import { BoundedCache } from './bounded-cache.js'

describe('a bounded cache', () => {
  it('lets go what is old and was not used when there is no room', () => {
    const cache = new BoundedCache<number>(10)
    cache.set('a', 1, 4)
    cache.set('b', 2, 4)
    expect(cache.get('a')).toBe(1)
    cache.set('c', 3, 4)
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3])
  })

  it('makes room even when all is in use', () => {
    const cache = new BoundedCache<number>(10)
    for (const key of ['a', 'b']) cache.set(key, 1, 5)
    for (const key of ['a', 'b']) cache.get(key)
    cache.set('c', 2, 5)
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, 1, 2])
    cache.set('d', 3, 6)
    expect(['b', 'c', 'd'].map((key) => cache.get(key))).toEqual([undefined, undefined, 3])
  })

  it('counts the size of what it keeps anew, and keeps nothing that is larger than all', () => {
    const cache = new BoundedCache<number>(10)
    for (const size of [4, 6, 9]) cache.set('a', size, size)
    cache.set('b', 1, 1)
    expect([cache.get('a'), cache.get('b')]).toEqual([9, 1])
    cache.set('b', 2, 11)
    expect([cache.get('a'), cache.get('b')]).toEqual([9, undefined])
  })
})
