import type { RaRecord } from 'react-admin'
import { contract, type FieldFacts, fieldOf, hasCurrencyBeside, nameFields, plainFields, type RecordFacts, recordOf } from './contract'
import type { Document, Fragment } from './document'
import type { ChangesFragment } from './documents.generated'
import { presentText } from './present'
import { changesFragment } from './record.graphql'

/** A page of a record's list. */
export interface Page {
  readonly nodes: RaRecord[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null }
  readonly totalCount: number
}

/** What a page of a list is asked by. */
export interface PageVariables {
  readonly filter: Readonly<Record<string, unknown>>
  readonly orderBy: readonly Readonly<Record<string, string>>[]
  readonly first: number
  readonly after: string | null
  readonly search: string | undefined
  readonly archived: boolean | undefined
  readonly history: boolean | undefined
}

interface ById {
  readonly id: string
}

interface ByVersion extends ById {
  readonly version: number
}

type Input = Readonly<Record<string, unknown>>

/** What a write answers: what it wrote, where it can still be read. */
type Written = Document<{ readonly written: RaRecord | null }, ByVersion>

/**
 * A document that is put together, and the fragments that it spreads. Its types are said by whoever puts it together, so
 * that this is done in this file only; the test beside it holds each against the contract.
 */
const composed = <Answer, Variables>(source: string, ...fragments: readonly Fragment<string>[]): Document<Answer, Variables> =>
  [source, ...fragments].join('\n') as Document<Answer, Variables>

const isSpoken = (record: RecordFacts, name: string): boolean => fieldOf(record, name)?.kind === 'localised' || record.spoken?.includes(name) === true

/** A field as it is asked for; what is said in several languages in the one that the page speaks. */
const fieldText = (record: RecordFacts | undefined, name: string, language: string): string =>
  record && isSpoken(record, name) ? `${name}(language: "${language}")` : name

/** The fields by which a record is called, as they are asked for. */
const nameSelection = (record: string, language: string): string =>
  nameFields(record)
    .map((name) => {
      const target = contract.records[record] && fieldOf(contract.records[record], name)?.target
      return target ? `${name} { id ${nameSelection(target, language)} }` : fieldText(contract.records[record], name, language)
    })
    .join(' ')

function selected(record: RecordFacts, field: FieldFacts, language: string): string {
  if (field.kind === 'localised') return `${fieldText(record, field.name, language)} ${field.name}Translations`
  return field.kind === 'belongsTo' && field.target ? `${field.name} { id ${nameSelection(field.target, language)} }` : field.name
}

/** How many of a relation to many are told in a column. */
const TOLD = 20

/** What lists show of a record beside its own fields. */
const listsOf = ({ lists = [] }: RecordFacts, language: string): string[] =>
  lists.map(({ name, target }) => `${name}(first: ${TOLD}) { nodes { id ${nameSelection(target, language)} } }`)

/** Of what is recorded in versions. */
const isRecorded = (record: RecordFacts): boolean => fieldOf(record, 'supersededAt') !== undefined

const isArchivable = (record: RecordFacts): boolean => fieldOf(record, 'archivedAt') !== undefined

/** Every field of a record, its relations by id and name, and what this person may do with it. */
function selection(record: RecordFacts, language: string): string {
  const moves = ['update', ...(isArchivable(record) ? ['archive'] : []), 'delete', ...(record.deeds ?? [])].map((move) => `${move} { allowed reason by }`)
  const fields = [...plainFields(record).map((field) => selected(record, field, language)), ...(hasCurrencyBeside(record) ? ['currency'] : [])]
  return ['id version', ...fields, nameSelection(record.name, language), ...listsOf(record, language), `hidden can { ${moves.join(' ')} }`].join(' ')
}

/** The same of one record, with what may be added to it. */
const wholeSelection = (record: RecordFacts, language: string): string => `${selection(record, language)}${record.isAddedTo ? ' adds' : ''}`

/** A page of a record's list. */
export function pageDocument(record: RecordFacts, language: string): Document<{ readonly rows: Page }, PageVariables> {
  const given = {
    filter: `${record.name}Filter`,
    orderBy: `[${record.name}Order!]`,
    first: 'Int',
    after: 'String',
    ...(record.fields.some(({ search }) => search) ? { search: 'String' } : {}),
    ...(isArchivable(record) ? { archived: 'Boolean' } : {}),
    ...(isRecorded(record) ? { history: 'Boolean' } : {}),
  }
  const signature = Object.entries(given).map(([name, type]) => `$${name}: ${type}`)
  const passed = Object.keys(given).map((name) => `${name}: $${name}`)
  return composed(`query ${record.name}Page(${signature.join(', ')}) { rows: ${record.plural}(${passed.join(', ')}) {
    totalCount nodes { ${selection(record, language)} } pageInfo { hasNextPage hasPreviousPage endCursor } } }`)
}

/** By its identity a former version is found too: a link to it leads to what it was. */
const oneOf = (record: RecordFacts, what: string, fields: string): string =>
  `query ${record.name}${what}($id: ID!) { found: ${record.singular}(id: $id${isRecorded(record) ? ', history: true' : ''}) { ${fields} } }`

/** One record. */
export const recordDocument = (record: RecordFacts, language: string): Document<{ readonly found: RaRecord | null }, ById> =>
  composed(oneOf(record, 'Record', wholeSelection(record, language)))

/** The state of a record that a write speaks of. */
export const versionDocument = (record: RecordFacts): Document<{ readonly found: { readonly version: number } | null }, ById> =>
  composed(oneOf(record, 'Version', 'version'))

/** As many changes of fields as a history tells of. */
export const TOLD_CHANGES = 100

/** The newest changes of a record. */
export const historyDocument = (record: RecordFacts): Document<{ readonly found: { readonly history: ChangesFragment } | null }, ById> =>
  composed(oneOf(record, 'History', `history(first: ${TOLD_CHANGES}, filter: {action: {eq: CHANGED}}) { ...Changes }`), changesFragment)

/** Names of some records of these kinds, each under `n` and its place, asked by the variable of the same name. */
export const namesDocument = (
  records: readonly RecordFacts[],
  language: string,
): Document<Readonly<Record<string, RaRecord | null>>, Readonly<Record<string, string>>> =>
  composed(
    `query Names(${records.map((_, at) => `$n${at}: ID!`).join(', ')}) { ${records
      .map((record, at) => `n${at}: ${record.singular}(id: $n${at}) { id ${nameSelection(record.name, language)} }`)
      .join(' ')} }`,
  )

/** Creates a record. */
export const createDocument = (record: RecordFacts, language: string): Document<{ readonly written: RaRecord | null }, { readonly input: Input }> =>
  composed(`mutation Create${record.name}($input: Create${record.name}Input!) {
    written: create${record.name}(input: $input) { ${wholeSelection(record, language)} } }`)

/** Changes a record. */
export const updateDocument = (record: RecordFacts, language: string): Document<{ readonly written: RaRecord | null }, ByVersion & { readonly input: Input }> =>
  composed(`mutation Update${record.name}($id: ID!, $version: Int!, $input: Update${record.name}Input!) {
    written: update${record.name}(id: $id, version: $version, input: $input) { ${wholeSelection(record, language)} } }`)

/** How a record goes: what others may rely on is archived and can be restored, the rest is deleted. */
export const removal = (record: RecordFacts): 'archive' | 'delete' => (record.verbs.includes('archive') && isArchivable(record) ? 'archive' : 'delete')

const byVersion = (record: RecordFacts, verb: string, answer: string): Written =>
  composed(`mutation ${verb}${record.name}($id: ID!, $version: Int!) { written: ${verb}${record.name}(id: $id, version: $version) { ${answer} } }`)

/** Archives or deletes a record. */
export const removalDocument = (record: RecordFacts): Written => byVersion(record, removal(record), removal(record) === 'delete' ? 'deletedId' : 'id')

/** Brings a record back from the archive. */
export const restoreDocument = (record: RecordFacts): Written => byVersion(record, 'restore', 'id')

/** A hit: its name, the texts in which was sought where its name does not have them, and what it belongs to. */
const hitSelection = (record: RecordFacts, language: string): string => {
  const name = nameSelection(record.name, language)
  const named = new Set(name.replaceAll(/[{(][^{}()]*[)}]/g, '').split(/\s+/))
  const texts = record.fields.filter(({ search, name: field }) => search && !named.has(field)).map((field) => fieldText(record, field.name, language))
  const around = Object.keys(record.beneath ?? {}).map((field) => `${field} { id ${nameSelection(fieldOf(record, field)?.target ?? '', language)} }`)
  return [name, ...texts, ...around].join(' ')
}

/** Lists of a project in which text is sought, each under its name. */
export const searchDocument = (
  records: readonly RecordFacts[],
  language: string,
): Document<Readonly<Record<string, { readonly nodes: readonly RaRecord[] }>>, { readonly text: string; readonly id: string }> =>
  composed(
    `query Search($text: String!, $id: ID!) { ${records
      .map((record) => `${record.plural}(search: $text, first: 5, filter: {project: {id: {eq: $id}}}) { nodes { id ${hitSelection(record, language)} } }`)
      .join(' ')} }`,
  )

/** How many rows each of some lists has in a project, in one statement; of what comes and goes, those that are there on a day. */
export function countsDocument(
  lists: readonly string[],
): Document<Readonly<Record<string, { readonly totalCount: number }>>, ById & { readonly day: string | null }> {
  const asked = [...new Set(lists)].map((list) => `${list}(filter: {project: {id: {eq: $id}} ${presentText(recordOf(list))}}, first: 1) { totalCount }`)
  const isDayAsked = asked.some((text) => text.includes('$day'))
  return composed(`query Counts($id: ID!${isDayAsked ? ', $day: Date' : ''}) { ${asked.join(' ')} }`)
}
