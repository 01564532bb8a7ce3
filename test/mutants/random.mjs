/** Numbers from 0 to 1 that a seed determines (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many of a list, drawn by a seed. */
export function drawn(list, many, seed) {
  const [random, left] = [randomFrom(seed), [...list]]
  return Array.from({ length: Math.min(many, list.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0])
}
