import type { DataProvider, GetListParams, RaRecord } from 'react-admin'
import { contract, type FieldFacts, fieldOf, isOrderable, nameFields, type RecordFacts, recordOf, sourceOf } from './contract'
import { ask, GraphqlError } from './graphql'

interface Page {
  readonly nodes: RaRecord[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null }
  readonly totalCount: number
}

/** A field as it is asked for; what is kept in several languages in the one that the page speaks. */
const fieldText = (record: RecordFacts | undefined, name: string): string =>
  record && fieldOf(record, name)?.kind === 'localised' ? `${name}(language: "${document.documentElement.lang}")` : name

/** The fields by which a record is called, as they are asked for. */
export const nameSelection = (record: string): string =>
  nameFields(record)
    .map((name) => fieldText(contract.records[record], name))
    .join(' ')

function selected(record: RecordFacts, field: FieldFacts): string {
  if (field.kind === 'localised') return `${fieldText(record, field.name)} ${field.name}Translations`
  return field.kind === 'belongsTo' && field.target ? `${field.name} { id ${nameSelection(field.target)} }` : field.name
}

/** What lists show of a record beside its own fields. */
const beside: Readonly<Record<string, string>> = { EvaluationPlan: 'subjects(first: 20) { nodes { pilot { id title } } }' }

/** Every field of a record, its relations by id and name, and what this person may do with it. */
function selection(record: RecordFacts): string {
  const archived = fieldOf(record, 'archivedAt') !== undefined
  const moves = `can { update { allowed reason by } ${archived ? 'archive { allowed reason by }' : ''} delete { allowed reason by } }`
  return `id version ${record.fields.map((field) => selected(record, field)).join(' ')} ${nameSelection(record.name)} ${beside[record.name] ?? ''} hidden ${moves}`
}

/** Relations are edited by their ids: `partner {id}` is also `partnerId`. */
function withIds(record: RecordFacts, node: RaRecord): RaRecord {
  const ids = record.fields.filter((field) => field.kind === 'belongsTo').map((field) => [`${field.name}Id`, node[field.name]?.id ?? null])
  return { ...node, ...Object.fromEntries(ids) }
}

const cursors = new Map<string, string | null>()

function orderOf(record: RecordFacts, sort: GetListParams['sort']): Record<string, string>[] {
  const field = record.fields.find((candidate) => candidate.name === sort?.field && isOrderable(candidate))
  return field && sort ? [{ [field.name]: sort.order }] : []
}

function splitFilter(filter: Record<string, unknown>) {
  const { q, archived, ...fields } = filter
  return { search: typeof q === 'string' && q !== '' ? q : undefined, archived: archived === true ? true : undefined, fields }
}

async function readPage(record: RecordFacts, params: Partial<GetListParams>, after: string | null, first: number): Promise<Page> {
  const { search, archived, fields } = splitFilter(params.filter ?? {})
  const searchable = record.fields.some((field) => field.search)
  const isArchived = record.fields.some((field) => field.name === 'archivedAt')
  const query = `query ($filter: ${record.name}Filter, $orderBy: [${record.name}Order!], $first: Int, $after: String${searchable ? ', $search: String' : ''}${isArchived ? ', $archived: Boolean' : ''}) {
    ${record.plural}(filter: $filter, orderBy: $orderBy, first: $first, after: $after${searchable ? ', search: $search' : ''}${isArchived ? ', archived: $archived' : ''}) {
      totalCount nodes { ${selection(record)} } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
  const variables = { filter: fields, orderBy: orderOf(record, params.sort), first, after, search, archived }
  const data = await ask<Record<string, Page>>(query, variables, params.signal)
  const page = data[record.plural] as Page
  return { ...page, nodes: page.nodes.map((node) => withIds(record, node)) }
}

/** Pages are found by their cursor; one that was not passed yet is walked to. */
async function listPage(record: RecordFacts, params: GetListParams): Promise<Page> {
  const { page = 1, perPage = 25 } = params.pagination ?? {}
  const key = (number: number) => JSON.stringify([record.name, params.filter, params.sort, perPage, number])
  let at = page
  while (at > 1 && !cursors.has(key(at))) at -= 1
  for (; at < page; at += 1) {
    const passed = await readPage(record, params, cursors.get(key(at)) ?? null, perPage)
    cursors.set(key(at + 1), passed.pageInfo.endCursor)
  }
  const found = await readPage(record, params, cursors.get(key(page)) ?? null, perPage)
  cursors.set(key(page + 1), found.pageInfo.endCursor)
  return found
}

/** Every row of a list, page by page; for exports. */
export async function allRows(plural: string, params: Partial<GetListParams>): Promise<RaRecord[]> {
  const record = recordOf(plural)
  const rows: RaRecord[] = []
  for (let after: string | null = null; ; ) {
    const page: Page = await readPage(record, params, after, 500)
    rows.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) return rows
    after = page.pageInfo.endCursor
  }
}

function inputOf(record: RecordFacts, mode: 'create' | 'update', data: Record<string, unknown>, former?: Record<string, unknown>) {
  const fields = record.fields.filter((field) => field.input === 'always' || (mode === 'create' && field.input === 'create'))
  const entries = fields.map((field) => {
    const name = sourceOf(field)
    return [field.inputName, data[name] === '' ? null : data[name], former?.[name]] as const
  })
  const changed = entries.filter(
    ([, value, before]) => value !== undefined && JSON.stringify(value ?? null) !== JSON.stringify(former ? (before ?? null) : undefined),
  )
  return Object.fromEntries(changed.map(([name, value]) => [name, value]))
}

/** A fault of what is kept in several languages stands at its English input. */
function atInputs(record: RecordFacts, error: GraphqlError): GraphqlError {
  for (const field of record.fields.filter(({ kind }) => kind === 'localised')) {
    const text = error.body.errors[field.name]
    if (text) error.body.errors[`${sourceOf(field)}.en`] = text
  }
  return error
}

async function mutate(
  record: RecordFacts,
  name: string,
  signature: string,
  args: string,
  variables: Record<string, unknown>,
  answers = selection(record),
): Promise<RaRecord> {
  const data = await ask<Record<string, RaRecord>>(`mutation (${signature}) { ${name}(${args}) { ${answers} } }`, variables).catch((error: unknown) => {
    throw error instanceof GraphqlError ? atInputs(record, error) : error
  })
  return withIds(record, data[name] as RaRecord)
}

/** The gateway as react-admin sees it: one generic provider from the contract. */
export const dataProvider: DataProvider = {
  async getList(resource, params) {
    const { nodes, totalCount } = await listPage(recordOf(resource), params as GetListParams)
    return { data: nodes as never[], total: totalCount }
  },
  async getOne(resource, { id }) {
    const record = recordOf(resource)
    const data = await ask<Record<string, RaRecord | null>>(`query ($id: ID!) { ${record.singular}(id: $id) { ${selection(record)} } }`, { id })
    const found = data[record.singular]
    if (!found) throw new GraphqlError('', 'NOT_FOUND')
    return { data: withIds(record, found) as never }
  },
  async getMany(resource, { ids }) {
    const page = await readPage(recordOf(resource), { filter: { id: { in: ids } } }, null, 500)
    return { data: page.nodes as never[] }
  },
  async getManyReference(resource, { target, id, ...params }) {
    const filter = { ...params.filter, [target]: { id: { eq: id } } }
    const { nodes, totalCount } = await listPage(recordOf(resource), { ...params, filter })
    return { data: nodes as never[], total: totalCount }
  },
  async create(resource, { data }) {
    const record = recordOf(resource)
    const input = inputOf(record, 'create', data as Record<string, unknown>)
    return { data: (await mutate(record, `create${record.name}`, `$input: Create${record.name}Input!`, 'input: $input', { input })) as never }
  },
  async update(resource, { id, data, previousData }) {
    const record = recordOf(resource)
    const former = previousData as Record<string, unknown>
    const input = inputOf(record, 'update', data as Record<string, unknown>, former)
    const version = (data as Record<string, unknown>).version ?? former.version
    const signature = `$id: ID!, $version: Int!, $input: Update${record.name}Input!`
    return { data: (await mutate(record, `update${record.name}`, signature, 'id: $id, version: $version, input: $input', { id, version, input })) as never }
  },
  async updateMany() {
    throw new Error('Records are changed one by one.')
  },
  async delete(resource, { id, previousData }) {
    const record = recordOf(resource)
    const version = (previousData as RaRecord | undefined)?.version
    const way = removal(record)
    const answer = way === 'delete' ? 'deletedId' : 'id'
    await mutate(record, `${way}${record.name}`, '$id: ID!, $version: Int!', 'id: $id, version: $version', { id, version }, answer)
    return { data: previousData as never }
  },
  async deleteMany() {
    throw new Error('Records are archived one by one.')
  },
}

/** How a record goes: what others may rely on is archived and can be restored, the rest is deleted. */
export const removal = (record: RecordFacts): 'archive' | 'delete' => (record.verbs.includes('archive') && fieldOf(record, 'archivedAt') ? 'archive' : 'delete')

/** Brings a record back from the archive. */
export async function restore(record: RecordFacts, id: RaRecord['id']): Promise<void> {
  const data = await ask<Record<string, { version: number } | null>>(`query ($id: ID!) { ${record.singular}(id: $id) { version } }`, { id })
  const version = data[record.singular]?.version
  await mutate(record, `restore${record.name}`, '$id: ID!, $version: Int!', 'id: $id, version: $version', { id, version }, 'id')
}
