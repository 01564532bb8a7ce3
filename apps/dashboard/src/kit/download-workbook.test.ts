import { workbookCell } from './download-workbook'

describe('a cell of a workbook', () => {
  it('is a number, a day or a text', () => {
    expect([workbookCell(1.5), workbookCell('Mill'), workbookCell(true)]).toEqual([1.5, 'Mill', true])
    expect(workbookCell(new Date('2014-04-14'))).toEqual({ value: new Date('2014-04-14'), type: Date, format: 'yyyy-mm-dd' })
  })

  it('is empty for what is not known', () => expect([null, undefined, ''].map(workbookCell)).toEqual([null, null, null]))

  it('keeps what has parts as JSON', () => expect(workbookCell({ en: 'Mill' })).toBe('{"en":"Mill"}'))
})
