import { type RegionFigures, regionalPosition } from './regional-position.js'

const divisions = ['C10', 'C25', 'J62']

const region = (code: string, after: RegionFigures['after'], before: RegionFigures['before'] = after): RegionFigures => ({
  ...{ regionId: code, code, name: code, performance: null },
  ...{ before, after },
})

const position = (own: RegionFigures, others: readonly RegionFigures[], reference = [own, ...others]) => {
  const found = regionalPosition(own, others, reference, divisions)
  if (!found) throw new Error('no position')
  return found
}

const alike = [region('A', [10, 30, 60]), region('B', [20, 60, 120]), region('C', [5, 15, 30])] as const

describe('a figure that is not known', () => {
  it('makes no difference between regions of one structure', () => {
    const hidden = region('H', [null, 30, 60])
    const found = position(hidden, alike)
    expect(found).toMatchObject({ krugman: 0, reference: ['H', 'A', 'B', 'C'], leftOut: [], total: 90 })
    expect(found.locationQuotients).toEqual([null, expect.closeTo(1, 12), expect.closeTo(1, 12)])
    expect(found.peers.map(({ distance, compared }) => [distance, compared])).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
    ])
  })

  it('keeps its region out of the reference of others, by name, and leaves it a peer on what both have', () => {
    const found = position(alike[0], [alike[1], region('H', [null, 30, 60])])
    expect(found).toMatchObject({ krugman: 0, reference: ['A', 'B'], leftOut: [{ code: 'H', divisions: ['C10'] }] })
    expect(found.peers.find(({ code }) => code === 'H')).toMatchObject({ distance: 0, compared: 2 })
  })

  it('is told as such, with no share, quotient or part of the change', () => {
    const [first] = position(region('H', [null, 30, 60], [1, 20, 50]), alike).divisions
    expect(first).toEqual({
      ...{ division: 'C10', before: 1, value: null, share: null, locationQuotient: null },
      ...{ nationalShare: null, industryMix: null, regionalShare: null },
    })
  })

  it('of the first year is no growth', () => {
    const found = position(region('H', [10, 30, 60], [null, 20, 50]), [])
    expect(found.growth).toBeCloseTo(90 / 70 - 1, 12)
    expect(position(region('H', [10, 30, 60], [null, null, null]), [])).toMatchObject({ growth: null, structuralChange: null, nationalShare: null })
  })

  it('of most of a region makes it nobody’s peer', () => {
    expect(position(alike[0], [region('H', [10, null, null]), region('I', [10, 30, null])]).peers).toEqual([])
  })
})

describe('a reference', () => {
  it('may leave the region itself out', () => {
    const own = region('A', [10, 30, 60])
    const other = region('B', [60, 30, 10])
    expect(position(own, [other]).locationQuotients[0]).toBeCloseTo(0.1 / (70 / 200), 12)
    expect(position(own, [other], [other]).locationQuotients[0]).toBeCloseTo(0.1 / 0.6, 12)
  })

  it('of change has figures of both years: one that comes in later is no growth', () => {
    const own = region('A', [20, 60, 120], [10, 30, 60])
    const found = position(own, [region('B', [10, 30, 60], [null, null, null])])
    expect([found.nationalShare, found.industryMix, found.regionalShare]).toEqual([expect.closeTo(100, 9), expect.closeTo(0, 9), expect.closeTo(0, 9)])
  })
})
