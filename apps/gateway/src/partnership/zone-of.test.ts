import { zoneOf } from './zone-of.js'

describe('the time zone that is proposed for a country', () => {
  it('is its own', () => {
    expect(['SI', 'ES', 'PT', 'CY', 'XK'].map(zoneOf)).toEqual(['Europe/Ljubljana', 'Europe/Madrid', 'Europe/Lisbon', 'Asia/Famagusta', 'Europe/Belgrade'])
  })

  it('is none where none is known', () => {
    expect(zoneOf('XX')).toBeNull()
  })
})
