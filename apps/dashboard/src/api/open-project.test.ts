import { openMembership } from './open-project'

const of = (id: string, demonstration = false) => ({ project: { id, demonstration } })

describe('the project that is open', () => {
  it.each([
    ['the one of the address', [of('a'), of('b'), of('c', true)], 'b', 'a', 'b'],
    ['else the one that was open last', [of('a'), of('b'), of('c', true)], 'x', 'b', 'b'],
    ['else the demonstration', [of('a'), of('c', true)], null, 7, 'c'],
    ['else the first', [of('a'), of('b')], null, null, 'a'],
    ['or none', [], 'a', 'a', undefined],
  ])('is %s', (_, memberships, inAddress, last, id) => {
    expect(openMembership(memberships, inAddress, last)?.project.id).toBe(id)
  })
})
