import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { contract, fieldOf, type RecordFacts } from './contract'
import {
  countsDocument,
  createDocument,
  historyDocument,
  namesDocument,
  pageDocument,
  recordDocument,
  removalDocument,
  restoreDocument,
  searchDocument,
  updateDocument,
  versionDocument,
} from './record-documents'

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../../packages/contract/schema.graphql'), 'utf8'))
const records = Object.values(contract.records)

/** What the contract has against a document. */
const faultsOf = (document: string): string[] => validate(schema, parse(document)).map(({ message }) => message)

const writes = (verb: string) => (record: RecordFacts) => record.verbs.includes(verb)

/** What each document is made for: of which records it is asked, and the document. */
const made: Readonly<Record<string, readonly [asked: (record: RecordFacts) => boolean, document: (record: RecordFacts) => string]>> = {
  page: [() => true, (record) => pageDocument(record, 'it')],
  one: [() => true, (record) => recordDocument(record, 'it')],
  version: [() => true, versionDocument],
  history: [({ audited }) => audited, historyDocument],
  create: [writes('create'), (record) => createDocument(record, 'it')],
  update: [writes('update'), (record) => updateDocument(record, 'it')],
  removal: [(record) => writes('archive')(record) || writes('delete')(record), removalDocument],
  restore: [writes('archive'), restoreDocument],
}

describe('documents put together from the facts of a record', () => {
  for (const [what, [asked, document]] of Object.entries(made)) {
    it(`${what}: hold for every record`, () => {
      const ones = records.filter(asked)
      expect(ones.length).toBeGreaterThan(0)
      expect(ones.flatMap((record) => faultsOf(document(record)).map((fault) => `${record.name}: ${fault}`))).toEqual([])
    })
  }

  const inProjects = records.filter((record) => fieldOf(record, 'project') !== undefined)

  it('search: holds for every list in which text is sought', () => {
    const searchable = inProjects.filter(({ fields }) => fields.some(({ search }) => search))
    expect(faultsOf(searchDocument(searchable, 'en'))).toEqual([])
  })

  it('names: hold for every record', () => {
    expect(records.flatMap((record) => faultsOf(namesDocument([record, record], 'it')))).toEqual([])
  })

  it('counts: hold for every list of a project', () => {
    expect(faultsOf(countsDocument(inProjects.map(({ plural }) => plural)))).toEqual([])
  })

  it('a field that the contract does not have is a fault', () => {
    const [record] = records
    if (!record) throw new Error('There are no records')
    const [field] = record.fields
    const wrong = { ...record, fields: [{ ...field, name: 'renamed', kind: 'text' }] } as RecordFacts
    expect(faultsOf(pageDocument(wrong, 'en'))).not.toEqual([])
  })
})
