import { some } from '../testing/some'
import { addressOf, csvOf, type Edition, type EditionResult, frozenValueOf, indicatorOf, medianOf, rankedUnits } from './edition-data'

const edition = some<Edition>({
  data: {
    indicators: [{ id: 'jobs' }, { id: 'patents' }],
    values: [
      { entryId: 'a', indicatorId: 'jobs', value: 1 },
      { entryId: 'a', indicatorId: 'patents', value: 2 },
      { entryId: 'b', indicatorId: 'jobs', value: 3 },
    ],
  },
})

describe('an edition', () => {
  it('ranks who is not only planned', () => {
    const result = some<EditionResult>({
      units: [
        { title: 'Alpha', planned: false },
        { title: 'Beta', planned: true },
      ],
    })
    expect(rankedUnits(result).map(({ title }) => title)).toEqual(['Alpha'])
  })

  it('has a value for an entry and an indicator together', () => {
    expect([frozenValueOf(edition, 'b', 'jobs')?.value, frozenValueOf(edition, 'a', 'patents')?.value]).toEqual([3, 2])
    expect(frozenValueOf(edition, 'b', 'patents')).toBeUndefined()
  })

  it('knows the indicators that it froze', () => {
    expect([indicatorOf(edition, 'patents')?.id, indicatorOf(edition, 'other')]).toEqual(['patents', undefined])
  })

  it('stands at an address of its own, as JSON and as CSV', () => {
    expect([addressOf('7'), csvOf('7')]).toEqual(['/benchmarks/7.json', '/benchmarks/7.csv'])
  })
})

describe('the middle of figures', () => {
  it('is the one in the middle, and between the two of an even count', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 3, 2]), medianOf([7])]).toEqual([2, 2.5, 7])
  })

  it('goes by size and not by letters, and leaves the figures in their order', () => {
    const figures = [10, 9, 100]
    expect([medianOf(figures), figures]).toEqual([10, [10, 9, 100]])
  })

  it('of none is not known', () => {
    expect(medianOf([])).toBeNull()
  })
})
