import { recordOf } from '../api/contract'
import { contextOf, foundIn, isSearched, searchedRecords } from './searched'

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

describe('the context of a hit', () => {
  const pilots = recordOf('pilots')
  const partner = { id: 'p', shortName: 'Westholm' }

  it('is where the words stand, when that is not its name', () => {
    const summary = `${'Vouchers for small firms that buy advice. '.repeat(2)}Réseau à Westholm, a mid-term review and more of the same advice, paid twice`
    expect(contextOf(pilots, { title: 'Mill', summary, partner }, 'Mid term')).toBe(
      '…s that buy advice. Réseau à Westholm, a mid-term review and more of the same advice, pai…',
    )
    expect(contextOf(pilots, { title: 'Mill', summary: 'Réseau', partner }, 'reseau')).toBe('Réseau')
  })

  it('is what the hit belongs to, when its name has the words', () => {
    expect(contextOf(pilots, { title: 'Mid-term', summary: null, partner, workPackage: { number: 4, title: 'Pilot actions' } }, 'mid term')).toBe(
      'Westholm · 4 Pilot actions',
    )
    expect(contextOf(pilots, { title: 'Mill' }, 'mill')).toBe('')
  })
})
