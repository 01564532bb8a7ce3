import { some } from '../testing/some'
import type { Cited } from './citations'
import { contradictions } from './contradictions'

const cited = (id: string, field: string | null, says: string | null) => some<Cited>({ id, field, says })

describe('what sources contradict each other on', () => {
  it('is a field of which they say different things', () => {
    const found = contradictions([cited('a', 'endsOn', '2022'), cited('b', 'endsOn', '2023'), cited('c', 'title', 'Salt'), cited('d', 'title', 'Salt')])
    expect([...found].map(([field, sources]) => [field, sources.map(({ id }) => id)])).toEqual([['endsOn', ['a', 'b']]])
  })

  it('may be the record as a whole; who says nothing contradicts nobody', () => {
    expect([...contradictions([cited('a', null, 'One'), cited('b', null, 'Two')]).keys()]).toEqual([''])
    expect(contradictions([cited('a', 'endsOn', '2022'), cited('b', 'endsOn', null)]).size).toBe(0)
  })
})
