import writeWorkbook from 'write-excel-file/node'
import { demonstrationId, makeBenchmark } from '../support/benchmarks.js'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let project: string

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  project = await demonstrationId(lead)
})
afterAll(() => product?.stop())

/** What an import tells of a file. */
interface Report {
  readonly faults: readonly { readonly row: number; readonly column: string | null; readonly code: string }[]
  readonly readAs: { readonly by: string }
  readonly found: { readonly columns: readonly { readonly name: string }[] }
  readonly [more: string]: unknown
}

async function post(path: string, body: string | Uint8Array, more: Record<string, string>, by = lead) {
  const response = await by.send(`/imports/${path}?${new URLSearchParams(more)}`, new Uint8Array(Buffer.from(body)))
  return { status: response.status, report: (await response.json()) as Report }
}

// All figures here are made up.
const file = [
  'Employment of regions, made up',
  '',
  'freq,wstatus,nace_r2,territory,2013,2014',
  'A,EMP,C,XX01,8123 b,:',
  'A,SAL,C,XX01,7000,7100',
  'A,EMP,B-E,GR99,: c,',
].join('\n')
const reading = {
  columns: [
    { as: 'region', column: 'territory' },
    { as: 'division', column: 'nace_r2' },
  ],
  constants: [
    { as: 'measure', text: 'WAGES' },
    { as: 'unit', text: 'thousand EUR' },
    { as: 'source', text: 'Made up' },
  ],
  only: [{ column: 'wstatus', value: 'EMP' }],
  yearsAsColumns: true,
}

const statistics = (body: string | Uint8Array, more: Record<string, string> = {}, by = lead) => post('regional-statistics', body, { project, ...more }, by)

describe('a file whose columns are not known', () => {
  it('is answered with what was found in it and what is lacking, and nothing is written', async () => {
    const { status, report } = await statistics(file)
    expect(status).toBe(422)
    expect(report).toMatchObject({
      recorded: 0,
      lacking: ['region', 'measure', 'unit', 'source'],
      readAs: { by: 'NAMES', reading: { yearsAsColumns: true, columns: [{ as: 'division', column: 'nace_r2' }] } },
      found: { sheet: null, head: 3, remarks: 0, first: [['A', 'EMP', 'C', 'XX01', '8123 b', ':'], expect.anything(), expect.anything()] },
    })
    expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual(
      ['region', 'measure', 'unit', 'source'].map((column) => [3, column, 'COLUMN_MISSING']),
    )
    expect(report.found.columns[1]).toEqual({ name: 'wstatus', values: ['EMP', 'SAL'], more: false, isYear: false })
    expect(report.found.columns[4]).toMatchObject({ name: '2013', isYear: true })
  })

  it('is read as it is said, flags beside the figures, and the next one of its shape by itself', async () => {
    const given = { reading: JSON.stringify(reading) }
    const tried = await statistics(file, { ...given, dryRun: 'true' })
    expect(tried).toMatchObject({ status: 200, report: { rows: 3, unknown: 2, recorded: 1, readAs: { by: 'GIVEN' } } })
    expect(await statistics(file, { dryRun: 'true' })).toMatchObject({ status: 422, report: { readAs: { by: 'NAMES' } } })
    expect(await statistics(file, given)).toMatchObject({ status: 200, report: { recorded: 1 } })
    const { data } = await lead.ask('{ regionalStatistics(filter: {measure: {eq: WAGES}}) { nodes { region { code } division year value flags unit } } }')
    expect(data.regionalStatistics.nodes).toEqual([{ region: { code: 'XX01' }, division: 'C', year: 2013, value: 8123, flags: 'b', unit: 'thousand EUR' }])
    const next = file.replace('2014', '2014,2015').replace('8123 b,:', '8123 b,8200,8300 e')
    expect(await statistics(next)).toMatchObject({ status: 200, report: { recorded: 2, unchanged: 1, unknown: 1, readAs: { by: 'REMEMBERED', reading } } })
  })

  it('is remembered for its project, where members read how', async () => {
    const document =
      '{ fileShapes { nodes { importedAs heading reading { columns { as column } constants { as text } only { column value } yearsAsColumns } } } }'
    const [shape] = (await lead.ask(document)).data.fileShapes.nodes
    expect(shape).toEqual({ importedAs: 'STATISTICS', heading: 'freq; wstatus; nace_r2; territory; 2013; 2014', reading })
    expect((await (await product.client.as('admin')).ask(document)).data.fileShapes.nodes).toEqual([])
  })

  it('is not read where what is said of it is none, and faults stand at the columns of the file', async () => {
    for (const wrong of ['{', '[]', '{"columns": [{"as": "region"}]}', '{"more": 1}'])
      expect([wrong, await statistics(file, { reading: wrong })]).toMatchObject([wrong, { status: 400, report: { code: 'BAD_USER_INPUT' } }])
    const several = { ...reading, only: [] }
    const { report } = await statistics(file, { reading: JSON.stringify(several), dryRun: 'true', replace: 'true' })
    expect(report.faults).toMatchObject([{ row: 5, column: null, code: 'DUPLICATE_KEY', params: { first: 4 } }])
    const strange = file.replace('XX01,7000', 'ZZ01,many').replace('A,SAL,C', 'A,SAL,Q77')
    const at = (await statistics(strange, { reading: JSON.stringify({ ...several, columns: reading.columns }), dryRun: 'true' })).report.faults
    expect(at.filter(({ row }) => row === 5).map(({ column, code }) => [column, code])).toEqual([
      ['nace_r2', 'UNKNOWN_DIVISION'],
      ['2013', 'NOT_A_NUMBER'],
      ['nace_r2', 'UNKNOWN_DIVISION'],
    ])
  })
})

describe('a file of entries', () => {
  const rows = [['Made up'], ['Naam', 'Land', 'Eerste', 'Tweede'], ['First', 'XX01', 1.5, '..'], ['Second', 'XX02', 12, 3]]
  const entries = (id: string, body: string | Uint8Array, more: Record<string, string> = {}, by = lead) =>
    post('benchmark-entries', body, { benchmark: id, ...more }, by)
  const said = {
    columns: [
      { as: 'title', column: 'Naam' },
      { as: 'region', column: 'Land' },
      { as: 'Indicator 1', column: 'Eerste' },
      { as: 'Indicator 2', column: 'Tweede' },
    ],
    constants: [{ as: 'kind', text: 'REGION' }],
  }

  it('is a workbook too, whose columns are said once', async () => {
    const id = await makeBenchmark(lead, { units: 1, indicators: 2, runs: 100 })
    const book = await writeWorkbook(rows).toBuffer()
    expect(await entries(id, book)).toMatchObject({ status: 422, report: { lacking: ['title', 'kind'], found: { head: 2 }, readAs: { by: 'NAMES' } } })
    const given = { reading: JSON.stringify(said) }
    expect(await entries(id, book, { ...given, dryRun: 'true' })).toMatchObject({
      status: 200,
      report: { added: 2, changed: 0, values: 4, preview: [{ title: 'First', 'Indicator 1': 1.5, 'Indicator 2': null }, { title: 'Second' }] },
    })
    expect(await entries(id, book, given)).toMatchObject({ status: 200, report: { added: 2 } })
    expect(await entries(id, book, { replace: 'true' })).toMatchObject({ status: 200, report: { changed: 2, readAs: { by: 'REMEMBERED' } } })
    const { data } = await lead.ask(
      'query ($id: ID!) { benchmarkEntries(filter: {benchmark: {id: {eq: $id}}, title: {eq: "First"}}) { nodes { kind region { code } } } }',
      { id },
    )
    expect(data.benchmarkEntries.nodes).toEqual([{ kind: 'REGION', region: { code: 'XX01' } }])
  })

  it('is read through GraphQL as it is said there', async () => {
    const id = await makeBenchmark(lead, { units: 1, indicators: 1, runs: 100 })
    const verb =
      'mutation ($id: ID!, $csv: String!, $reading: FileReadingInput) { importBenchmarkEntries(benchmarkId: $id, csv: $csv, reading: $reading) { added values } }'
    const csv = 'Nome iniziativa,Quante\nA,5'
    const refused = await lead.ask(verb, { id, csv })
    expect(refused.errors?.[0]?.extensions.faults).toMatchObject([
      { path: ['row', 1, 'title'], code: 'COLUMN_MISSING', params: { found: 'Nome iniziativa; Quante' } },
      { code: 'COLUMN_MISSING' },
      { code: 'UNKNOWN_INDICATOR' },
      { code: 'UNKNOWN_INDICATOR' },
    ])
    const columns = [
      { as: 'title', column: 'Nome iniziativa' },
      { as: 'Indicator 1', column: 'Quante' },
    ]
    const { data, errors } = await lead.ask(verb, { id, csv, reading: { columns, constants: [{ as: 'kind', text: 'ONGOING' }] } })
    expect([errors, data]).toEqual([undefined, { importBenchmarkEntries: { added: 1, values: 1 } }])
  })

  it('in Windows letters has them, and is not read from whoever may not import it', async () => {
    const id = await makeBenchmark(lead, { units: 1, indicators: 1, runs: 100 })
    const report = (await entries(id, Buffer.from('title,kind\nCitt\u00e0,ONGOING', 'latin1'), { dryRun: 'true' })).report
    expect(report).toMatchObject({ preview: [{ title: 'Città' }] })
    expect(await entries(id, 'title,kind\n', { dryRun: 'true' })).toMatchObject({ status: 422, report: { code: 'UNREADABLE_FILE' } })
    expect(await entries(id, `title,kind\n${'x,ONGOING\n'.repeat(2001)}`)).toMatchObject({ status: 400, report: { code: 'BAD_USER_INPUT' } })
    expect((await entries(id, 'x', {}, await product.client.as('partner-a'))).status).toBe(403)
    expect((await entries('nothing', 'x')).status).toBe(404)
    expect((await entries(id, 'x', {}, product.client)).status).toBe(401)
  })
})
