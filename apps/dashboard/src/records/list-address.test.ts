import { recordOf } from '../api/contract'
import { isFitting } from './list-address'

const pilots = recordOf('pilots')

const addressOf = (parts: Readonly<Record<string, unknown>>) =>
  `?${new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))}`

describe('what an address says of a list', () => {
  it.each([
    [{}],
    [{ filter: { q: 'skills', status: { eq: 'RUNNING' }, archived: true }, displayedFilters: { 'partner.id.eq': true } }],
    [{ filter: {}, sort: 'title', order: 'DESC', page: '2', perPage: '25' }],
    [{ sort: 'id', order: 'ASC' }],
  ])('is taken: %j', (parts) => {
    expect(isFitting(pilots, addressOf(parts))).toBe(true)
  })

  it.each([
    [{ filter: { colour: { eq: 'red' } } }],
    [{ filter: 'red' }],
    [{ filter: '[1]' }],
    [{ filter: 'null' }],
    [{ displayedFilters: '7' }],
    [{ sort: 'colour', order: 'ASC' }],
    [{ sort: 'title', order: 'UP' }],
    [{ page: '0' }],
    [{ page: '-3' }],
    [{ perPage: 'many' }],
    [{ perPage: '100000' }],
  ])('is not taken: %j', (parts) => {
    expect(isFitting(pilots, addressOf(parts))).toBe(false)
  })
})
