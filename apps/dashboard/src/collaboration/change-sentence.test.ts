import { said } from '../testing/page'
import { some } from '../testing/some'
import { changeSentence } from './change-sentence'
import type { Change } from './collaboration-data'

const change = (unknown: number) => some<Change>({ pairs: 10, gained: 3, lost: 1, unknown, before: { ties: 4 }, after: { ties: 6 } })

describe('the sentence on a network', () => {
  it('says how many worked together before and after, and what came and went', () => {
    expect(changeSentence(change(0), said)).toBe('collaboration.sentence (before 4, after 6, pairs 10) collaboration.gainedLost (gained 3, lost 1)')
  })

  it('says of how many pairs nothing is known, where there are any', () => {
    expect(changeSentence(change(2), said)).toMatch(/ collaboration\.unknownPairs \(smart_count 2\)$/)
  })
})
