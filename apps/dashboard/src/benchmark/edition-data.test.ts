import { some } from '../testing/some'
import {
  comparedValueOf,
  csvOf,
  type Edition,
  type EditionResult,
  frozenValueOf,
  indicatorOf,
  medianOf,
  type PublicEdition,
  pillarsOf,
  rankedUnits,
  type UnitDetails,
  wholeEdition,
} from './edition-data'

const edition = some<Edition>({ data: { indicators: [{ id: 'jobs' }, { id: 'patents' }] } })

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

  it('has a value for each indicator of one that it compares', () => {
    const details = some<UnitDetails>({ frozenValues: [{ indicatorId: 'jobs', value: 3 }] })
    expect([frozenValueOf(details, 'jobs')?.value, frozenValueOf(details, 'patents'), frozenValueOf(undefined, 'jobs')]).toEqual([3, undefined, undefined])
  })

  it('is whole once it has been computed', () => {
    expect(wholeEdition(some<PublicEdition>({ title: 'Spring', frozen: null, result: null }))).toBeNull()
    const computed = some<PublicEdition>({ title: 'Spring', frozen: { indicators: [{ id: 'jobs' }], pillars: null }, result: { units: [] } })
    expect(wholeEdition(computed)).toEqual({ title: 'Spring', data: computed.frozen, allIndicators: [{ id: 'jobs' }], result: computed.result })
  })

  it('shows what was divided as it was compared, with its source', () => {
    const frozenValues = [{ indicatorId: 'jobs', value: 300, source: 'Survey' }]
    const details = some<UnitDetails>({ frozenValues, contributions: [{ indicatorId: 'jobs', value: 15 }] })
    expect([comparedValueOf(details, 'jobs'), comparedValueOf(details, 'firms')]).toEqual([{ indicatorId: 'jobs', value: 15, source: 'Survey' }, undefined])
  })

  it('compares nothing that others are counted per', () => {
    const indicators = [{ id: 'jobs', denominatorId: 'people' }, { id: 'people' }]
    const edition = wholeEdition(some<PublicEdition>({ frozen: { indicators, pillars: null }, result: { units: [] } }))
    expect([edition?.data.indicators.map(({ id }) => id), edition?.allIndicators.map(({ id }) => id)]).toEqual([['jobs'], ['jobs', 'people']])
  })

  it('without pillars is an index of one level', () => {
    expect(pillarsOf(some<Edition>({ data: { pillars: null } }))).toEqual([])
    expect(pillarsOf(some<Edition>({ data: { pillars: [{ id: 'people' }] } }))).toEqual([{ id: 'people' }])
  })

  it('knows the indicators that it froze', () => {
    expect([indicatorOf(edition, 'patents')?.id, indicatorOf(edition, 'other')]).toEqual(['patents', undefined])
  })

  it('has its data at an address of its own', () => {
    expect(csvOf('7')).toBe('/benchmarks/7.csv')
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
