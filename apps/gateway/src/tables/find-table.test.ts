import { strToU8, zipSync } from 'fflate'
import writeWorkbook from 'write-excel-file/node'
import { knownNames, proposeReading, readBy, shapeOf } from './file-reading.js'
import { findTable, longRows } from './find-table.js'
import { readAnyTable } from './read-any-table.js'

// All figures here are made up.

const asked = [
  { name: 'region', also: ['geo'], needed: true },
  { name: 'year', also: ['time_period'], needed: true },
  { name: 'value', also: ['obs_value', 'values'], needed: true },
  { name: 'unit', needed: false },
  { name: 'flags', also: ['obs_flag', 'status'], needed: false },
]

const found = async (file: string | Buffer) => findTable(await readAnyTable(Buffer.from(file)), knownNames(asked))

/** Rows as an import takes them, by the names of the columns alone. */
async function read(file: string | Buffer) {
  const table = await found(file)
  return readBy(table, proposeReading(table.names, asked)).map(({ row, cell }) => [row, ...asked.map(({ name }) => cell(name))])
}

const tsv = ['freq,unit,geo\\TIME_PERIOD\t2013 \t2014 ', 'A,THS,ITI3\t8123 b\t: ', 'A,THS,EL30\t: c\t77.5 '].join('\n')

const cube = {
  version: '2.0',
  class: 'dataset',
  label: 'Made up',
  id: ['unit', 'geo', 'time_period'],
  size: [1, 2, 2],
  dimension: {
    unit: { category: { index: { THS: 0 } } },
    geo: { category: { index: ['ITI3', 'EL30'], label: { ITI3: 'Marche', EL30: 'Attiki' } } },
    time_period: { category: { index: { '2013': 0, '2014': 1 } } },
  },
  value: { '0': 8.5, '3': 77 },
  status: { '1': 'c', '3': 'b' },
}

describe('a file of an office', () => {
  it('is read as Eurostat writes TSV', async () => {
    expect((await found(tsv)).names).toEqual(['freq', 'unit', 'geo', '2013', '2014'])
    expect(await read(tsv)).toEqual([
      [2, 'ITI3', '2013', '8123 b', 'THS', null],
      [2, 'ITI3', '2014', ':', 'THS', null],
      [3, 'EL30', '2013', ': c', 'THS', null],
      [3, 'EL30', '2014', '77.5', 'THS', null],
    ])
  })

  it('of one year is TSV too, though commas are more', async () => {
    expect(await read('freq,unit,geo\\TIME_PERIOD\t2013\nA,THS,ITI3\t5')).toEqual([[2, 'ITI3', '2013', '5', 'THS', null]])
  })

  it.each([
    ['codes', 'DATAFLOW,LAST UPDATE,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nX,2014-01-01,THS,ITI3,2013,5.5,b'],
    [
      'codes and words',
      'DATAFLOW,unit:Unit of measure,geo: Region,TIME_PERIOD:Time,OBS_VALUE:Value,OBS_FLAG:Flag\nX: Y,THS: Thousand,"ITI3: Marche, Italy",2013: 2013,5.5,b: break',
    ],
  ])('is read as SDMX-CSV with %s', async (_, file) => {
    expect(await read(file)).toEqual([[2, 'ITI3', '2013', '5.5', 'THS', 'b']])
  })

  it('is read as JSON-stat, with what is said of its gaps', async () => {
    expect(await read(JSON.stringify(cube))).toEqual([
      [2, 'ITI3', '2013', 8.5, 'THS', null],
      [3, 'ITI3', '2014', ':', 'THS', 'c'],
      [4, 'EL30', '2014', 77, 'THS', 'b'],
    ])
  })

  it.each([
    ['no data set', '{"class": "collection"}'],
    ['broken', '{"class": '],
    ['without its dimensions', JSON.stringify({ ...cube, dimension: {} })],
  ])('of JSON is refused when it is %s', async (_, file) => {
    await expect(found(file)).rejects.toThrow('This is not JSON-stat as we read it')
  })

  it('of JSON is refused when its cube is vast', async () => {
    await expect(found(JSON.stringify({ ...cube, size: [1000, 1000, 1000] }))).rejects.toThrow('The table goes on below row')
  })

  it('is read in the long form of R, with numbers of rows before it', async () => {
    expect(await read('"","unit","geo","TIME_PERIOD","values"\n"1","THS","ITI3",2013-01-01,5.5')).toEqual([[2, 'ITI3', '2013-01-01', '5.5', 'THS', null]])
  })

  it('has years as columns by their numbers, by R, and by days, with flags in the column behind', async () => {
    const file = 'geo,X2013,2014-01-01,,2015\nITI3,1,2,b,\nITH5,4,5,,6'
    expect(await read(file)).toEqual([
      [2, 'ITI3', '2013', '1', null, null],
      [2, 'ITI3', '2014', '2', null, 'b'],
      [3, 'ITH5', '2013', '4', null, null],
      [3, 'ITH5', '2014', '5', null, ''],
      [3, 'ITH5', '2015', '6', null, null],
    ])
  })
})

describe('the head of a table', () => {
  it('is found below titles and empty rows, and remarks below the last row are passed over', async () => {
    const file = 'Employment, by region\nSource: made up\n\nterritory;people;firms\nITI3;"1,5";2\n;;\nITH5;3;4\n\n(1) Estimated.\nSee notes.'
    expect(await found(file)).toEqual({
      sheet: null,
      head: 4,
      names: ['territory', 'people', 'firms'],
      rows: [
        { row: 5, cells: ['ITI3', '1,5', '2'] },
        { row: 7, cells: ['ITH5', '3', '4'] },
      ],
      remarks: 2,
    })
  })

  it('stands below the line in which Excel says what parts the cells', async () => {
    expect(await found('sep=|\r\na|b\r\n1,5|2,5')).toMatchObject({ head: 2, names: ['a', 'b'], rows: [{ row: 3, cells: ['1,5', '2,5'] }] })
  })

  it('is told by names that are known, among wide rows of other things', async () => {
    expect(await found('Made,by,the,office,in,2014\ngeo,year,value\nITI3,2013,5')).toMatchObject({ head: 2, rows: [{ row: 3 }] })
  })

  it('is that of the sheet that has it, behind a summary', async () => {
    const summary = [['Contents'], ['Sheet 1: employment']]
    const data = [['Made up'], [], ['geo', 'year', 'value'], ['ITI3', 2013, 5]]
    const book = await writeWorkbook([
      { data: summary, sheet: 'Summary' },
      { data, sheet: 'Data' },
    ]).toBuffer()
    expect(await found(book)).toMatchObject({ sheet: 'Data', head: 3, rows: [{ row: 4, cells: ['ITI3', 2013, 5] }] })
    const row = (cells: readonly string[]) =>
      `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`
    const sheet = (name: string, rows: string) => `<table:table table:name="${name}">${rows}</table:table>`
    const gap = '<table:table-row><table:table-cell table:number-columns-repeated="3"/></table:table-row>'
    const sheets = sheet('Summary', row(['Contents'])) + sheet('Data', gap + row(['geo', 'year', 'value']) + row(['ITI3', '2013', '5']))
    const content = `<office:document-content><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`
    const ods = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }], 'content.xml': strToU8(content) })
    expect(await found(Buffer.from(ods))).toMatchObject({ sheet: 'Data', head: 2, rows: [{ row: 3, cells: ['ITI3', '2013', '5'] }] })
  })

  it('says which rows go on beyond it', async () => {
    expect(longRows(await found('geo,year,value\nITI3,2013,5,\nITI3,2014,1,5'))).toEqual([3])
  })
})

describe('the shape of a file', () => {
  it('is that of its columns, whatever their case and their years', () => {
    expect(shapeOf(['Geo', 'Unit', '2013'])).toBe(shapeOf(['geo', 'unit', '2013', '2014']))
    expect(shapeOf(['geo', 'unit'])).not.toBe(shapeOf(['geo', 'unit', '2013']))
    expect(shapeOf(['geo', 'unit'])).not.toBe(shapeOf(['unit', 'geo']))
  })
})
