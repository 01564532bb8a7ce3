import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rooms } from './rooms'
import { english, italian } from './words'

interface Contract {
  readonly records: Readonly<
    Record<string, { readonly plural: string; readonly verbs: readonly string[]; readonly fields: readonly { readonly name: string }[] }>
  >
  readonly enums: Readonly<Record<string, readonly string[]>>
}

const contract = join(import.meta.dirname, '../../../packages/contract')
const read = <T>(file: string) => JSON.parse(readFileSync(join(contract, file), 'utf8')) as T

const { records } = read<Contract>('fields.json')
const lists = new Map(Object.values(records).map((record) => [record.plural, record]))

const resources = rooms.flatMap((room) => Object.entries(room.resources))
const paths = rooms.flatMap(({ pages = [] }) => pages.map(({ path }) => path.slice(1)))
const entries = rooms.flatMap(({ name, rail }) => (rail ? [{ name, rail }] : []))

/** What is said under a group, in both languages. */
async function saidIn(group: string): Promise<Set<string>> {
  const [en, it] = [english, await italian()].map((words) => new Set(Object.keys(words[group] ?? {}))) as [Set<string>, Set<string>]
  return new Set([...en].filter((key) => it.has(key)))
}

describe('rooms', () => {
  it('speak of records that the contract has, each once', () => {
    const names = resources.map(([name]) => name)
    expect(names.filter((name) => !lists.has(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    expect(rooms.flatMap(({ beside }) => Object.keys(beside ?? {})).filter((name) => !names.includes(name))).toEqual([])
    expect(entries.flatMap(({ rail }) => rail.filledBy).filter((name) => !lists.has(name))).toEqual([])
  })

  it('leave no record that people add without a screen: a list of its own, or a document that asks for it', () => {
    const asked = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.graphql.ts'))
      .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    const has = (plural: string) => resources.some(([name]) => name === plural) || asked.some((text) => new RegExp(`\\b${plural}\\b`).test(text))
    const added = Object.values(records).filter(({ verbs }) => verbs.includes('create'))
    expect(added.length).toBeGreaterThan(30)
    expect(added.map(({ plural }) => plural).filter((plural) => !has(plural))).toEqual([])
  })

  it('speak of fields that the record has', () => {
    const met = resources.flatMap(([name, { standing }]) => (standing && 'met' in standing ? [[name, standing.met] as const] : []))
    expect(met.length).toBeGreaterThan(1)
    expect(met.filter(([name, field]) => !lists.get(name)?.fields.some((known) => known.name === field))).toEqual([])
  })

  it('lead from the rail to pages that are there, with a name in both languages', async () => {
    const named = await saidIn('pages')
    const pages = entries.flatMap(({ rail }) => rail.pages)
    const known = (page: string) => resources.some(([name]) => name === page) || (paths.includes(page) && named.has(page))
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.filter((page) => !known(page))).toEqual([])
  })

  it('in the rail have a name in both languages', async () => {
    const named = await saidIn('rooms')
    const keys = entries.flatMap(({ name, rail }) => ('within' in rail ? [] : [rail.key ?? name]))
    expect(keys.filter((key) => !named.has(key))).toEqual([])
    expect(entries.flatMap(({ rail }) => ('within' in rail ? [rail.within] : [])).filter((key) => !named.has(key))).toEqual([])
  })

  it('say of each kind of what is late or due where it is done, and its sentence in both languages', async () => {
    const named = await saidIn('waits')
    const kinds = rooms.flatMap(({ waiting }) => Object.keys(waiting ?? {})).sort()
    expect(kinds).toEqual([...(read<Contract>('fields.json').enums.LateKind ?? [])].sort())
    expect(kinds.filter((kind) => !named.has(kind))).toEqual([])
    const addresses = rooms.flatMap(({ waiting = {} }) =>
      Object.values(waiting).map(({ to }) => to({ recordId: 'x', pilotId: 'x', evaluationPlanId: 'x' }).split('/')[1] ?? ''),
    )
    expect(addresses.filter((list) => !lists.has(list))).toEqual([])
  })

  it('ask in groups where a form is long, each called in both languages', async () => {
    const named = await saidIn('groups')
    const fields = read<{ readonly records: Readonly<Record<string, { readonly plural: string; readonly fields: readonly { readonly input: string }[] }>> }>(
      'fields.json',
    ).records
    const long = Object.values(fields).filter((record) => record.fields.filter(({ input }) => input !== 'none').length > 15)
    const inGroups = new Map(resources.flatMap(([name, { groups }]) => (groups ? [[name, groups] as const] : [])))
    expect(long.length).toBeGreaterThan(2)
    const ownForms = new Set(resources.flatMap(([name, { edit }]) => (edit ? [name] : [])))
    expect(long.map(({ plural }) => plural).filter((plural) => !inGroups.has(plural) && !ownForms.has(plural))).toEqual([])
    expect([...inGroups.values()].flatMap((groups) => Object.keys(groups)).filter((name) => !named.has(name))).toEqual([])
    const unknown = [...inGroups].flatMap(([list, groups]) =>
      Object.values(groups)
        .flat()
        .filter((field) => !lists.get(list)?.fields.some(({ name }) => name === field))
        .map((field) => `${list}.${field}`),
    )
    expect(unknown).toEqual([])
  })

  it('call their records in both languages', () => {
    const inBoth = ['en', 'it'].map((language) => read<{ resources: Readonly<Record<string, { name?: string }>> }>(`labels/${language}.json`).resources)
    expect(resources.flatMap(([name]) => (inBoth.every((words) => words[name]?.name) ? [] : [name]))).toEqual([])
  })
})
