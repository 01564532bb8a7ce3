import { recordOf } from '../api/contract'
import { said, speak } from '../testing/page'
import { exportTable } from './export-table'
import { columnsOf } from './list-columns'

const record = recordOf('pilots')
const pilot = {
  id: '1',
  title: 'Mill',
  status: 'RUNNING',
  partner: { id: 'a', shortName: 'Alpha' },
  phase: null,
  startedOn: '2013-06-01',
  startedOnPrecision: 'MONTH',
  endedOn: '2014-02-28',
  inPublicBenchmarks: true,
  budget: 1200.5,
  currency: 'CHF',
  createdAt: '2014-04-14T12:00:00Z',
}
speak('en')
const { head, rows } = exportTable(record, columnsOf(record), [pilot, { id: '2', title: 'Yard' }], said)
const label = (name: string) => `resources.pilots.fields.${name}`
const cell = (row: number, name: string) => rows[row]?.[head.indexOf(head.includes(name) ? name : label(name))]

describe('an exported list', () => {
  it('begins with the columns of the screen in their order, and has a cell for each column', () => {
    const reversed = [...columnsOf(record)].reverse()
    expect(head.slice(0, reversed.length)).toEqual(columnsOf(record).map(({ name }) => label(name)))
    expect(exportTable(record, reversed, [], said).head[0]).toBe(label(reversed[0]?.name ?? ''))
    expect(rows.map(({ length }) => length)).toEqual([head.length, head.length])
  })

  it('has every other field after those, once', () => {
    expect(head).toContain(label('summary'))
    expect(new Set(head).size).toBe(head.length)
  })

  it('says in words what the screen says in words', () => {
    expect([cell(0, 'status'), cell(0, 'partner'), cell(0, 'inPublicBenchmarks')]).toEqual(['enums.PilotStatus.RUNNING', 'Alpha', 'ra.boolean.true'])
  })

  it('keeps ids and codes in columns of their own', () => {
    expect([cell(0, 'id'), cell(1, 'id')]).toEqual(['1', '2'])
    expect([cell(0, 'partnerId'), cell(0, 'statusCode'), cell(1, 'partnerId')]).toEqual(['a', 'RUNNING', undefined])
  })

  it('leaves numbers numbers and days days; what is known to the month is said so', () => {
    expect([cell(0, 'budget'), cell(0, 'endedOn'), cell(0, 'startedOn')]).toEqual([1200.5, new Date('2014-02-28'), 'June 2013'])
  })

  it('leaves empty what is not known', () => expect([cell(0, 'phase'), cell(1, 'endedOn')]).toEqual([null, null]))

  it('names what belongs to a row', () => {
    const plans = recordOf('evaluationPlans')
    const row = { id: '3', title: 'First', subjects: { nodes: [{ pilot: { title: 'Mill' } }, { pilot: { title: 'Yard' } }] } }
    const table = exportTable(plans, columnsOf(plans), [row], said)
    expect(table.rows[0]?.[columnsOf(plans).findIndex(({ name }) => name === 'subjects')]).toBe('Mill; Yard')
  })

  it('tells the currency of amounts beside them, once', () => {
    expect(cell(0, 'currency')).toBe('CHF')
    const ofPlural = (plural: string) => exportTable(recordOf(plural), [], [], said).head.filter((name) => /currency$/.test(name)).length
    expect(['projects', 'partners'].map(ofPlural)).toEqual([1, 0])
  })

  it('leaves out what every row of a project has', () => {
    expect(head.filter((name) => /createdAt$|archivedAt$|project$/.test(name))).toEqual([])
  })
})
