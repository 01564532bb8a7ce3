import { fieldOf, nameOf, type RecordFacts, recordOf } from '../api/contract'

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

type Node = Readonly<Record<string, unknown>>

/** How many letters stand on either side of the words in a hit's context. */
const AROUND = 40

/** A text as it is compared when people search, letter by letter: small, without accents, a hyphen like a space. */
const folded = (text: string): string =>
  [...text.normalize('NFC')].map((letter) => (/[\s\p{Pd}]/u.test(letter) ? ' ' : letter.normalize('NFD').charAt(0).toLowerCase())).join('')

/** Where the words stand in a hit, when that is not its name: with a few letters around them. Else what the hit belongs to. */
export function contextOf(record: RecordFacts, node: Node, words: string): string {
  const wanted = folded(words.trim().replace(/\s+/g, ' '))
  const texts = record.fields.filter(({ search }) => search).map(({ name }) => String(node[name] ?? ''))
  const text = texts.find((one) => folded(one).includes(wanted))
  if (text !== undefined && !folded(nameOf(record.name, node)).includes(wanted)) return around(text, folded(text).indexOf(wanted), wanted.length)
  return Object.keys(record.beneath ?? {})
    .map((name) => belongsTo(record, node, name))
    .filter(Boolean)
    .join(' · ')
}

function around(text: string, at: number, length: number): string {
  const letters = [...text.normalize('NFC')]
  const [from, until] = [Math.max(at - AROUND, 0), Math.min(at + length + AROUND, letters.length)]
  return `${from > 0 ? '…' : ''}${letters.slice(from, until).join('').trim()}${until < letters.length ? '…' : ''}`
}

function belongsTo(record: RecordFacts, node: Node, name: string): string {
  const [target, related] = [fieldOf(record, name)?.target, node[name]]
  return target && related ? nameOf(target, related as Node) : ''
}
