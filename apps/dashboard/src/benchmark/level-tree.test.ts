import { levelTree, placesFor } from './level-tree'

const part = (id: string, aboveId: string | null, weight = 1) => ({ id, title: `Title of ${id}`, weight, aboveId })
const pillars = [part('places', null, 3), part('people', 'inner'), part('inner', null, 1)]
const indicators = [part('jobs', 'people', 1), part('firms', 'people', 3), part('roads', 'places'), part('trust', null, 4)]

describe('the tree of a benchmark', () => {
  it('has each pillar before its parts, with its share at its level and in the index', () => {
    expect(levelTree(pillars, indicators, true).map(({ part: { id }, depth, above, share, effective }) => [id, depth, above, share, effective])).toEqual([
      ['places', 0, null, 0.375, 0.375],
      ['roads', 1, 'Title of places', 1, 0.375],
      ['inner', 0, null, 0.125, 0.125],
      ['people', 1, 'Title of inner', 1, 0.125],
      ['jobs', 2, 'Title of people', 0.25, 0.03125],
      ['firms', 2, 'Title of people', 0.75, 0.09375],
      ['trust', 0, null, 0.5, 0.5],
    ])
  })

  it('counts all alike where no weights are given, and knows no share where all are 0', () => {
    expect(levelTree(pillars, indicators, false).map(({ share }) => share)).toEqual([1 / 3, 1, 1 / 3, 1, 0.5, 0.5, 1 / 3])
    const nothing = levelTree([part('people', null, 0)], [part('jobs', 'people')], true)
    expect(nothing.map(({ share, effective }) => [share, effective])).toEqual([
      [null, null],
      [1, null],
    ])
  })

  it('moves a pillar into no part of itself, and an indicator anywhere', () => {
    expect(placesFor(part('inner', null), pillars).map(({ id }) => id)).toEqual(['places'])
    expect(placesFor(part('jobs', 'people'), pillars)).toHaveLength(3)
  })
})
