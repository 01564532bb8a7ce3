import readWorkbook from 'read-excel-file/node'
import { openStage, type Stage, takenAway, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

const sheetOf = async (bytes: Buffer) => {
  const [sheet] = await readWorkbook(bytes)
  return sheet?.data ?? []
}

it('what is late is taken away as it stands, with days as days and the keys behind the words', async () => {
  const page = await stage.open('lead')
  await visit(page, '/late?state=LATE')
  const shown = await page.locator('#main tbody th').allTextContents()
  const { name, bytes } = await takenAway(page, 'Export', 'Excel file (XLSX)')
  const [head, ...rows] = await sheetOf(bytes)
  expect([name, head]).toEqual([
    'late.xlsx',
    ['What', 'Whose', 'Work package', 'Due since or on', 'Late or due', 'daysLate', 'kind', 'recordId', 'partnerId', 'workPackageId'],
  ])
  expect(rows.map(([what]) => what)).toEqual(shown)
  expect(rows.every((row) => row[3] instanceof Date && row[4] === 'Late' && Number(row[5]) > 0)).toBe(true)
})

it('the table of a progress is taken away in its words, with fractions to reckon with', async () => {
  const page = await stage.open('lead')
  await visit(page, '/progress?by=PARTNER')
  const shown = await page.locator('#main tbody th').allTextContents()
  const { name, bytes } = await takenAway(page, 'Export', 'CSV with semicolons')
  const [head, ...lines] = bytes.toString('utf8').replace('\uFEFF', '').split('\r\n')
  expect([name, head]).toEqual(['progress-partner.csv', 'Partner;Achieved;Planned;Standing;Coverage;Pilot actions;Late;month;standingCode;key'])
  expect(lines.map((line) => line.split(';')[0])).toEqual(shown)
  expect(lines.some((line) => /;0,\d+;/.test(line))).toBe(true)
})

it('the figures of a chart are taken away as a workbook too', async () => {
  const page = await stage.open('lead')
  await visit(page, '/regionalPosition')
  const [head, first] = await sheetOf((await takenAway(page, /^Export ./, 'Excel file (XLSX)')).bytes)
  expect(head?.length).toBe(first?.length)
  expect(first?.some((value) => typeof value === 'number')).toBe(true)
})
