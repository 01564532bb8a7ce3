import fc from 'fast-check'
import { networkChange, type Tie } from './network-change.js'

/** Padgett's Florentine families (Wasserman & Faust 1994, appendix B): marriages and business between sixteen families. */
const families = 'Acciaiuoli Albizzi Barbadori Bischeri Castellani Ginori Guadagni Lamberteschi Medici Pazzi Peruzzi Pucci Ridolfi Salviati Strozzi Tornabuoni'
const marriages = `Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani Barbadori-Medici Bischeri-Guadagni
  Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi
  Medici-Salviati Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni`
const business = `Barbadori-Castellani Barbadori-Ginori Barbadori-Medici Barbadori-Peruzzi Bischeri-Guadagni Bischeri-Lamberteschi
  Bischeri-Peruzzi Castellani-Lamberteschi Castellani-Peruzzi Ginori-Medici Guadagni-Lamberteschi Lamberteschi-Peruzzi Medici-Pazzi
  Medici-Salviati Medici-Tornabuoni`

const pairsOf = (text: string) => new Set(text.split(/\s+/))

function florence(): { actors: string[]; ties: Tie[] } {
  const [first, second] = [pairsOf(marriages), pairsOf(business)]
  const ties = [...new Set([...first, ...second])].map((pair) => {
    const [a = '', b = ''] = pair.split('-')
    return { a, b, before: Number(first.has(pair)), after: Number(second.has(pair)) }
  })
  return { actors: families.split(' '), ties }
}

test('the Florentine families have the published densities, and their two networks a Jaccard index of 0.296', () => {
  const { before, after, kept, gained, lost, stability, pairs } = networkChange(florence())
  expect(pairs).toBe(120)
  expect(before).toMatchObject({ ties: 20, density: expect.closeTo(0.1667, 4), meanDegree: 2.5, isolates: 1, eiIndex: null })
  expect(after).toMatchObject({ ties: 15, density: 0.125, isolates: 5 })
  expect([kept, gained, lost]).toEqual([8, 7, 12])
  expect(stability).toBeCloseTo(0.296, 3)
})

test('ties within and across kinds, by the least strength that counts, and what is not known', () => {
  const input = {
    actors: ['a', 'b', 'c', 'd'],
    groups: ['firm', 'firm', 'research', 'research'],
    ties: [
      { a: 'a', b: 'b', before: 1, after: 3 },
      { a: 'b', b: 'c', before: 0, after: 2 },
      { a: 'c', b: 'a', before: 3, after: 2 },
      { a: 'c', b: 'd', before: null, after: 1 },
    ],
  }
  expect(networkChange(input)).toEqual({
    actors: 4,
    pairs: 6,
    before: { ties: 2, density: 0.4, meanDegree: 1, isolates: 1, eiIndex: 0 },
    after: { ties: 4, density: expect.closeTo(2 / 3, 12), meanDegree: 2, isolates: 0, eiIndex: 0 },
    kept: 2,
    gained: 1,
    lost: 0,
    stronger: 1,
    weaker: 1,
    unknown: 1,
    stability: expect.closeTo(2 / 3, 12),
  })
  expect(networkChange({ ...input, from: 2 })).toMatchObject({ kept: 1, gained: 2, lost: 0, before: { ties: 1, eiIndex: 1 } })
})

test('the order of ties, and of the two actors in one, does not matter', () => {
  const { actors, ties } = florence()
  const expected = networkChange({ actors, ties })
  fc.assert(
    fc.property(fc.shuffledSubarray(ties, { minLength: ties.length }), fc.infiniteStream(fc.boolean()), (shuffled, turns) => {
      const turned = shuffled.map((tie) => (turns.next().value ? { ...tie, a: tie.b, b: tie.a } : tie))
      expect(networkChange({ actors, ties: turned })).toEqual(expected)
    }),
  )
})

test.each([
  [{ actors: ['a'], ties: [] }, 'TOO_FEW', 'actors'],
  [{ actors: ['a', 'a'], ties: [] }, 'DUPLICATE_KEY', 'actors'],
  [{ actors: ['a', 'b'], ties: [{ a: 'a', b: 'z', before: 1, after: 1 }] }, 'UNKNOWN_UNIT', 'ties[0].b'],
  [{ actors: ['a', 'b'], ties: [{ a: 'a', b: 'a', before: 1, after: 1 }] }, 'OUT_OF_RANGE', 'ties[0].b'],
  [{ actors: ['a', 'b'], ties: [{ a: 'a', b: 'b', before: -1, after: 1 }] }, 'OUT_OF_RANGE', 'ties[0].before'],
  [
    {
      actors: ['a', 'b'],
      ties: [
        { a: 'a', b: 'b', before: 1, after: 1 },
        { a: 'b', b: 'a', before: 1, after: 1 },
      ],
    },
    'DUPLICATE_KEY',
    'ties[1]',
  ],
])('refuses %j as %s at "%s"', (input, code, path) => {
  expect(() => networkChange(input)).toThrow(expect.objectContaining({ code, path }))
})
