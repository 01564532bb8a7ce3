import { countryOfNuts, levelOfNuts, nutsByCode, nutsRegions, parentOfNuts, searchNuts } from './nuts-regions.js'

describe('the official regions', () => {
  it('have a level and a country by their codes, and each but a country one above them', () => {
    const codes = new Set(nutsRegions().map(({ code }) => code))
    expect([...codes].filter((code) => levelOfNuts(code) === 0)).toHaveLength(38)
    const orphans = [...codes].filter((code) => parentOfNuts(code) !== null && !codes.has(parentOfNuts(code) as string))
    expect(orphans).toEqual([])
    expect([countryOfNuts('EL30'), countryOfNuts('UKI'), countryOfNuts('ITI3')]).toEqual(['GR', 'GB', 'IT'])
  })

  it('are as many at level 2 as the regulations say', () => {
    const union = [
      'BE',
      'BG',
      'CZ',
      'DK',
      'DE',
      'EE',
      'IE',
      'EL',
      'ES',
      'FR',
      'HR',
      'IT',
      'CY',
      'LV',
      'LT',
      'LU',
      'HU',
      'MT',
      'NL',
      'AT',
      'PL',
      'PT',
      'RO',
      'SI',
    ]
    const inUnion = (code: string) => [...union, 'SK', 'FI', 'SE'].includes(code.slice(0, 2))
    const count = (version: number, also: readonly string[] = []) =>
      nutsRegions().filter(({ code, versions }) => levelOfNuts(code) === 2 && versions.includes(version) && (inUnion(code) || also.includes(code.slice(0, 2))))
        .length
    // Regulations (EU) 2019/1755 (27 states) and 2016/2066 (28 states).
    expect(count(2021)).toBe(242)
    expect(count(2016, ['UK'])).toBe(281)
  })

  it('are those of candidate countries too', () => {
    const version = (code: string) => nutsByCode([code])[0]?.nutsVersion
    expect(['AL01', 'ME00', 'MK00', 'RS11', 'TR10'].map(version)).toEqual([2021, 2021, 2021, 2021, 2021])
  })

  it('are found by code as the newest list has them, and by name without its marks', () => {
    expect(nutsByCode(['ITE3', 'ITI3', 'ZZ99'])).toEqual([
      { code: 'ITE3', name: 'Marche', nutsVersion: 2006, versions: [2003, 2006] },
      { code: 'ITI3', name: 'Marche', nutsVersion: 2021, versions: [2010, 2013, 2016, 2021] },
    ])
    expect(nutsByCode(['MK00'])[0]?.name).toBe('Severna Makedonija')
    expect(searchNuts('shqiperia', 10).map(({ code }) => code)).toEqual(['AL', 'AL0'])
    expect(searchNuts('gr30', 10).map(({ code }) => code)[0]).toBe('EL30')
    expect(searchNuts(' ', 10)).toEqual([])
    expect(searchNuts('a', 7)).toHaveLength(7)
  })
})
