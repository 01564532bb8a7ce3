import { demonstrationId, personId } from '@clusterpolisee/schema'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let southern: Client

beforeAll(async () => {
  product = await startProduct()
  ;[lead, southern] = await Promise.all([product.client.as('lead'), product.client.as('partner-b')])
})

afterAll(() => product.stop())

const workPackage = async (number: number) => {
  const { data } = await lead.ask(
    'query ($project: ID!, $number: Int!) { workPackages(filter: {project: {id: {eq: $project}}, number: {eq: $number}}) { nodes { id } } }',
    {
      ...{ project: demonstrationId, number },
    },
  )
  return data.workPackages.nodes[0].id as string
}

const addActivity = async (client: Client, workPackageId: string, number: string) => {
  const { data, errors } = await client.ask('mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }', {
    input: { projectId: demonstrationId, workPackageId, number, title: 'One more' },
  })
  return errors?.[0]?.extensions.code ?? (data.createActivity.id as string).length
}

describe('leading a work package', () => {
  it('is one act: whoever is a member leads from then on, and until it is taken back', async () => {
    const [third, fourth] = [await workPackage(3), await workPackage(4)]
    expect(await addActivity(southern, fourth, '4.90')).toBe('FORBIDDEN')
    const { data } = await lead.ask('mutation ($input: CreateLeadershipInput!) { createLeadership(input: $input) { id version } }', {
      input: { projectId: demonstrationId, workPackageId: fourth, userId: personId('partner-b') },
    })
    expect([await addActivity(southern, fourth, '4.91'), await addActivity(southern, third, '3.91')]).toEqual([36, 'FORBIDDEN'])
    const held = await southern.ask('mutation ($input: CreateEventInput!) { createEvent(input: $input) { id } }', {
      input: { projectId: demonstrationId, title: 'Meeting of the work package', kind: 'WORKING_GROUP' },
    })
    expect(held.errors).toBeUndefined()
    await lead.ask('mutation ($id: ID!, $version: Int!) { archiveLeadership(id: $id, version: $version) { id } }', data.createLeadership)
    expect(await addActivity(southern, fourth, '4.92')).toBe('FORBIDDEN')
  })

  it('is not needed of the lead partner, who starts a pilot and enters its measurements', async () => {
    const { data } = await lead.ask(
      'query ($id: ID!) { pilot(id: $id) { can { update { allowed } } adds indicators(first: 1) { nodes { contributors(first: 1) { nodes { id can { measure { allowed } } } } } } } }',
      { id: (await lead.ask('{ pilots(filter: {title: {eq: "Innovation vouchers"}}) { nodes { id } } }')).data.pilots.nodes[0].id },
    )
    expect(data.pilot.can.update.allowed).toBe(true)
    expect(data.pilot.adds).toContain('indicators')
    const [seat] = data.pilot.indicators.nodes[0].contributors.nodes
    expect(seat.can.measure.allowed).toBe(true)
    const { errors } = await lead.ask('mutation ($input: [MeasurementInput!]!) { recordMeasurements(input: $input, dryRun: true) { recorded } }', {
      input: [{ contributorId: seat.id, onDay: '2014-03-03', value: 3 }],
    })
    expect(errors).toBeUndefined()
  })
})
