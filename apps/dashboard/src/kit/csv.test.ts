import { csvOf, type TableCell } from './csv'

const cellOf = (value: TableCell) =>
  csvOf(['head'], [[value]])
    .split('\r\n')
    .slice(1)
    .join('\r\n')

describe('CSV', () => {
  it('has a line for the head and for each row', () => {
    expect(
      csvOf(
        ['id', 'title'],
        [
          [1, 'Mill'],
          [2, 'Yard'],
        ],
      ),
    ).toBe('id,title\r\n1,Mill\r\n2,Yard')
  })

  it('leaves empty what is not known', () => {
    expect([cellOf(null), cellOf(undefined), cellOf('')]).toEqual(['', '', ''])
  })

  it('quotes what would end a cell or a line', () => {
    expect(cellOf('Mill, yard')).toBe('"Mill, yard"')
    expect(cellOf('the "old" mill')).toBe('"the ""old"" mill"')
    expect(cellOf('one\ntwo')).toBe('"one\ntwo"')
    expect(cellOf('one\rtwo')).toBe('"one\rtwo"')
  })

  it('marks as text what a spreadsheet would compute', () => {
    expect(['=1+1', '+39 02', '-x', '@SUM(A1)'].map(cellOf)).toEqual(["'=1+1", "'+39 02", "'-x", "'@SUM(A1)"])
  })

  it('leaves numbers numbers, those below nothing too', () => {
    expect([cellOf(-4.5), cellOf(0), cellOf(true)]).toEqual(['-4.5', '0', 'true'])
  })

  it('keeps what has parts as JSON', () => {
    expect(cellOf({ en: 'Mill' })).toBe('"{""en"":""Mill""}"')
  })

  it('with semicolons has commas before decimals, and quotes what holds a semicolon', () => {
    expect(csvOf(['a', 'b', 'c'], [[1.5, 'Mill; yard', 'Mill, yard']], ';')).toBe('a;b;c\r\n1,5;"Mill; yard";Mill, yard')
  })

  it('writes a day as a day', () => expect(cellOf(new Date('2014-04-14'))).toBe('2014-04-14'))
})
