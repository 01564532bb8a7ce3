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

  it('keeps a line break, a tab and quotation marks within quotation marks in their cell', () => {
    expect(parseBlock('1\t"one\r\ntwo"\t3\n"a\tb ""c"" d"\t4')).toEqual([
      ['1', 'one\ntwo', '3'],
      ['a\tb "c" d', '4'],
    ])
  })

  it('takes a quotation mark that nothing closes for itself', () => {
    expect(parseBlock('5" pipe\t1\n"open\t2')).toEqual([
      ['5" pipe', '1'],
      ['"open', '2'],
    ])
  })
})

describe('pasting', () => {
  it('fills from the cell on, to the right and down', () => {
    expect(
      pasted(rows, columns, { row: 0, column: 0 }, [
        ['1', ''],
        ['2', '20'],
      ]),
    ).toEqual({
      cells: { 'visits value0': '1', 'share value0': '2', 'share outOf0': '20' },
      homeless: [],
    })
  })

  it('puts a block as the grid shows it back where it stood: a closed cell takes up its place', () => {
    expect(pasted(rows, columns, { row: 0, column: 0 }, [['1', '', '3', '', 'Register', 'late']]).cells).toEqual({
      'visits value0': '1',
      'visits value1': '3',
      'visits source': 'Register',
      'visits note': 'late',
    })
  })

  it('tells what aims at a closed cell, and puts it nowhere', () => {
    expect(pasted(rows, columns, { row: 0, column: 0 }, [['1', '3', 'Register']])).toEqual({
      cells: { 'visits value0': '1', 'visits value1': 'Register' },
      homeless: ['3'],
    })
  })

  it('begins in the middle', () => {
    expect(pasted(rows, columns, { row: 1, column: 2 }, [['3', '30']]).cells).toEqual({ 'share value1': '3', 'share outOf1': '30' })
  })

  it('tells what reaches beyond the grid', () => {
    expect(pasted(rows, columns, { row: 1, column: 5 }, [['a note', 'more', ' '], ['below']])).toEqual({
      cells: { 'share note': 'a note' },
      homeless: ['more', 'below'],
    })
  })

  it('makes one line of a cell, without blanks around it', () => {
    expect(pasted(rows, columns, { row: 0, column: 0 }, [[' 8,3\u00a0']]).cells).toEqual({ 'visits value0': '8,3' })
    expect(pasted(rows, columns, { row: 0, column: 4 }, [['one\ntwo']]).cells).toEqual({ 'visits source': 'one two' })
  })
})
