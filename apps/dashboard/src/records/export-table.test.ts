import { recordOf } from '../api/contract'
import { exportTable } from './export-table'

const pilot = {
  id: '1',
  title: 'Mill',
  partner: { id: 'a', shortName: 'Alpha' },
  phase: null,
  budget: 1200.5,
  currency: 'CHF',
  createdAt: '2014-04-14T12:00:00Z',
}
const { head, rows } = exportTable(recordOf('pilots'), [pilot, { id: '2', title: 'Yard' }])
const cell = (row: number, name: string) => rows[row]?.[head.indexOf(name)]

describe('an exported list', () => {
  it('begins with the id, and has a cell for each column', () => {
    expect(head[0]).toBe('id')
    expect(rows.map(({ length }) => length)).toEqual([head.length, head.length])
    expect([cell(0, 'id'), cell(1, 'id')]).toEqual(['1', '2'])
  })

  it('carries fields as they are', () => {
    expect([cell(0, 'title'), cell(0, 'budget'), cell(1, 'title')]).toEqual(['Mill', 1200.5, 'Yard'])
  })

  it('calls what a row belongs to by its name', () => {
    expect([cell(0, 'partner'), cell(0, 'phase'), cell(1, 'partner')]).toEqual(['Alpha', null, undefined])
  })

  it('tells the currency of amounts beside them, once', () => {
    expect(cell(0, 'currency')).toBe('CHF')
    expect(['projects', 'partners'].map((plural) => exportTable(recordOf(plural), []).head.filter((name) => name === 'currency').length)).toEqual([1, 0])
  })

  it('leaves out what every row of a project has', () => {
    expect(head.filter((name) => ['createdAt', 'archivedAt', 'project'].includes(name))).toEqual([])
  })
})
