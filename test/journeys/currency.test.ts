import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let database: pg.Client
let demonstration: string
/** Projects that the lead partner of the demonstration leads too, by their acronyms. */
let projects: Readonly<Record<'ISO' | 'FIXED' | 'SUMS' | 'NEITHER', string>>

beforeAll(async () => {
  product = await startProduct()
  database = await connectEmbedded(product.folder)
  const [ISO, FIXED, SUMS, NEITHER] = [await newProject('ISO'), await newProject('FIXED'), await newProject('SUMS'), await newProject('NEITHER')]
  projects = { ISO, FIXED, SUMS, NEITHER }
  lead = await product.client.as('lead')
  demonstration = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})

afterAll(async () => {
  await database.end()
  await product.stop()
})

async function newProject(acronym: string): Promise<string> {
  const project = `INSERT INTO project (id, version, created_at, updated_at, acronym, title, behind_threshold, ahead_threshold)
    VALUES (gen_random_uuid(), 1, now(), now(), $1, 'Another project', 0.1, 0.3) RETURNING id`
  const { rows } = await database.query(project, [acronym])
  const membership = `INSERT INTO membership (id, version, created_at, updated_at, project_id, user_id, role)
    SELECT gen_random_uuid(), 1, now(), now(), $1, id, 'LEAD_PARTNER' FROM app_user WHERE email = 'lead@example.org'`
  await database.query(membership, [rows[0].id])
  return rows[0].id
}

async function update(id: string, input: Record<string, unknown>) {
  const { version } = (await lead.ask('query ($id: ID!) { project(id: $id) { version } }', { id })).data.project
  const document = 'mutation ($id: ID!, $version: Int!, $input: UpdateProjectInput!) { updateProject(id: $id, version: $version, input: $input) { currency } }'
  const { data, errors } = await lead.ask(document, { id, version, input })
  return errors ? errors[0]?.extensions.faults : data.updateProject
}

async function addBudget(projectId: string, code: string, amount: number | null): Promise<{ id: string; version: number; currency: string }> {
  const fund = 'mutation ($input: CreateFundInput!) { createFund(input: $input) { id } }'
  const { data } = await lead.ask(fund, { input: { projectId, code, title: { en: code } } })
  const document = 'mutation ($input: CreateFundBudgetInput!) { createFundBudget(input: $input) { id version currency } }'
  return (await lead.ask(document, { input: { projectId, fundId: data.createFund.id, amount } })).data.createFundBudget
}

describe('the currency of a project', () => {
  it('is one of ISO 4217, and EUR where nothing else is said', async () => {
    const id = projects.ISO
    expect((await lead.ask('query ($id: ID!) { project(id: $id) { currency } }', { id })).data.project).toEqual({ currency: 'EUR' })
    expect(await update(id, { currency: 'CHF' })).toEqual({ currency: 'CHF' })
    expect(await update(id, { currency: 'chf' })).toMatchObject([{ path: ['currency'], code: 'NOT_A_CURRENCY' }])
    expect(await update(id, { currency: 'QQQ' })).toMatchObject([{ path: ['currency'], code: 'NOT_A_CURRENCY' }])
  })

  it('is fixed as soon as there is any amount of the project, archived ones too', async () => {
    const refused = [{ path: ['currency'], code: 'HAS_AMOUNTS', params: { currency: 'EUR' } }]
    expect(await update(demonstration, { currency: 'CHF', totalBudget: null })).toMatchObject(refused)
    const id = projects.FIXED
    await addBudget(id, 'IPA', null)
    const budget = await addBudget(id, 'ERDF', 0)
    expect(await update(id, { currency: 'CHF' })).toMatchObject(refused)
    await lead.ask('mutation ($id: ID!, $version: Int!) { archiveFundBudget(id: $id, version: $version) { id } }', budget)
    expect(await update(id, { currency: 'CHF' })).toMatchObject(refused)
    expect(await update(id, { currency: 'EUR', title: 'The same currency' })).toEqual({ currency: 'EUR' })
    await database.query('UPDATE fund_budget SET amount = NULL WHERE id = $1', [budget.id])
    expect(await update(id, { currency: 'CHF', totalBudget: 100 })).toEqual({ currency: 'CHF' })
  })
})

describe('amounts', () => {
  it('tell their currency, and have no figures over several', async () => {
    await update(projects.SUMS, { currency: 'CHF' })
    expect(await addBudget(projects.SUMS, 'OWN', 70)).toMatchObject({ currency: 'CHF' })
    await addBudget(projects.SUMS, 'IPA', 30)
    await addBudget(projects.NEITHER, 'OWN', 11)
    const figures = 'count sum { amount } avg { amount } min { amount } max { amount }'
    const { data } = await lead.ask(
      `query ($filter: FundBudgetFilter!, $swiss: FundBudgetFilter!) {
        mixed: fundBudgetsSummary(filter: $filter) { groups { ${figures} swiss: sum(filter: $swiss) { amount } } }
        each: fundBudgetsSummary(filter: $filter, groupBy: [CURRENCY]) { groups(orderBy: [{sum: {amount: DESC}}]) { key { currency } ${figures} } }
        list: fundBudgets(filter: {and: [$filter, $swiss]}) { totalCount } }`,
      { filter: { project: { acronym: { in: ['SUMS', 'NEITHER'] } } }, swiss: { currency: { eq: 'CHF' } } },
    )
    const of = (amount: number | null) => ({ amount })
    expect(data.mixed.groups).toEqual([{ count: 3, sum: of(null), avg: of(null), min: of(null), max: of(null), swiss: of(100) }])
    expect(data.each.groups).toEqual([
      { key: { currency: 'CHF' }, count: 2, sum: of(100), avg: of(50), min: of(30), max: of(70) },
      { key: { currency: 'EUR' }, count: 1, sum: of(11), avg: of(11), min: of(11), max: of(11) },
    ])
    expect(data.list.totalCount).toBe(2)
  })
})
