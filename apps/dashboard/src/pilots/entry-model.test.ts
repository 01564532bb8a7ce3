import { said, speak } from '../testing/page'
import { some } from '../testing/some'
import type { EntryFacts, EntryIndicator } from './entry-data'
import {
  columnsOf,
  decided,
  doubtsOf,
  type EntryRow,
  earlierDays,
  entriesOf,
  faultsByCell,
  figureFault,
  isOpen,
  rowsOf,
  type Typed,
  targetText,
  totalOf,
  totalWith,
} from './entry-model'

const can = { measure: { allowed: true } }

const facts = some<EntryFacts>({
  pilot: {
    id: 'p',
    indicators: {
      nodes: [
        { id: 'visits', title: 'Visits', measure: 'NUMBER' },
        { id: 'share', title: 'Share', measure: 'RATIO' },
      ],
    },
  },
  seats: {
    nodes: [
      { id: 'a1', can, indicator: { id: 'share' }, partner: { id: 'A', shortName: 'Alpha' }, measurements: { nodes: [] } },
      {
        id: 'b1',
        can,
        indicator: { id: 'visits' },
        partner: { id: 'B', shortName: 'Beta' },
        measurements: {
          nodes: [
            { onDay: '2014-03-01', value: 3 },
            { onDay: '2014-02-01', value: 2 },
          ],
        },
      },
      { id: 'n1', can, indicator: { id: 'visits' }, partner: null, measurements: { nodes: [] } },
    ],
  },
})

const [visits, , share] = rowsOf(facts) as [EntryRow, EntryRow, EntryRow]
const rows = [visits, share]
const columns = columnsOf(['2014-04-30'], true)
const enter = (typed: Typed) => entriesOf(rows, columns, typed).map(({ input }) => input)

describe('rows of the entry', () => {
  it('are the seats, indicator by indicator', () => {
    expect(rowsOf(facts).map(({ seat, indicator, partner }) => [seat, indicator.title, partner])).toEqual([
      ['b1', 'Visits', 'Beta'],
      ['n1', 'Visits', ''],
      ['a1', 'Share', 'Alpha'],
    ])
  })

  it('are the seats that this person may measure from', () => {
    const others = facts.seats.nodes.map((seat) => ({ ...seat, can: { measure: { ...seat.can.measure, allowed: seat.id === 'a1' } } }))
    expect(rowsOf({ ...facts, seats: { ...facts.seats, nodes: others } }).map(({ seat }) => seat)).toEqual(['a1'])
  })

  it('are ended seats too, with the day of their end', () => {
    const ended = facts.seats.nodes.map((seat) => ({ ...seat, until: seat.id === 'b1' ? '2014-03-31' : null }))
    expect(rowsOf({ ...facts, seats: { ...facts.seats, nodes: ended } }).map(({ seat, until }) => [seat, until])).toEqual([
      ['b1', '2014-03-31'],
      ['n1', null],
      ['a1', null],
    ])
  })

  it('carry what was measured, oldest first', () => {
    expect(visits.points.map(({ value }) => value)).toEqual([2, 3])
  })

  it('are none without the pilot', () => {
    expect(rowsOf(some<EntryFacts>({ pilot: null, seats: { nodes: [] } }))).toEqual([])
  })
})

describe('columns of the entry', () => {
  it('are one a day, then source and note', () => {
    expect(columnsOf(['2014-03-31', '2014-04-30'], false).map(({ key, day }) => [key, day])).toEqual([
      ['value0', '2014-03-31'],
      ['value1', '2014-04-30'],
      ['source', null],
      ['note', null],
    ])
  })

  it('are two a day where there are ratios', () => {
    expect(columnsOf(['2014-03-31', '2014-04-30'], true).map(({ key }) => key)).toEqual(['value0', 'outOf0', 'value1', 'outOf1', 'source', 'note'])
  })

  it('are open in every row, save out of how many where nothing is a share', () => {
    expect(columns.map((column) => isOpen(visits, column))).toEqual([true, false, true, true])
    expect(columns.map((column) => isOpen(share, column))).toEqual([true, true, true, true])
  })
})

describe('what is typed', () => {
  it('becomes a measurement of its seat and day', () => {
    expect(enter({ 'b1 value0': '8,3' })).toEqual([{ contributorId: 'b1', onDay: '2014-04-30', value: 8.3, source: null, note: null }])
  })

  it('of a ratio is counted out of how many', () => {
    expect(enter({ 'a1 value0': '4', 'a1 outOf0': '10' })).toEqual([
      { contributorId: 'a1', onDay: '2014-04-30', numerator: 4, denominator: 10, source: null, note: null },
    ])
  })

  it('as more than or about a number is that number, and says so', () => {
    expect(enter({ 'b1 value0': 'more than 280' })).toMatchObject([{ value: 280, exactness: 'MORE_THAN' }])
    expect(enter({ 'a1 value0': '~ 4', 'a1 outOf0': '10' })).toMatchObject([{ numerator: 4, denominator: 10, exactness: 'ABOUT' }])
  })

  it('by half is handed on, so that the gateway says what is missing', () => {
    expect(enter({ 'a1 outOf0': '10' })).toMatchObject([{ numerator: null, denominator: 10 }])
  })

  it('takes its source and note along, without blanks', () => {
    expect(enter({ 'b1 value0': '1', 'b1 source': ' Register ', 'b1 note': ' ' })).toMatchObject([{ source: 'Register', note: null }])
  })

  it('in words only, or in blanks, is no measurement', () => {
    expect(enter({ 'b1 source': 'Register', 'b1 value0': ' ' })).toEqual([])
  })

  it('for a day that is not said yet is no measurement', () => {
    expect(entriesOf(rows, columnsOf([''], true), { 'b1 value0': '1' })).toEqual([])
  })

  it('as a figure is one or is marked; words may be anything', () => {
    const [value, outOf, source] = columnsOf(['2014-04-30'], true) as [(typeof columns)[number], (typeof columns)[number], (typeof columns)[number]]
    expect([figureFault(value, 'many'), figureFault(outOf, '1.2.3'), figureFault(source, 'many')]).toEqual(['typed.noNumber', 'typed.noNumber', undefined])
    expect([figureFault(value, 'about'), figureFault(value, '> many'), figureFault(outOf, 'about 5')]).toEqual(Array(3).fill('typed.noNumber'))
    expect([figureFault(value, ''), figureFault(value, '8,3')]).toEqual([undefined, undefined])
  })

  it('that can be read in two ways is asked about with all others, and decided once for all', () => {
    speak('en')
    const typed = { 'b1 value0': 'about 12,345', 'b1 source': '1,234', 'b2 value0': '1.5', 'b2 value1': '−8.123' }
    const asked = columnsOf(['2014-04-30', '2014-05-31'], true)
    const both = ['b1', 'b2'].map((seat) => some<EntryRow>({ seat, indicator: { measure: 'NUMBER' } }))
    const doubts = doubtsOf(both, asked, typed)
    expect(doubts).toEqual([
      { key: 'b1 value0', text: 'about 12,345', byPoint: 12_345, byComma: 12.345 },
      { key: 'b2 value1', text: '−8.123', byPoint: -8.123, byComma: -8123 },
    ])
    expect(decided(typed, doubts, '.')).toEqual({ ...typed, 'b1 value0': '~ 12345', 'b2 value1': '-8.1230' })
    expect(doubtsOf(both, asked, decided(typed, doubts, ','))).toEqual([])
  })
})

describe('faults of the gateway', () => {
  const entries = entriesOf(rows, columns, { 'b1 value0': '1', 'a1 value0': '12', 'a1 outOf0': '10' })
  const fault = (...path: (string | number)[]) => ({ path, code: 'TOO_BIG', message: 'Too big' })

  it('stand at the cell of their measurement', () => {
    expect(faultsByCell([fault('input', 0, 'value'), fault('input', 1, 'numerator')], entries)).toEqual({
      'b1 value0': 'faults.TOO_BIG',
      'a1 value0': 'faults.TOO_BIG',
    })
  })

  it('of the whole stand where it is typed', () => {
    expect(Object.keys(faultsByCell([fault('input', 1, 'denominator')], entries))).toEqual(['a1 outOf0'])
  })

  it('of nothing that was typed stand nowhere', () => {
    expect(faultsByCell([fault('input', 7, 'value'), fault('input')], entries)).toEqual({})
  })
})

describe('days before', () => {
  const measured = (...days: string[]) => some<EntryRow>({ points: days.map((onDay) => ({ onDay })) })

  it('are the newest three of all rows, each once, the oldest first', () => {
    expect(earlierDays([measured('2014-01-31', '2014-03-31'), measured('2014-02-28', '2014-03-31', '2013-12-31')], [])).toEqual([
      '2014-01-31',
      '2014-02-28',
      '2014-03-31',
    ])
  })

  it('are not those that are entered now', () => {
    expect(earlierDays([measured('2014-01-31', '2014-02-28')], ['2014-02-28'])).toEqual(['2014-01-31'])
  })
})

describe('what an indicator that adds up comes to', () => {
  const adding = some<EntryIndicator>({ id: 'visits', measure: 'NUMBER', aggregation: 'SUM', combination: 'SUM', standing: { level: 41.5 } })
  const typing = (indicator: EntryIndicator, typed: Typed) => entriesOf([{ ...visits, indicator }], columnsOf(['2014-04-30', '2014-05-31'], false), typed)

  it('is what is known, and with what is typed', () => {
    expect(totalOf(adding)).toBe(41.5)
    expect(totalWith(adding, typing(adding, { 'b1 value0': '3', 'b1 value1': '2' }))).toBe(46.5)
    expect(totalOf({ ...adding, standing: null })).toBe(0)
  })

  it('is not said while nothing is typed, or what cannot be read', () => {
    expect(totalWith(adding, [])).toBeNull()
    expect(totalWith(adding, typing(adding, { 'b1 value0': 'many' }))).toBeNull()
  })

  it('is not said of what does not add up', () => {
    for (const other of [{ aggregation: 'LATEST' }, { combination: 'AVERAGE' }, { measure: 'RATIO' }] as const) {
      const indicator = { ...adding, ...other } as EntryIndicator
      expect([totalOf(indicator), totalWith(indicator, typing(indicator, { 'b1 value0': '3' }))]).toEqual([null, null])
    }
  })
})

describe('the target of a day', () => {
  const aimed = (measure: EntryIndicator['measure']) =>
    some<EntryRow>({
      indicator: {
        measure,
        targets: {
          nodes: [
            { dueOn: '2014-03-31', value: 0.2 },
            { dueOn: '2014-06-30', value: 0.5 },
          ],
        },
      },
    })

  it('is the next that falls due, on its own day too', () => {
    speak('en')
    expect(targetText(aimed('NUMBER'), '2014-03-31', said)).toBe('entry.target (target 0.2, day 31 Mar 2014)')
    expect(targetText(aimed('NUMBER'), '2014-04-01', said)).toBe('entry.target (target 0.5, day 30 Jun 2014)')
  })

  it('of a ratio is in per cent', () => {
    expect(targetText(aimed('RATIO'), '2014-04-01', said)).toBe('entry.target (target 50%, day 30 Jun 2014)')
  })

  it('is none after the last', () => {
    expect(targetText(aimed('NUMBER'), '2014-07-01', said)).toBeNull()
  })
})
