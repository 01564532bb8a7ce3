import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const source = join(root, 'apps/dashboard/src')

/** The documents and fragments that stand in the dashboard's files, as texts. */
function writtenDocuments(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql.ts'))
  return files.flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(([, text = '']) => text.trim()))
}

/** A document with the fragments that it spreads, directly and through others. */
function withFragments(text: string, fragments: ReadonlyMap<string, string>, found = new Set<string>()): string[] {
  const names = [...text.matchAll(/\.\.\.\s*(\w+)/g)].map(([, name = '']) => name).filter((name) => name !== 'on' && !found.has(name))
  for (const name of names) found.add(name)
  return [text, ...names.flatMap((name) => withFragments(fragments.get(name) ?? '', fragments, found))]
}

type Make = (asked: unknown, language: string) => string

/** Those that are put together from the facts of each record. */
async function madeDocuments(): Promise<string[]> {
  const file = join(source, 'api/record-documents')
  const { countsDocument, namesDocument, searchDocument, ...makers } = (await import(file)) as Readonly<Record<string, Make>>
  const { searchedRecords } = (await import(join(source, 'shell/searched'))) as { readonly searchedRecords: (lists: readonly string[]) => readonly Named[] }
  const facts = JSON.parse(readFileSync(join(root, 'packages/contract/fields.json'), 'utf8')) as { readonly records: Readonly<Record<string, Named>> }
  const records = Object.values(facts.records)
  const ofEach = Object.entries(makers).flatMap(([name, make]) => (name.endsWith('Document') ? records.map((record) => make(record, 'en')) : []))
  const ofAll = [
    countsDocument?.(
      records.map(({ plural }) => plural),
      '',
    ),
    searchDocument?.(searchedRecords(records.map(({ plural }) => plural)), 'en'),
    namesDocument?.(records.slice(0, 5), 'en'),
  ]
  return [...ofEach, ...ofAll.filter((text) => text !== undefined)]
}

interface Named {
  readonly plural: string
}

/** Every operation that the dashboard sends, whole. */
export async function dashboardDocuments(): Promise<string[]> {
  const written = writtenDocuments()
  const fragments = new Map(written.filter((text) => text.startsWith('fragment ')).map((text) => [text.split(/\s+/)[1] ?? '', text]))
  const operations = written.filter((text) => !text.startsWith('fragment ')).map((text) => withFragments(text, fragments).join('\n'))
  return [...operations, ...(await madeDocuments())]
}
