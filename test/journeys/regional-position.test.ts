import { readSheet } from 'read-excel-file/node'
import writeWorkbook from 'write-excel-file/node'
import { demonstrationId } from '../support/benchmarks.js'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let project: string

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  project = await demonstrationId(lead)
})

afterAll(() => product.stop())

const header = ['region', 'measure', 'division', 'year', 'value', 'unit', 'source']

/** Sends a file as a browser does. */
async function send(client: Client, body: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) {
  const query = new URLSearchParams({ project, ...more })
  const response = await client.send(`/imports/regional-statistics?${query}`, body)
  return {
    status: response.status,
    report: (await response.json()) as Record<string, unknown> & { faults: { row: number; column: string | null; code: string }[] },
  }
}

const rowsOf2014 = async () => (await lead.ask('{ regionalStatistics(filter: {year: {eq: 2014}}) { totalCount } }')).data.regionalStatistics.totalCount

describe('the regional position', () => {
  const ask = (client: Client, regionId: string, more = '') =>
    client.ask(
      `query ($id: ID!) { regionalPosition(regionId: $id, measure: EMPLOYMENT, fromYear: 2008, year: 2013${more}) { code unit total growth krugman shannon herfindahl structuralChange nationalShare industryMix regionalShare reference sources years
        divisions { division before value share locationQuotient nationalShare industryMix regionalShare } peers { code samePerformance distance krugman locationQuotients } } }`,
      { id: regionId },
    )
  const regionId = async (code: string) =>
    (await lead.ask('query ($code: String!) { regions(filter: {code: {eq: $code}}) { nodes { id } } }', { code })).data.regions.nodes[0].id as string

  it('places a region by quotients, specialisation, diversity, shift-share and change, with its peers', async () => {
    const { data, errors } = await ask(lead, await regionId('XX04'))
    expect(errors).toBeUndefined()
    const position = data.regionalPosition
    expect(position).toMatchObject({ code: 'XX04', unit: 'persons', sources: ['Invented'], years: [2008, 2009, 2010, 2011, 2012, 2013] })
    expect(position.reference).toHaveLength(12)
    expect(position.divisions).toHaveLength(10)
    expect(position.divisions.reduce((sum: number, { share }: { share: number }) => sum + share, 0)).toBeCloseTo(1, 9)
    const before = position.divisions.reduce((sum: number, division: { before: number }) => sum + division.before, 0)
    expect(position.nationalShare + position.industryMix + position.regionalShare).toBeCloseTo(position.total - before, 6)
    expect(position.peers).toHaveLength(5)
    expect(position.peers.map(({ code }: { code: string }) => code)).not.toContain('XX04')
    const performances = position.peers.map(({ samePerformance }: { samePerformance: boolean }) => samePerformance)
    expect(performances).toEqual([...performances].sort((a, b) => Number(b) - Number(a)))
    expect(position.peers[0].locationQuotients).toHaveLength(10)
  })

  it('answers the quotient that the statistics give by hand', async () => {
    const { data } = await lead.ask(
      '{ regionalStatistics(first: 500, filter: {measure: {eq: EMPLOYMENT}, year: {eq: 2013}}) { nodes { division value region { code } } } }',
    )
    const sum = (...tests: ((row: { division: string; region: { code: string } }) => boolean)[]) =>
      data.regionalStatistics.nodes
        .filter((row: never) => tests.every((test) => test(row)))
        .reduce((total: number, row: { value: number }) => total + row.value, 0)
    const [here, metal] = [(row: { region: { code: string } }) => row.region.code === 'XX04', (row: { division: string }) => row.division === 'C25']
    const expected = sum(here, metal) / sum(here) / (sum(metal) / sum())
    const { divisions } = (await ask(lead, await regionId('XX04'))).data.regionalPosition
    expect(divisions.find(({ division }: { division: string }) => division === 'C25').locationQuotient).toBeCloseTo(expected, 9)
  })

  it('is compared with regions of its own level, and with those that are asked for', async () => {
    const id = await regionId('XX04')
    const referenceOf = async (reference: string) => (await ask(lead, id, `, reference: {${reference}}`)).data.regionalPosition?.reference
    const [all, others] = [await referenceOf(''), await referenceOf('withoutSelf: true')]
    expect(all).toContain('XX04')
    expect(others).toEqual(all.filter((code: string) => code !== 'XX04'))
    expect(await referenceOf(`regionIds: ["${await regionId('XX05')}", "${await regionId('XX06')}"]`)).toEqual(['XX05', 'XX06'])
    const faultOf = async (reference: string) => (await ask(lead, id, `, reference: {${reference}}`)).errors?.[0]?.extensions.faults?.[0]
    expect(await faultOf('level: 0')).toMatchObject({ path: ['reference'], code: 'NO_REFERENCE', params: { year: 2013 } })
    expect(await faultOf(`regionIds: [${Array.from({ length: 501 }, () => `"${id}"`)}]`)).toMatchObject({
      path: ['reference', 'regionIds'],
      code: 'TOO_MANY_REGIONS',
    })
  })

  it('is nothing for a stranger, for a region without figures, and refuses years the wrong way round', async () => {
    const id = await regionId('XX04')
    expect((await ask(product.client, id)).data.regionalPosition).toBeNull()
    expect((await ask(lead, await regionId('ITI3'))).data.regionalPosition).toBeNull()
    const { errors } = await lead.ask('query ($id: ID!) { regionalPosition(regionId: $id, measure: WAGES, fromYear: 2013, year: 2013) { code } }', { id })
    expect(errors?.[0]?.extensions.faults?.[0]).toMatchObject({ path: ['year'], code: 'END_BEFORE_START' })
  })
})

describe('an import of regional statistics', () => {
  const good = [header.join(','), 'XX01,EMPLOYMENT,C25,2014,1234.5,persons,Test', 'xx02,employment,c25,2014,80,persons,"Test, of it"'].join('\n')

  it('shows what would come of it, then writes all, from CSV with comma or semicolon', async () => {
    const tried = await send(lead, good, { dryRun: 'true' })
    expect(tried).toMatchObject({
      status: 200,
      report: {
        dryRun: true,
        rows: 2,
        recorded: 2,
        replaced: 0,
        unchanged: 0,
        faultCount: 0,
        preview: [
          { row: 2, region: 'XX01', value: 1234.5 },
          { row: 3, region: 'XX02', source: 'Test, of it' },
        ],
      },
    })
    expect(await rowsOf2014()).toBe(0)
    expect(await send(lead, good)).toMatchObject({ status: 200, report: { dryRun: false, recorded: 2 } })
    expect(await rowsOf2014()).toBe(2)
    const semicolons = [header.join(';'), 'XX03;EMPLOYMENT;C25;2014;7,5;persons;Test'].join('\r\n')
    expect(await send(lead, `\uFEFF${semicolons}`)).toMatchObject({ status: 200, report: { recorded: 1, preview: [{ value: 7.5 }] } })
    expect(await rowsOf2014()).toBe(3)
  })

  it('writes nothing when one row is wrong, and names row, column and reason of each fault', async () => {
    const before = await rowsOf2014()
    const bad = [
      header.join(','),
      'XX05,EMPLOYMENT,C25,2014,1,persons,Test',
      'ZZ99,EMPLOYMENT,C25,2014,1,persons,Test',
      'XX05,EMPLOYMENT,C99,2014,1,persons,Test',
      'XX05,EMPLOYMENT,C25,2014,2,persons,Test',
      'XX06,HAPPINESS,C25,14,Infinity,persons,',
      'XX07,EMPLOYMENT,C25,2014,-1,persons,Test',
      'XX08,EMPLOYMENT,C25,2014,,persons,Test',
      'XX01,EMPLOYMENT,C25,2014,9,persons,Test',
    ].join('\n')
    const { status, report } = await send(lead, bad)
    expect(status).toBe(422)
    expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'region', 'UNKNOWN_REGION'],
      [4, 'division', 'UNKNOWN_DIVISION'],
      [5, null, 'DUPLICATE_KEY'],
      [6, 'measure', 'UNKNOWN_MEASURE'],
      [6, 'year', 'NOT_A_YEAR'],
      [6, 'value', 'NOT_A_NUMBER'],
      [6, 'source', 'REQUIRED'],
      [7, 'value', 'TOO_SMALL'],
      [8, 'value', 'REQUIRED'],
      [9, null, 'ALREADY_THERE'],
    ])
    expect(report).toMatchObject({ recorded: 0, replaced: 0, faultCount: 10 })
    expect(await rowsOf2014()).toBe(before)
    expect((await send(lead, 'region,value\nXX01,1')).report.faults.map(({ column, code }) => [column, code])).toContainEqual(['division', 'COLUMN_MISSING'])
  })

  it('asks which mark stands before the decimals where a figure is two by it, and keeps 15 digits', async () => {
    const csv = [header.join(';'), 'XX04;EMPLOYMENT;C25;2014;12,345;persons;Test', 'XX04;EMPLOYMENT;C26;2014;\u22120,5;persons;Test'].join('\n')
    const asked = await send(lead, csv)
    expect(asked.status).toBe(422)
    expect(asked.report.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'value', 'AMBIGUOUS_NUMBER'],
      [3, 'value', 'TOO_SMALL'],
    ])
    const figures = csv.replace('\u22120,5', '0,123456789012345')
    for (const [decimals, value] of Object.entries({ POINT: 12_345, COMMA: 12.345 })) {
      expect(await send(lead, figures, { dryRun: 'true', decimals })).toMatchObject({
        status: 200,
        report: { preview: [{ value }, { value: 0.123456789012345 }] },
      })
    }
    const long = figures.replace('0,123456789012345', '0,1234567890123456')
    expect((await send(lead, long, { decimals: 'POINT' })).report.faults.map(({ row, code }) => [row, code])).toEqual([[3, 'TOO_MANY_DIGITS']])
    expect((await send(lead, figures.replace('EMPLOYMENT;C25', 'employment\u200b;c25'), { dryRun: 'true', decimals: 'POINT' })).status).toBe(200)
  })

  it('revises a figure when asked to, and keeps the former one', async () => {
    const revised = good.replace('1234.5', '1300')
    expect(await send(lead, revised, { replace: 'true' })).toMatchObject({ status: 200, report: { recorded: 0, replaced: 1, unchanged: 1 } })
    const { data } = await lead.ask(
      '{ regionalStatistics(filter: {year: {eq: 2014}, region: {code: {eq: "XX01"}}}) { nodes { value history { value supersededAt } } } }',
    )
    expect(data.regionalStatistics.nodes).toMatchObject([
      {
        value: 1300,
        history: [
          { value: 1234.5, supersededAt: expect.any(String) },
          { value: 1300, supersededAt: null },
        ],
      },
    ])
  })

  it('refuses figures of a measure in two units, and takes another one for all', async () => {
    const rows = (unit: string) => [header.join(','), ...['C25', 'C26'].map((division) => `XX10,RESEARCH_AND_DEVELOPMENT,${division},2014,5,${unit},Test`)]
    const [, first = '', second = ''] = rows('persons')
    const mixed = await send(lead, [header.join(','), first, second.replace('persons', 'thousand persons')].join('\n'))
    expect(mixed.report.faults).toMatchObject([{ row: 3, column: 'unit', code: 'OTHER_UNIT', params: { unit: 'persons' } }])
    expect(await send(lead, rows('persons').join('\n'))).toMatchObject({ status: 200, report: { recorded: 2 } })
    const other = [header.join(','), first.replace('XX10', 'XX11').replace('persons', 'thousand persons')].join('\n')
    expect((await send(lead, other)).report.faults).toMatchObject([{ row: 2, column: 'unit', code: 'OTHER_UNIT' }])
    expect(await send(lead, rows('full-time equivalents').join('\n'), { replace: 'true' })).toMatchObject({ status: 200, report: { replaced: 2 } })
  })

  it('reads a workbook, and offers templates that it reads itself', async () => {
    const book = await writeWorkbook([header, ['XX09', 'WAGES', 'C25', 2013, 2100.75, 'EUR a month', 'Test']]).toBuffer()
    expect(await send(lead, new Uint8Array(book))).toMatchObject({ status: 200, report: { recorded: 1, preview: [{ measure: 'WAGES', value: 2100.75 }] } })
    const template = Buffer.from(await (await fetch(`${product.gateway.url}/imports/regional-statistics/template.xlsx`)).arrayBuffer())
    expect((await readSheet(template))[0]).toEqual(header)
    expect(await send(lead, new Uint8Array(template), { dryRun: 'true' })).toMatchObject({ status: 200, report: { rows: 1, faultCount: 0 } })
    const csv = await (await fetch(`${product.gateway.url}/imports/regional-statistics/template.csv`)).text()
    expect(await send(lead, csv, { dryRun: 'true' })).toMatchObject({ status: 200, report: { rows: 1 } })
  })

  it('refuses what is no table, what is too large, and people who may not', async () => {
    expect(await send(lead, new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toMatchObject({ status: 422, report: { code: 'UNREADABLE_FILE' } })
    expect(await send(lead, new Uint8Array([0xff, 0xfe, 0x41]))).toMatchObject({ status: 422, report: { code: 'UNREADABLE_FILE' } })
    expect(await send(lead, '')).toMatchObject({ status: 422, report: { code: 'UNREADABLE_FILE' } })
    expect(await send(lead, 'x'.repeat(10_000_001))).toMatchObject({ status: 413, report: { code: 'FILE_TOO_LARGE' } })
    expect(await send(product.client, good)).toMatchObject({ status: 401 })
    expect(await send(await product.client.as('partner-a'), good)).toMatchObject({
      status: 403,
      report: { code: 'FORBIDDEN', by: 'LEAD_PARTNER,WORK_PACKAGE_LEADER,EVALUATOR' },
    })
    expect(await send(await product.client.as('admin'), good)).toMatchObject({ status: 404 })
  })
})
