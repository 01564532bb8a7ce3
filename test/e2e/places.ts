import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../support/product.js'

/** A page of the dashboard by the pattern of its address, and where it is opened. */
export interface Place {
  readonly page: string
  readonly address: string
}

interface Room {
  readonly rail?: { readonly pages: readonly string[]; readonly empty?: string }
  readonly resources: Readonly<Record<string, unknown>>
  readonly pages?: readonly { readonly path: string; readonly bare?: boolean }[]
}

interface RecordFacts {
  readonly plural: string
  readonly verbs: readonly string[]
  readonly fields: readonly { readonly name: string }[]
}

// Its types are the dashboard's own affair; here only names and addresses are read.
const house: string = '../../apps/dashboard/src/rooms'
const { rooms } = (await import(house)) as { rooms: readonly Room[] }
const contract = readFileSync(join(import.meta.dirname, '../../packages/contract/fields.json'), 'utf8')
const { records } = JSON.parse(contract) as { records: Readonly<Record<string, RecordFacts>> }

const lists = rooms.flatMap(({ resources }) => Object.keys(resources))
const recordOf = (list: string) => Object.values(records).find(({ plural }) => plural === list)
const isOfProject = (list: string) => recordOf(list)?.fields.some(({ name }) => name === 'project') === true
const roomPages = rooms.flatMap(({ pages = [] }) => pages)

/** Pages of one thing whose address does not begin with its list. */
const subjects: Readonly<Record<string, string>> = { '/public/:id': 'projects', '/public/pilots/:id': 'pilots', '/public/editions/:id': 'benchmarkEditions' }

/** Pages of some rows only: which of the list has them for `person`. */
const having: Readonly<Record<string, (person: string) => string>> = {
  '/evaluationPlans/:id/score': (person) => `evaluators: {some: {user: {id: {eq: "${person}"}}}}`,
  '/evaluationPlans/:id/report': () => 'openedAt: {isNull: false}',
}

/** The list of what a page with an `:id` is of. */
function subjectOf(page: string): string {
  const list = subjects[page] ?? page.split('/')[1] ?? ''
  if (!recordOf(list)) throw new Error(`${page} is a page of which record? Say it among the subjects.`)
  return list
}

const resourcePages = lists.flatMap((list) => {
  const verbs = recordOf(list)?.verbs ?? []
  return [`/${list}`, `/${list}/:id/show`, ...(verbs.includes('create') ? [`/${list}/create`] : []), ...(verbs.includes('update') ? [`/${list}/:id`] : [])]
})

/** Pages that need no session: those without bar and rail that are of no list's row. */
const openPages = ['/login', ...roomPages.filter(({ path, bare }) => bare && !lists.includes(path.split('/')[1] ?? '')).map(({ path }) => path)]

/** Every page of the dashboard, composed as the dashboard composes it. */
export const allPages: readonly string[] = [...new Set(['/', ...resourcePages, ...roomPages.map(({ path }) => path), ...openPages])]

const administratorsPages = rooms.flatMap(({ rail }) => (rail?.empty === 'administrators' ? rail.pages.map((page) => `/${page}`) : []))
const membersPages = allPages.filter((page) => !openPages.includes(page) && !administratorsPages.includes(page))

/** What this person finds in a project: by its page the row by which it is opened; and lists that may be added to. */
interface Found {
  readonly rows: Readonly<Record<string, string>>
  readonly adds: readonly string[]
}

interface Row {
  readonly id: string
  readonly can: { readonly update: { readonly allowed: boolean } }
}

async function find(client: Client, pages: readonly string[], project: string | null): Promise<Found> {
  const { data: asking } = await client.ask('{ viewer { id adds } }')
  const answers = pages.map(
    (page, index) =>
      `r${index}: ${subjectOf(page)}(first: ${isForm(page) ? 50 : 1}, filter: {${filterOf(page, project, asking.viewer?.id)}}) { nodes { id can { update { allowed } } } }`,
  )
  const { data, errors } = await client.ask(`{ ${project ? `project(id: "${project}") { adds }` : ''} ${answers.join(' ')} }`)
  if (errors) throw new Error(JSON.stringify(errors))
  const rows = pages.flatMap((page, index) => {
    const row = data[`r${index}`].nodes.find(({ can }: Row) => !isForm(page) || can.update.allowed)
    return row ? [[page, row.id]] : []
  })
  return { rows: Object.fromEntries(rows), adds: [...(asking.viewer?.adds ?? []), ...(data.project?.adds ?? [])] }
}

function filterOf(page: string, project: string | null, person: string): string {
  const list = subjectOf(page)
  const ofProject = list === 'projects' ? `id: {eq: "${project}"}` : isOfProject(list) ? `project: {id: {eq: "${project}"}}` : ''
  return [project ? ofProject : '', having[page]?.(person) ?? ''].filter(Boolean).join(', ')
}

/** Where each page is opened; left out are those for which there is no row, and forms that nothing offers. */
async function openedAt(client: Client, pages: readonly string[], project: string | null): Promise<Place[]> {
  const { rows, adds } = await find(
    client,
    pages.filter((page) => page.includes(':id')),
    project,
  )
  return pages.flatMap((page) => {
    if (page.endsWith('/create')) return adds.includes(subjectOf(page)) ? [{ page, address: page }] : []
    if (!page.includes(':id')) return [{ page, address: page }]
    const id = rows[page]
    return id ? [{ page, address: page.replace(':id', id) }] : []
  })
}

const isForm = (page: string) => page.endsWith(':id') && !subjects[page]

/** Every page of a member in a project. */
export const placesOfMember = (client: Client, project: string): Promise<Place[]> => openedAt(client, membersPages, project)

/** Every page of an administrator who is a member of nothing. */
export const placesOfAdministrator = (client: Client): Promise<Place[]> =>
  openedAt(client, [...membersPages.filter((page) => !page.includes(':') || !isOfProject(subjectOf(page))), ...administratorsPages], null)

/** Every page of whoever is not signed in. */
export const placesOfStranger = (client: Client): Promise<Place[]> => openedAt(client, openPages, null)
