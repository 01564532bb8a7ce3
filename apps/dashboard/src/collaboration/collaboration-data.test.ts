import { enumValues } from '../api/contract'
import { said } from '../testing/page'
import { some } from '../testing/some'
import { type Actor, byKindAndName, isTied, type Level, levelText, strengthOf, type Tie, tieFrom, tieOf, turnOf } from './collaboration-data'

const [none, weak, strong] = enumValues('CollaborationLevel') as unknown as [Level, Level, Level]
const tie = (before: Level, after: Level): Tie => ({ version: 1, actorId: 'a', otherId: 'b', before, after })

describe('a level', () => {
  it('is as strong as its place, and not known without one', () => {
    expect([strengthOf(none), strengthOf(weak), strengthOf(strong), strengthOf(null)]).toEqual([0, 1, 2, null])
  })

  it('is said in words', () => {
    expect([levelText(weak, said), levelText(null, said)]).toEqual([`enums.CollaborationLevel.${weak}`, 'app.unknown'])
  })
})

describe('a tie', () => {
  it('counts from a strength on, at its time', () => {
    expect([isTied(tie(weak, strong), 'before', 2), isTied(tie(weak, strong), 'after', 2)]).toEqual([false, true])
  })

  it('that is not known does not count', () => {
    expect(isTied(tie(null, weak), 'before', 1)).toBe(false)
  })

  it('is that of its two actors, whichever comes first', () => {
    const ties = [tie(weak, weak)]
    expect([tieOf(ties, 'a', 'b'), tieOf(ties, 'b', 'a')]).toEqual([ties[0], ties[0]])
    expect(tieOf(ties, 'a', 'c')).toBeUndefined()
  })

  it('is there only where both actors can be read', () => {
    const row = { version: 1, before: none, after: weak, actor: { id: 'a' }, other: { id: 'b' } }
    expect(tieFrom(row)).toEqual([tie(none, weak)])
    expect(tieFrom({ ...row, other: null })).toEqual([])
  })
})

describe('what became of a pair', () => {
  const became = (before: Level, after: Level, from = 1) => turnOf({ before, after }, from)

  it('is gained or lost where it passes the strength that counts', () => {
    expect([became(none, weak), became(strong, none), became(weak, strong, 2), became(strong, weak, 2)]).toEqual(['gained', 'lost', 'gained', 'lost'])
  })

  it('is stronger, weaker or the same above it', () => {
    expect([became(weak, strong), became(strong, weak), became(weak, weak)]).toEqual(['stronger', 'weaker', 'same'])
  })

  it('is none below it, whatever changed', () => {
    expect([became(none, none), became(none, weak, 2)]).toEqual(['none', 'none'])
  })

  it('is not known where one of both times is not', () => {
    expect([became(null, weak), became(weak, null)]).toEqual(['unknown', 'unknown'])
  })
})

describe('actors', () => {
  it('stand by kind in the order of the kinds, then by name', () => {
    const [first, second] = enumValues('ActorKind') as [Actor['kind'], Actor['kind']]
    const actor = (kind: Actor['kind'], name: string) => some<Actor>({ kind, name })
    const sorted = [actor(second, 'Alpha'), actor(first, 'Beta'), actor(first, 'Alpha')].sort(byKindAndName)
    expect(sorted.map(({ kind, name }) => [kind, name])).toEqual([
      [first, 'Alpha'],
      [first, 'Beta'],
      [second, 'Alpha'],
    ])
  })
})
