import { fieldOf, type RecordFacts, recordOf } from '../api/contract'

/** What search answers: rows by the names of their lists. */
type Found = Readonly<Record<string, { readonly nodes: readonly { readonly id: unknown }[] }>>

/** Of lists, by their names, the records of a project in which text is sought. */
export const searchedRecords = (plurals: readonly string[]): readonly RecordFacts[] =>
  plurals.map(recordOf).filter((record) => fieldOf(record, 'project') && record.fields.some(({ search }) => search))

/** True: a text is long enough to be sought. */
export const isSearched = (text: string): boolean => text.length > 1

/** The records of which something was found. */
export const foundIn = (records: readonly RecordFacts[], found: Found | undefined): readonly RecordFacts[] =>
  records.filter(({ plural }) => (found?.[plural]?.nodes.length ?? 0) > 0)
