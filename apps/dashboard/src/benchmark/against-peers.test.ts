import { some } from '../testing/some'
import { againstPeers } from './against-peers'
import type { UnitDetails } from './edition-data'
import { shareOf } from './rank-axis'

const unit = (title: string, ...shares: (number | null)[]) =>
  some<UnitDetails>({
    title,
    contributions: shares.map((normalised, index) => ({ indicatorId: `i${index}`, normalised, value: normalised === null ? null : normalised * 10 })),
  })

describe('a unit beside its peers', () => {
  const [first, second] = againstPeers(unit('Own', 0.5, null), [unit('Alpha', 0.2, 0.4), unit('Beta', 0.9, null), unit('Gamma', 0.5, 0.1)])

  it('is compared indicator by indicator', () => {
    expect([first?.indicatorId, second?.indicatorId]).toEqual(['i0', 'i1'])
    expect(first?.own.normalised).toBe(0.5)
  })

  it('is compared with peers of which the figure is known', () => {
    expect(first?.peers.map(({ title }) => title)).toEqual(['Alpha', 'Beta', 'Gamma'])
    expect(second?.peers).toEqual([
      { title: 'Alpha', normalised: 0.4, value: 4 },
      { title: 'Gamma', normalised: 0.1, value: 1 },
    ])
  })

  it('has their middle beside it', () => {
    expect([first?.middle, second?.middle]).toEqual([0.5, 0.25])
  })

  it('is better than those behind it, not than equals', () => {
    expect([first?.betterThan, second?.betterThan]).toEqual([1, 0])
  })

  it('without peers has no middle', () => {
    expect(againstPeers(unit('Own', 0.5), [])).toMatchObject([{ peers: [], middle: null, betterThan: 0 }])
  })
})

describe('the axis of ranks', () => {
  it('goes from the first place to the last, a little inside', () => {
    expect([shareOf(1, 11), shareOf(6, 11), shareOf(11, 11)]).toEqual([3, 50, 97])
  })

  it('of one place begins at its start', () => {
    expect(shareOf(1, 1)).toBe(3)
  })
})
