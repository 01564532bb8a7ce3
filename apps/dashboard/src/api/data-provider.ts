import type { DataProvider, GetListParams, RaRecord } from 'react-admin'
import { isOrderable, type RecordFacts, recordOf, sourceOf } from './contract'
import { forgetCursors, walkTo } from './cursors'
import type { Document } from './document'
import { ask, GraphqlError } from './graphql'
import { inputOf } from './input'
import { createDocument, type Page, pageDocument, recordDocument, removalDocument, restoreDocument, updateDocument, versionDocument } from './record-documents'
import { translateNow } from './translate'

/** The language that the page speaks. */
const language = (): string => document.documentElement.lang

/** Relations are edited by their ids: `partner {id}` is also `partnerId`. */
function withIds(record: RecordFacts, node: RaRecord): RaRecord {
  const ids = record.fields.filter((field) => field.kind === 'belongsTo').map((field) => [`${field.name}Id`, node[field.name]?.id ?? null])
  return { ...node, ...Object.fromEntries(ids) }
}

function orderOf(record: RecordFacts, sort: GetListParams['sort']): Record<string, string>[] {
  const field = record.fields.find((candidate) => candidate.name === sort?.field && isOrderable(candidate))
  return field && sort ? [{ [field.name]: sort.order }] : []
}

const trueOrNone = (value: unknown): true | undefined => (value === true ? true : undefined)

function splitFilter(filter: Record<string, unknown>) {
  const { q, archived, history, ...fields } = filter
  return { search: typeof q === 'string' && q !== '' ? q : undefined, archived: trueOrNone(archived), history: trueOrNone(history), fields }
}

async function readPage(record: RecordFacts, params: Partial<GetListParams>, after: string | null, first: number): Promise<Page> {
  const { search, archived, history, fields } = splitFilter(params.filter ?? {})
  const variables = { filter: fields, orderBy: orderOf(record, params.sort), first, after, search, archived, history }
  const { rows: page } = await ask(pageDocument(record, language()), variables, params.signal)
  return { ...page, nodes: page.nodes.map((node) => withIds(record, node)) }
}

/** One page of a list. */
function listPage(record: RecordFacts, params: GetListParams): Promise<Page> {
  const { page = 1, perPage = 25 } = params.pagination ?? {}
  const list = JSON.stringify([record.name, language(), params.filter, params.sort, perPage])
  return walkTo(list, page, (after) => readPage(record, params, after, perPage))
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

/** A fault of what is kept in several languages stands at its English input. */
function atInputs(record: RecordFacts, error: GraphqlError): GraphqlError {
  for (const field of record.fields.filter(({ kind }) => kind === 'localised')) {
    const text = error.body.errors[field.name]
    if (text) error.body.errors[`${sourceOf(field)}.en`] = text
  }
  return error
}

/** Writes a record and answers it as it is now. */
async function write<Variables>(
  record: RecordFacts,
  document: Document<{ readonly written: RaRecord | null }, Variables>,
  variables: Variables,
): Promise<RaRecord> {
  const { written } = await ask(document, variables).catch((error: unknown) => {
    throw error instanceof GraphqlError ? atInputs(record, error) : error
  })
  forgetCursors()
  if (!written) throw new GraphqlError(translateNow('errors.NOT_FOUND'), 'NOT_FOUND')
  return withIds(record, written)
}

/** The gateway as react-admin sees it: one generic provider from the contract. */
export const dataProvider: DataProvider = {
  async getList(resource, params) {
    const { nodes, totalCount } = await listPage(recordOf(resource), params as GetListParams)
    return { data: nodes as never[], total: totalCount }
  },
  async getOne(resource, { id }) {
    const record = recordOf(resource)
    const { found } = await ask(recordDocument(record, language()), { id: String(id) })
    if (!found) throw new GraphqlError('', 'NOT_FOUND')
    return { data: withIds(record, found) as never }
  },
  async getMany(resource, { ids }) {
    const page = await readPage(recordOf(resource), { filter: { id: { in: ids }, history: true } }, null, 500)
    return { data: page.nodes as never[] }
  },
  async getManyReference(resource, { target, id, ...params }) {
    const filter = { ...params.filter, [target]: { id: { eq: id } } }
    const { nodes, totalCount } = await listPage(recordOf(resource), { ...params, filter })
    return { data: nodes as never[], total: totalCount }
  },
  async create(resource, { data }) {
    const record = recordOf(resource)
    const { id } = data as { id?: string }
    const input = { ...(id ? { id } : {}), ...inputOf(record, 'create', data as Record<string, unknown>) }
    return { data: (await write(record, createDocument(record, language()), { input })) as never }
  },
  async update(resource, { id, data, previousData }) {
    const record = recordOf(resource)
    const former = previousData as Record<string, unknown>
    const input = inputOf(record, 'update', data as Record<string, unknown>, former)
    const version = Number((data as Record<string, unknown>).version ?? former.version)
    return { data: (await write(record, updateDocument(record, language()), { id: String(id), version, input })) as never }
  },
  async updateMany() {
    throw new Error('Records are changed one by one.')
  },
  async delete(resource, { id, previousData }) {
    const record = recordOf(resource)
    await ask(removalDocument(record), { id: String(id), version: Number(previousData?.version) })
    forgetCursors()
    return { data: previousData as never }
  },
  async deleteMany() {
    throw new Error('Records are archived one by one.')
  },
}

/** Brings a record back from the archive. */
export async function restore(record: RecordFacts, id: RaRecord['id']): Promise<void> {
  const { found } = await ask(versionDocument(record), { id: String(id) })
  if (!found) throw new GraphqlError(translateNow('errors.NOT_FOUND'), 'NOT_FOUND')
  await ask(restoreDocument(record), { id: String(id), version: found.version })
  forgetCursors()
}
