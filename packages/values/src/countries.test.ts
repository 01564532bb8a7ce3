import { countries, FICTIONAL, isCountry } from './countries.js'

describe('the countries', () => {
  it('are the 249 of ISO 3166-1 and Kosovo, each once', () => {
    expect([countries.length, new Set(countries).size]).toEqual([250, 250])
    expect(['IT', 'SI', 'GB', 'GR', 'BQ', 'SS', 'XK'].filter((code) => !countries.includes(code))).toEqual([])
  })

  it('are none that is no more, never was one, or goes by another code', () => {
    expect(['DD', 'SU', 'YU', 'CS', 'FX', 'UK', 'EL', 'EU', 'AN', 'ZZ', FICTIONAL].filter((code) => countries.includes(code))).toEqual([])
  })

  it('each have a name of their own', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    expect(new Set(countries.map((code) => names.of(code))).size).toBe(250)
  })

  it('are known by two capital letters; so is what is made up', () => {
    expect(['IT', FICTIONAL, 'it', 'ITA', 'ZZ', ''].map(isCountry)).toEqual([true, true, false, false, false, false])
  })
})
