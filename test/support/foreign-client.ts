import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import type { Client } from './product.js'

/** The text of the contract, as others are given it. */
export const contractText = readFileSync('packages/contract/schema.graphql', 'utf8')

/** The contract as a schema. */
export const contract = buildSchema(contractText, { assumeValidSDL: true })

/** What the contract has against documents. */
export const faultsIn = (...documents: readonly string[]): string[] =>
  documents.flatMap((text) => validate(contract, parse(text)).map(({ message }) => message))

/** What a journey of somebody else's client starts from, as the lead partner sees it. */
export interface ForeignWorld {
  readonly endpoint: string
  /** The session, as headers. */
  readonly headers: Record<string, string>
  readonly projectId: string
  /** Of the project, in the order of its list. */
  readonly partnerIds: readonly string[]
}

/** Looks at the demonstration without any client. */
export async function foreignWorld(client: Client): Promise<ForeignWorld> {
  const lead = await client.as('lead')
  const { data } = await lead.ask(
    '{ projects(filter: {demonstration: {eq: true}}) { nodes { id partners(first: 50, orderBy: [{position: ASC}]) { nodes { id } } } } }',
  )
  const [project] = data.projects.nodes
  return {
    endpoint: `${client.url}/graphql`,
    headers: lead.cookie(),
    projectId: project.id,
    partnerIds: project.partners.nodes.map(({ id }: { readonly id: string }) => id),
  }
}
