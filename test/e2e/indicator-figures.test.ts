import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10))

/** Measures the days from request to answer of a pilot 129 times as 100, and last as 49. */
async function measureOften(): Promise<{ pilot: string; indicator: string }> {
  const leader = await stage.product.client.as('wp-leader')
  const { data } = await leader.ask(
    '{ indicators(first: 1, filter: {title: {eq: "Days from request to answer"}, pilot: {title: {eq: "Innovation vouchers"}}}) { nodes { id pilot { id } contributors { nodes { id } } } } }',
  )
  const [indicator] = data.indicators.nodes
  const input = [...days('2013-04-01', 129).map((onDay) => ({ onDay, value: 100 })), { onDay: '2014-04-01', value: 49 }].map((figures) => ({
    contributorId: indicator.contributors.nodes[0].id,
    ...figures,
  }))
  const { errors } = await leader.ask('mutation ($input: [MeasurementInput!]!) { recordMeasurements(input: $input) { recorded } }', { input })
  expect(errors).toBeUndefined()
  return { pilot: indicator.pilot.id, indicator: indicator.id }
}

describe('an indicator that was measured more than a hundred times', () => {
  it('shows its newest figure on the page of its pilot, on its own, in the table and where the next one is entered', async () => {
    const { pilot, indicator } = await measureOften()
    const page = await stage.open('wp-leader')
    await visit(page, `/pilots/${pilot}/show`)
    const finding = 'Days from request to answer: 49 days on 1 April 2014, target 40'
    await page.getByRole('img', { name: finding }).waitFor()
    await page.getByText('9 days above 40').waitFor()
    await page.getByText('The newest 100 days are shown; there are earlier ones.').waitFor()
    await page.getByRole('button', { name: 'Table' }).click()
    await page
      .getByRole('row', { name: /Days from request to answer.*1 Apr 2014/ })
      .getByRole('cell', { name: '49' })
      .waitFor()

    await visit(page, `/indicators/${indicator}/show`)
    await page.getByRole('img', { name: finding }).waitFor()
    await page.getByText(/The newest 100 of \d+ are shown\./).waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByText(/The newest 100 of/).waitFor({ state: 'detached' })
    await page
      .getByRole('row', { name: /1 Apr 2013|1 April 2013/ })
      .first()
      .waitFor()

    await visit(page, `/pilots/${pilot}/measurements`)
    await page.getByRole('button', { name: /Days from request to answer.*1 April 2014.*49/ }).waitFor()
    await page.getByLabel('Day', { exact: true }).fill('2014-04-02')
    await page.getByRole('textbox', { name: /^Days from request to answer.*2 Apr 2014/ }).fill('1000')
    await page.getByText(/1,?000.*49/).waitFor()
  })
})
