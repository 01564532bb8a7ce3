import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
})

afterAll(() => product.stop())

const folder = 'packages/schema/src/sample/clusterpolisee'
const files = Object.fromEntries(readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]))

/** Every key of a source that the files name, wherever it stands. */
function citedIn(value: unknown, within = false): string[] {
  if (typeof value === 'string') return within ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => citedIn(item, within))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => citedIn(inner, /sources?$/i.test(key) && (Array.isArray(inner) || typeof inner === 'string')))
}

describe('the real project', () => {
  const real = 'project: {acronym: {eq: "ClusterPoliSEE"}}'

  it('cites only sources that are listed', () => {
    const listed = new Set((files['sources.json'] as { id: string }[]).map(({ id }) => id))
    const cited = Object.entries(files).flatMap(([name, value]) => (name === 'sources.json' ? [] : citedIn(value)))
    expect(cited.length).toBeGreaterThan(100)
    expect([...new Set(cited)].filter((key) => !listed.has(key))).toEqual([])
  })

  it('holds every partner, area, phase, work package, pilot and source of the files', async () => {
    const count = (name: string) => (files[name] as unknown[]).length
    const { data } =
      await lead.ask(`{ partners(filter: {${real}}) { totalCount } thematicAreas(filter: {${real}}) { totalCount } phases(filter: {${real}}) { totalCount }
      workPackages(filter: {${real}}) { totalCount } sources(filter: {${real}}) { totalCount } pilots(filter: {${real}}) { totalCount } events(filter: {${real}}) { totalCount } }`)
    expect(data).toMatchObject({
      partners: { totalCount: count('partners.json') },
      thematicAreas: { totalCount: count('thematic-areas.json') },
      phases: { totalCount: count('phases.json') },
      workPackages: { totalCount: (files['work-packages.json'] as { length: number }).length },
      sources: { totalCount: count('sources.json') },
      events: { totalCount: count('events.json') },
    })
    expect(data.pilots.totalCount).toBeGreaterThan(0)
  })

  it('has citations that all lead to a record and, where they name one, to a field of it', async () => {
    const { data } = await lead.ask(`{ citations(first: 500, filter: {${real}}) { totalCount nodes { recordType recordId field basis source { id } } } }`)
    expect(data.citations.totalCount).toBeLessThanOrEqual(500)
    const contract = JSON.parse(readFileSync('packages/contract/fields.json', 'utf8')) as {
      records: Record<string, { singular: string; fields: { name: string }[] }>
    }
    const found = await lead.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', {
      ids: [...new Set<string>(data.citations.nodes.map((node: { recordId: string }) => node.recordId))].slice(0, 500),
    })
    const types = new Map<string, string>(found.data.nodes.filter(Boolean).map((node: { id: string; __typename: string }) => [node.id, node.__typename]))
    const lost = data.citations.nodes.filter((node: { recordId: string; recordType: string }) => types.get(node.recordId) !== node.recordType)
    expect(lost).toEqual([])
    const fieldless = data.citations.nodes.filter(
      ({ recordType, field }: { recordType: string; field: string | null }) =>
        field && !contract.records[recordType]?.fields.some(({ name }) => name === field),
    )
    expect(fieldless).toEqual([])
    expect(data.citations.nodes.filter((node: { basis: string; source: unknown }) => node.basis === 'SOURCE' && !node.source)).toEqual([])
  })
})

describe('the schema', () => {
  it('describes every type, and every query and verb that is written by hand; a field is left to its name only where that says as much as its label', async () => {
    const { data } = await product.client.ask(
      '{ __schema { types { name description fields(includeDeprecated: true) { name description type { name ofType { name } } } } } }',
    )
    const types = (data.__schema.types as Type[]).filter(({ name }) => !name.startsWith('__'))
    const roots = types
      .filter(({ name }) => ['Query', 'Mutation'].includes(name))
      .flatMap(({ fields }) => (fields ?? []).filter((field) => !derived.has(field.name) && !isList(field)))
    expect([...types, ...roots].filter(({ description }) => !description).map(({ name }) => name)).toEqual([])
    const silent = Object.values(records).flatMap(({ name, plural }) =>
      (types.find((type) => type.name === name)?.fields ?? [])
        .filter(({ description, name: field }) => !description && labels[plural]?.fields[field] !== undefined)
        .filter(({ name: field }) => !saysAsMuch(field, labels[plural]?.fields[field] ?? ''))
        .map((field) => `${name}.${field.name}`),
    )
    expect(silent).toEqual([])
  })
})

interface Described {
  readonly name: string
  readonly description: string | null
}

interface Field extends Described {
  readonly type: { readonly name: string | null; readonly ofType: { readonly name: string | null } | null }
}

interface Type extends Described {
  readonly fields: readonly Field[] | null
}

/** A list, and a summary of it, is described by the type of its rows. */
const isList = ({ type }: Field): boolean => /(Connection|Summary)$/.test(type.name ?? type.ofType?.name ?? '')

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../packages/contract', file), 'utf8'))
const records: Readonly<Record<string, { readonly name: string; readonly singular: string; readonly plural: string }>> = read('fields.json').records
const labels: Readonly<Record<string, { readonly fields: Readonly<Record<string, string>> }>> = read('labels/en.json').resources

/** What each record has of its own accord is described once, at Query and Mutation. */
const derived = new Set(
  Object.values(records).flatMap(({ name, singular, plural }) => [
    ...[singular, plural, `${plural}Summary`],
    ...['create', 'update', 'archive', 'restore', 'delete'].map((verb) => `${verb}${name}`),
  ]),
)

const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** `createdAt` says as much as "Created". */
const saysAsMuch = (field: string, label: string): boolean => [inWords(field), inWords(field).replace(/ at$/, '')].map(plain).includes(plain(label))
