import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { codegen } from '@graphql-codegen/core'
import * as typedDocuments from '@graphql-codegen/typed-document-node'
import * as operations from '@graphql-codegen/typescript-operations'
import { type DocumentNode, parse, print } from 'graphql'
import ts from 'typescript'
import { contract, contractText, type ForeignWorld, foreignWorld } from '../../support/foreign-client.js'
import { type Answer, type Product, startProduct } from '../../support/product.js'

const documents = `query Partners($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  partners(filter: {project: {id: {eq: $project}}}, orderBy: [{position: ASC}], first: $first, after: $after, last: $last, before: $before) {
    nodes { ...PartnerLine } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }
fragment PartnerLine on Partner { id acronym role country }
query PartnerByNode($id: ID!) { node(id: $id) { id ... on Partner { version ...PartnerLine } } }
mutation Rename($id: ID!, $version: Int!, $input: UpdatePartnerInput!) { updatePartner(id: $id, version: $version, input: $input) { id acronym } }`

/** What somebody who uses the types may write, and one line that the types must refuse. */
const use = `import type { PartnersQuery, RenameMutationVariables } from './documents'
declare const answer: PartnersQuery
export const names: (string | null)[] = answer.partners.nodes.map(({ acronym }) => acronym)
export const next: string | null = answer.partners.pageInfo.endCursor
export const isLead: boolean = answer.partners.nodes[0]?.role === 'LEAD_PARTNER'
export const variables: RenameMutationVariables = { id: '1', version: 1, input: { acronym: 'A' } }
// @ts-expect-error An input without what a partner has.
export const wrong: RenameMutationVariables = { id: '1', version: 1, input: { colour: 'red' } }
`

let product: Product
let world: ForeignWorld
let folder: string

beforeAll(async () => {
  product = await startProduct()
  world = await foreignWorld(product.client)
  // Within the house, where its types are found.
  folder = mkdtempSync(resolve('test/.codegen-'))
})
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  return product?.stop()
})

/** TypeScript of the documents, as graphql-codegen writes it. */
const written = (): Promise<string> =>
  codegen({
    filename: 'documents.ts',
    schema: parse(contractText),
    schemaAst: contract,
    documents: [{ location: 'documents.graphql', document: parse(documents) }],
    config: { useTypeImports: true, scalars: { Date: 'string', DateTime: 'string', Decimal: 'number', Money: 'number', JSON: 'unknown' } },
    plugins: [{ operations: {} }, { typedDocuments: {} }],
    pluginMap: { operations, typedDocuments },
  })

/** What TypeScript has against files. */
function typeFaults(...files: readonly string[]): string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  })
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

/** Asks with a document that codegen wrote. */
async function ask(document: DocumentNode, variables: Record<string, unknown>): Promise<Answer> {
  const headers = { ...world.headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' }
  const answer = await fetch(world.endpoint, { method: 'POST', headers, body: JSON.stringify({ query: print(document), variables }) })
  return answer.json()
}

describe('graphql-codegen', () => {
  it('writes types and documents of the contract that TypeScript takes, and that page, refetch and write', async () => {
    const text = await written()
    const [file, user] = [join(folder, 'documents.ts'), join(folder, 'use.ts')]
    writeFileSync(file, text)
    writeFileSync(user, use)
    expect(typeFaults(file, user)).toEqual([])

    const script = join(folder, 'documents.mjs')
    writeFileSync(script, ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText)
    const { PartnersDocument, PartnerByNodeDocument, RenameDocument } = await import(script)
    const project = world.projectId
    const page = async (variables: Record<string, unknown>) => (await ask(PartnersDocument, { project, ...variables })).data.partners
    const idsOf = ({ nodes }: { readonly nodes: readonly { readonly id: string }[] }) => nodes.map(({ id }) => id)
    const first = await page({ first: 5 })
    const second = await page({ first: 5, after: first.pageInfo.endCursor })
    expect([...idsOf(first), ...idsOf(second)]).toEqual(world.partnerIds.slice(0, 10))
    expect(await page({ last: 5, before: second.pageInfo.startCursor })).toMatchObject({ nodes: first.nodes, pageInfo: { hasPreviousPage: false } })

    const [id] = world.partnerIds
    const { version } = (await ask(PartnerByNodeDocument, { id })).data.node
    expect((await ask(RenameDocument, { id, version, input: { acronym: 'By codegen' } })).data.updatePartner).toEqual({ id, acronym: 'By codegen' })
  })
})
