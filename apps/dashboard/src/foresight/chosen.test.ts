import { chosenOf } from './chosen'
import type { Choices } from './position-data'

const choices: Choices = {
  measures: [2016, 2012, 2014].map((year) => ({ measure: 'EMPLOYMENT' as const, year })),
  regions: [
    { id: 'r1', code: 'ITH5', name: 'Emilia-Romagna', country: 'IT' },
    { id: 'r2', code: 'HR03', name: 'Jadranska Hrvatska', country: 'HR' },
  ] as unknown as Choices['regions'],
}

const asked = (address = '', known = choices) => chosenOf(known, 'p', new URLSearchParams(address)).asked

describe('what the page of positions speaks of', () => {
  it('is the first region and the widest span of years, where its address says nothing', () => {
    expect(asked()).toEqual({ regionId: 'r1', measure: 'EMPLOYMENT', fromYear: 2012, year: 2016, projectId: 'p', reference: { withoutSelf: false } })
  })

  it('is what its address asks for', () => {
    expect(asked('region=r2&from=2014&year=2016')).toMatchObject({ regionId: 'r2', fromYear: 2014, year: 2016 })
  })

  it('compares a region with those that its address asks for', () => {
    expect(asked('compared=countryOthers').reference).toEqual({ withoutSelf: false })
    expect(asked('reference=others').reference).toEqual({ withoutSelf: true })
    expect(asked('region=r2&reference=country').reference).toEqual({ country: 'HR', withoutSelf: false })
    expect(asked('reference=countryOthers').reference).toEqual({ country: 'IT', withoutSelf: true })
  })

  it('is not what there is none of', () => {
    expect(asked('region=r9&from=1999&year=2030&measure=TURNOVER')).toMatchObject({ regionId: 'r1', fromYear: 2012, year: 2016, measure: 'EMPLOYMENT' })
  })

  it('grows from an earlier year to a later one', () => {
    expect(asked('from=2016&year=2014')).toMatchObject({ fromYear: 2012, year: 2014 })
    expect(asked('from=2014&year=2014')).toMatchObject({ fromYear: 2012, year: 2014 })
    expect(asked('year=2012')).toMatchObject({ year: 2016 })
  })

  it('is one year where there is one only', () => {
    expect(asked('', { ...choices, measures: [{ measure: 'EMPLOYMENT', year: 2014 }] })).toMatchObject({ fromYear: 2014, year: 2014 })
  })

  it('is nothing where there are no statistics', () => {
    expect(asked('', { measures: [], regions: [] })).toMatchObject({ regionId: '', fromYear: 0, year: 0 })
  })

  it('offers each measure once and its years in their order', () => {
    const { measures, years } = chosenOf(choices, 'p', new URLSearchParams())
    expect([measures, years]).toEqual([['EMPLOYMENT'], [2012, 2014, 2016]])
  })
})
