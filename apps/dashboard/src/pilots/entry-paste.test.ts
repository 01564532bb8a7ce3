import { some } from '../testing/some'
import { columnsOf, type EntryRow } from './entry-model'
import { parseBlock, pasted } from './entry-paste'

const rows = [some<EntryRow>({ seat: 'visits', indicator: { measure: 'NUMBER' } }), some<EntryRow>({ seat: 'share', indicator: { measure: 'RATIO' } })]
const columns = columnsOf(['2014-03-31', '2014-04-30'], true)

describe('a pasted block', () => {
  it('is read line by line, cell by cell', () => {
    expect(parseBlock('1\t2\n3\t4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('ends its lines as any system does, with one more end or none', () => {
    expect(parseBlock('1\r\n2\r\n')).toEqual([['1'], ['2']])
    expect(parseBlock('1\n2')).toEqual([['1'], ['2']])
  })

  it('keeps cells that are empty', () => {
    expect(parseBlock('1\t\t3\n\n5')).toEqual([['1', '', '3'], [''], ['5']])
  })
})

describe('pasting', () => {
  it('fills from the cell on, to the right and down', () => {
    expect(pasted(rows, columns, { row: 0, column: 0 }, [['1'], ['2', '20']])).toEqual({ 'visits value0': '1', 'share value0': '2', 'share outOf0': '20' })
  })

  it('passes over cells that are closed', () => {
    expect(pasted(rows, columns, { row: 0, column: 0 }, [['1', '3', 'Register']])).toEqual({
      'visits value0': '1',
      'visits value1': '3',
      'visits source': 'Register',
    })
  })

  it('begins in the middle', () => {
    expect(pasted(rows, columns, { row: 1, column: 2 }, [['3', '30']])).toEqual({ 'share value1': '3', 'share outOf1': '30' })
  })

  it('leaves out what reaches beyond the grid', () => {
    expect(pasted(rows, columns, { row: 1, column: 5 }, [['a note', 'more'], ['below']])).toEqual({ 'share note': 'a note' })
  })

  it('takes blanks around a cell away', () => {
    expect(pasted(rows, columns, { row: 0, column: 0 }, [[' 8,3 ']])).toEqual({ 'visits value0': '8,3' })
  })
})
