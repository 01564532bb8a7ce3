import { BoundedCache } from './bounded-cache.js'

describe('a bounded cache', () => {
  it('lets go what was not used for longest when there is no room', () => {
    const cache = new BoundedCache<number>(10)
    cache.set('a', 1, 4)
    cache.set('b', 2, 4)
    expect(cache.get('a')).toBe(1)
    cache.set('c', 3, 4)
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3])
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
