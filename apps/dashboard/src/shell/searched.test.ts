import { recordOf } from '../api/contract'
import { foundIn, isSearched, searchedRecords } from './searched'

describe('search', () => {
  it('looks through the lists of a project in which text is sought, in their order', () => {
    const plurals = ['partners', 'measurements', 'pilots', 'users']
    expect(searchedRecords(plurals).map(({ plural }) => plural)).toEqual(['partners', 'pilots'])
  })

  it('begins with the second letter', () => {
    expect([isSearched(''), isSearched('m'), isSearched('mi')]).toEqual([false, false, true])
  })

  it('shows the lists in which something was found', () => {
    const records = ['partners', 'pilots'].map(recordOf)
    expect(foundIn(records, { partners: { nodes: [] }, pilots: { nodes: [{ id: '1' }] } }).map(({ plural }) => plural)).toEqual(['pilots'])
    expect(foundIn(records, undefined)).toEqual([])
  })
})
