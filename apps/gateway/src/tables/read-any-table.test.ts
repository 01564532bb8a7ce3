import { gzipSync } from 'node:zlib'
import { readNumber } from '@clusterpolisee/values'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import writeWorkbook from 'write-excel-file/node'
import { readAnyTable } from './read-any-table.js'
import { readFigure } from './read-cell.js'

const table = [
  ['title', 'value'],
  ['Únia; klastrov, "A"', '12,5'],
  ['two\nlines', '−1'],
]

const quoted = (mark: string) => table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)).join('\r\n')

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** An ODS workbook with these elements in its first sheet. */
const ods = (rows: string): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: [strToU8(MIME), { level: 0 }],
      'content.xml': strToU8(
        `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table>${rows}</table:table><table:table><table:table-row><table:table-cell><text:p>other sheet</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    }),
  )

const odsCell = (text: string) =>
  `<table:table-cell office:value-type="string">${text
    .split('\n')
    .map((line) => `<text:p>${escaped(line)}</text:p>`)
    .join('')}</table:table-cell>`
const odsRows = (rows: readonly (readonly string[])[]) => rows.map((row) => `<table:table-row>${row.map(odsCell).join('')}</table:table-row>`).join('')

/** Rows of the first sheet. */
const rowsOf = async (file: Buffer) => (await readAnyTable(file))[0]?.rows

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a table', () => {
  it.each<[string, Buffer]>([
    ['with commas', Buffer.from(quoted(','))],
    ['with semicolons, and a mark of its byte order', Buffer.from(`\ufeff${quoted(';')}`)],
    ['with tabs', Buffer.from(quoted('\t'))],
    ['in UTF-16', utf16(quoted('\t'))],
    ['in UTF-16 from the other end', utf16(quoted(';')).swap16()],
    ['packed', gzipSync(quoted(','))],
    ['of OpenDocument', ods(odsRows(table))],
    ['of OpenDocument, packed once more', gzipSync(ods(odsRows(table)))],
  ])('%s is the same', async (_, file) => {
    expect(await rowsOf(file)).toEqual(table)
  })

  it('of an older Windows has its letters', async () => {
    expect(await rowsOf(Buffer.from('title,value\nRegi\u00f3n \u0096 Citt\u00e0,1', 'latin1'))).toEqual([
      ['title', 'value'],
      ['Región – Città', '1'],
    ])
  })

  it('of Excel has days as ISO says them, and numbers as numbers', async () => {
    const book = await writeWorkbook([
      ['day', 'value'],
      [{ value: new Date('2014-04-14T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' }, 12.5],
    ]).toBuffer()
    expect(await rowsOf(book)).toEqual([
      ['day', 'value'],
      ['2014-04-14', 12.5],
    ])
  })

  it('of OpenDocument has numbers and days as it keeps them, gaps as gaps, no remarks, and not the million empty rows below', async () => {
    const rows = `<table:table-row><table:table-cell office:value-type="float" office:value="12345.5"><text:p>12,345.50</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="2014-04-14"><office:annotation><text:p>remark</text:p></office:annotation><text:p>14/04/14</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`
    expect(await rowsOf(ods(rows))).toEqual([
      [12_345.5, null, null, '2014-04-14'],
      ['a  b', 'a  b'],
      ['a  b', 'a  b'],
    ])
  })
})

describe('a file is refused in a sentence', () => {
  const far = '<table:table-row><table:table-cell table:number-columns-repeated="300"><text:p>x</text:p></table:table-cell></table:table-row>'
  const deep = '<table:table-row table:number-rows-repeated="999999999"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>'
  it.each<[string, Buffer, string]>([
    ['that is a workbook of the old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old form of Excel (XLS)'],
    ['that is no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'This file is no text'],
    ['that ends within a letter', Buffer.from([0xff, 0xfe, 0x41]), 'This file is no text'],
    ['that is packed and broken', Buffer.from([0x1f, 0x8b, 8, 0, 1]), 'cannot be unpacked'],
    ['that is small packed and vast unpacked', gzipSync(Buffer.alloc(50_000_001, ' ')), 'cannot be unpacked'],
    ['of OpenDocument that goes on to the right', ods(far), 'to the right of column 200'],
    ['of OpenDocument that goes on below', ods(deep), 'below row 200001'],
    ['of OpenDocument that is broken', ods('<table:table-row'), 'cannot be read'],
    ['of OpenDocument that is vast unpacked', ods(' '.repeat(50_000_001)), 'larger than 50 MB'],
  ])('%s', async (_, file, sentence) => {
    await expect(readAnyTable(file)).rejects.toThrow(sentence)
  })
})

const numberText = fc.oneof(
  fc.constantFrom('12,345', '8.123', '1.234,5', '−0,5', '1e5', '0x10', '12 345', '1,5', 'many', '1234567890123456'),
  fc
    .tuple(fc.constantFrom('', '-', '−'), fc.array(fc.constantFrom('1', '23', '456', '.', ',', ' ', '0'), { minLength: 1, maxLength: 6 }))
    .map(([sign, parts]) => `${sign}${parts.join('')}`.trim())
    .filter((text) => text !== ''),
)

describe('the same text', () => {
  it('is the same number or the same question in every kind of file, as it is where it is typed', async () => {
    await fc.assert(
      fc.asyncProperty(numberText, async (text) => {
        const rows = [['value'], [text]]
        const book = await writeWorkbook(rows).toBuffer()
        const files = [Buffer.from(`value\n"${text}"`), Buffer.from(`value\tx\n"${text}"\ty`), utf16(`value\n"${text}"`), ods(odsRows(rows)), book]
        const typed = readNumber(text)
        for (const file of files) {
          const { value, fault } = readFigure((await rowsOf(file))?.[1]?.[0])
          if (typed.kind === 'number') expect([text, value]).toEqual([text, typed.value])
          else if (typed.kind === 'question') expect([text, fault?.params]).toMatchObject([text, { byPoint: typed.byPoint, byComma: typed.byComma }])
          else expect([text, fault?.code]).toEqual([text, typed.kind === 'fault' ? typed.code : undefined])
        }
      }),
      { numRuns: 60 },
    )
  })
})
