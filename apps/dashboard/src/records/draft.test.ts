import { draftKey, givesWay, goesWith, isOver } from './draft'

const DAY = 24 * 3600 * 1000
const draft = { values: {}, version: 1, at: 100 * DAY }

describe('a draft', () => {
  it('is kept for its person and for what is filled in', () => {
    const keys = [draftKey('ada', 'pilots/1'), draftKey('ada', 'pilots/2'), draftKey('bob', 'pilots/1'), draftKey('ada', 'pilots/new')]
    expect(new Set(keys).size).toBe(4)
    expect(draftKey('ada', 'pilots/1')).toBe('ada pilots/1')
  })

  it('goes after thirty days', () => {
    expect([isOver(draft, 129 * DAY), isOver(draft, 130 * DAY), isOver(draft, 130 * DAY + 1)]).toEqual([false, false, true])
  })

  it('from a clock that runs ahead stays', () => {
    expect(isOver(draft, 99 * DAY)).toBe(false)
  })

  it('goes when its person signs out, with what others left without a word', () => {
    const kept = { ...draft, kept: true as const }
    const drafts = [
      ['ada pilots/1', draft],
      ['ada pilots/2', kept],
      ['bob pilots/1', draft],
      ['bob pilots/2', kept],
    ] as const
    expect(drafts.map(([key, one]) => goesWith(key, one, 'ada'))).toEqual([true, true, true, false])
    expect(drafts.map(([key, one]) => givesWay(key, one, 'ada'))).toEqual([false, false, true, false])
  })
})
