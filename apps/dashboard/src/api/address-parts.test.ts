import { addressIn } from './address-parts'

describe('an address', () => {
  it('names a project, also in capitals, and a day', () => {
    expect(addressIn('?project=AB-1&asOf=2014-01-31')).toEqual({ project: 'ab-1', asOf: '2014-01-31', oddDay: null })
    expect(addressIn('')).toEqual({ project: null, asOf: null, oddDay: null })
  })

  it.each(['9999-12-31', '0025-01-15', '2014-02-30', 'today', ''])('speaks of no day where %j stands', (day) => {
    expect(addressIn(`?asOf=${day}`)).toEqual({ project: null, asOf: null, oddDay: day })
  })
})
