import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { divisions as english } from './divisions.en'
import { divisions as italian } from './divisions.it'

/** First and last division of each section, as the schema declares them. */
const declared = readFileSync(join(import.meta.dirname, '../../../../packages/schema/src/foresight/nace-divisions.ts'), 'utf8')
const sections = [...declared.matchAll(/^ {2}([A-U]): \[(\d+), (\d+)\]/gm)].map(([, letter = '', first, last]) => ({
  letter,
  first: Number(first),
  last: Number(last),
}))
const codes = sections.flatMap(({ letter, first, last }) =>
  Array.from({ length: last - first + 1 }, (_, step) => `${letter}${String(first + step).padStart(2, '0')}`),
)

describe('divisions of the economy', () => {
  it.each([
    ['English', english],
    ['Italian', italian],
  ])('each have a name of their own in %s', (_, names) => {
    expect(codes).toHaveLength(88)
    expect(Object.keys(names)).toEqual(codes)
    expect(new Set(Object.values(names)).size).toBe(88)
  })
})
