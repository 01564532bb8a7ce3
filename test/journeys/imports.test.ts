import { strToU8, zipSync } from 'fflate'
import writeWorkbook from 'write-excel-file/node'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let project: string

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  project = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})
afterAll(() => product?.stop())

const header = ['region', 'measure', 'division', 'year', 'value', 'unit', 'source']
const row = 'XX01,EMPLOYMENT,C25,2014,1,persons,Test'

async function send(by: Client, body: string | Uint8Array) {
  const began = Date.now()
  const response = await by.send(`/imports/regional-statistics?project=${project}&dryRun=true`, new Uint8Array(Buffer.from(body)))
  return { status: response.status, report: (await response.json()) as Record<string, unknown>, seconds: (Date.now() - began) / 1000 }
}

/** A workbook of one sheet with this text. */
function workbook(sheet: string): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

const cell = (place: string) => `<row r="${/\d+/.exec(place)?.[0]}"><c r="${place}" t="inlineStr"><is><t>x</t></is></c></row>`

/** The same bytes with another size in the directory of the archive. */
function claiming(archive: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  const entry = bytes.lastIndexOf(name) - 46
  bytes.writeUInt32LE(size, entry + 24)
  return bytes
}

describe('a workbook', () => {
  it('is read as it stands', async () => {
    expect((await send(lead, workbook(cell('A1') + cell('B3')))).report).toMatchObject({ rows: 1, faultCount: 7 })
  })

  it.each([
    ['a cell far away', workbook(cell('A1') + cell('XFD1048576')), 'The table goes on below row 200001.'],
    ['a cell far to the right', workbook(cell('XFD1')), 'The table goes on to the right of column 200.'],
    ['a cell far down', workbook('<row r="900000000"/>'), 'A cell of the workbook stands at no place.'],
    ['a place that is none', workbook('<row r="1e9"/>'), 'A cell of the workbook stands at no place.'],
    ['many columns of many rows', workbook(cell('A1') + cell('GR100000')), 'The table has more than 1500000 cells.'],
    ['much that packs well', workbook(' '.repeat(50_000_001)), 'The workbook is larger than 50 MB when it is unpacked.'],
    ['more inside than it says', claiming(workbook(' '.repeat(2_000_000) + cell('A1')), 'xl/worksheets/sheet1.xml', 1000), 'This workbook cannot be read.'],
  ])('with %s is refused at once, in a sentence', async (_, book, sentence) => {
    const { status, report, seconds } = await send(lead, book)
    expect({ status, report }).toMatchObject({ status: 422, report: { code: 'UNREADABLE_FILE', message: expect.stringContaining(sentence) } })
    expect(seconds).toBeLessThan(50)
  })

  it('waits for the one before it, and is refused where many wait', async () => {
    const book = await writeWorkbook([header, row.split(',')]).toBuffer()
    const statuses = (await Promise.all(Array.from({ length: 12 }, () => send(lead, book)))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    expect(statuses.filter((status) => status !== 429).length).toBeGreaterThanOrEqual(4)
  })
})

describe('a table', () => {
  it('with one cell too many in a row is refused with its line', async () => {
    const { status, report } = await send(lead, [header.join(','), row, 'XX02,EMPLOYMENT,C25,2014,1,5,persons,Test', row.replace('XX01', 'XX03')].join('\n'))
    expect(status).toBe(422)
    expect(report).toMatchObject({ recorded: 0, faultCount: 1, faults: [{ row: 3, column: null, code: 'TOO_MANY_CELLS' }] })
  })

  it('with very many columns or rows is refused at once', async () => {
    const wide = await send(lead, `${header.join(',')}${',x'.repeat(300)}\n${row}`)
    expect(wide).toMatchObject({ status: 422, report: { message: expect.stringContaining('The table goes on to the right of column 200.') } })
    const long = await send(lead, `${header.join(',')}\n${'a,b,c,d,e,f,g\n'.repeat(200_010)}`)
    expect(long).toMatchObject({ status: 422, report: { message: expect.stringContaining('The table goes on below row 200001.') } })
  })

  it('is not read from whoever may not import it: they are refused before it is large', async () => {
    const large = 'x'.repeat(10_000_001)
    expect(await send(await product.client.as('partner-a'), large)).toMatchObject({ status: 403 })
    expect(await send(await product.client.as('admin'), large)).toMatchObject({ status: 404 })
    expect(await send(product.client, large)).toMatchObject({ status: 401 })
  })

  it('is read while others are answered', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `XX01,EMPLOYMENT,C25,2014,${index},persons,Of a long list of figures`)
    const large = send(lead, [header.join(','), ...rows].join('\n'))
    let [slowest, asked] = [0, true]
    const answered = async () => {
      while (asked) {
        const began = Date.now()
        await fetch(`${product.gateway.url}/healthz`)
        slowest = Math.max(slowest, Date.now() - began)
      }
    }
    const [{ report }] = await Promise.all([large.finally(() => (asked = false)), answered()])
    expect(report).toMatchObject({ rows: 30_000 })
    console.log(`slowest answer beside an import of 30,000 rows: ${slowest} ms`)
    expect(slowest).toBeLessThan(3000)
  })
})

describe('entries of a benchmark', () => {
  it('with many columns are refused in a moment', async () => {
    const { data } = await lead.ask(`{ benchmarks(first: 1, filter: {project: {id: {eq: "${project}"}}}) { nodes { id } } }`)
    const csv = `title,kind${',same'.repeat(100_000)}\nx,ONGOING`
    const began = Date.now()
    const { errors } = await lead.ask('mutation ($id: ID!, $csv: String!) { importBenchmarkEntries(benchmarkId: $id, csv: $csv) { added } }', {
      id: data.benchmarks.nodes[0].id,
      csv,
    })
    expect(errors?.[0]?.extensions.faults).toMatchObject([{ path: ['csv'], code: 'UNREADABLE_FILE' }])
    expect(Date.now() - began).toBeLessThan(20_000)
  })
})

describe('texts', () => {
  it('are bounded before anything else looks at them', async () => {
    const invite = `mutation ($id: ID!, $email: String!, $name: String!) { invite(projectId: $id, email: $email, displayName: $name, role: OBSERVER) { id } }`
    const began = Date.now()
    const { errors } = await lead.ask(invite, { id: project, email: `a@${'.'.repeat(900_000)}`, name: 'x'.repeat(900_000) })
    expect(errors?.[0]?.extensions.faults?.map(({ path, code }) => [...path, code])).toEqual([
      ['email', 'TOO_LONG'],
      ['displayName', 'TOO_LONG'],
    ])
    expect(Date.now() - began).toBeLessThan(2000)
  })
})
