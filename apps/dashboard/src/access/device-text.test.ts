import { said } from '../testing/page'
import { deviceText } from './device-text'

const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1'
const chrome = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36'
const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0'
const firefox = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:125.0) Gecko/20100101 Firefox/125.0'

describe('a device', () => {
  it('is its browser and its system, whatever else it claims to be', () => {
    expect([safari, chrome, edge, firefox].map((agent) => deviceText(agent, said))).toEqual([
      'account.deviceOn (browser Safari, system iPhone)',
      'account.deviceOn (browser Chrome, system Android)',
      'account.deviceOn (browser Edge, system Windows)',
      'account.deviceOn (browser Firefox, system macOS)',
    ])
  })

  it('of a system that nobody knows is its browser', () => {
    expect(deviceText('Mozilla/5.0 (Haiku) Firefox/125.0', said)).toBe('Firefox')
  })

  it('that is no browser is called by its own first word', () => {
    expect([deviceText('curl/8.5.0', said), deviceText('', said)]).toEqual(['curl', ''])
  })
})
