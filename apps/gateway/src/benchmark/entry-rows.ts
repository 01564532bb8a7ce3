import { EntryKind, type Fault, type FileReading, nutsCode } from '@clusterpolisee/schema'
import type { DecimalMark } from '@clusterpolisee/values'
import type { ChosenReading } from '../partnership/index.js'
import { columnMissing, type FileFault, tooManyCells } from '../tables/file-faults.js'
import { type Asked, lackingIn, type ReadRow, readBy } from '../tables/file-reading.js'
import { type FoundTable, longRows } from '../tables/find-table.js'
import { cellText, readFigure, titleKey } from '../tables/read-cell.js'
import { isUnknownMark } from '../tables/read-marked.js'

/** Columns of an import of entries; every other column bears the title of an indicator. */
const entryColumns = ['title', 'kind', 'region', 'description', 'source', 'source link'] as const
type EntryColumn = (typeof entryColumns)[number]

/** How the files of others call them. */
const others: Readonly<Partial<Record<EntryColumn, readonly string[]>>> = {
  title: ['name', 'titolo', 'nome'],
  kind: ['tipo'],
  region: ['geo', 'nuts', 'nuts_id', 'region code', 'regione'],
  description: ['descrizione'],
  source: ['fonte'],
  'source link': ['link', 'url'],
}

/** What an import of entries asks a file for, with these titles of indicators. */
export const askedOfEntries = (indicators: readonly string[]): Asked[] => [
  ...entryColumns.map((name) => ({ name, also: others[name] ?? [], needed: name === 'title' || name === 'kind' })),
  ...indicators.map((name) => ({ name, needed: false })),
]

export interface EntryRow {
  /** Row of the file, the first being 1. */
  readonly row: number
  readonly title: string
  readonly kind: string
  readonly region: string
  readonly description: string
  readonly source: string
  readonly sourceLink: string
  /** By title of the indicator; null is missing. */
  readonly values: ReadonlyMap<string, number | null>
}

/** What is known beforehand: titles as they are written, by themselves and by their {@link titleKey}; codes. */
export interface KnownTitles {
  readonly indicators: ReadonlyMap<string, string>
  readonly entries: ReadonlyMap<string, string>
  readonly regions: ReadonlySet<string>
}

/** How the rows are taken. */
export interface EntryImport {
  /** True: entries of the same title are changed; false: that is a fault. */
  readonly replace: boolean
  /** Which mark stands before the decimals, where it was asked. */
  readonly mark?: DecimalMark | undefined
}

const longest: Readonly<Record<EntryColumn, number>> = { title: 200, kind: 20, region: 5, description: 2000, source: 300, 'source link': 2000 }

/** Reads entries with their values, and finds every fault: path `row`, number of the row, column. */
export function readEntryRows(
  table: FoundTable,
  readAs: ChosenReading,
  asked: readonly Asked[],
  known: KnownTitles,
  { replace, mark }: EntryImport,
): { rows: EntryRow[]; faults: Fault[] } {
  const faults = [...headFaults(table, readAs, asked, known), ...longRows(table).map(tooManyCells).map(asFault)]
  if (faults.length > 0) return { rows: [], faults }
  const indicators = indicatorsIn(readAs.reading, known)
  const seen = new Map<string, number>()
  const rows = readBy(table, readAs.reading).map((given) => {
    const row = readRow(given, indicators, { known, mark, faults })
    faults.push(...rowFaults(row, known, replace, seen))
    return row
  })
  return { rows, faults }
}

/** Titles of indicators that the reading gives. */
const indicatorsIn = ({ columns, constants }: FileReading, { indicators }: KnownTitles): string[] =>
  [...columns, ...constants].map(({ as }) => as).filter((name) => !entryColumns.includes(name as EntryColumn) && indicators.has(name))

/** The title as it is known: letter by letter, or else without case. */
const knownTitle = (titles: ReadonlyMap<string, string>, title: string): string | undefined => titles.get(title) ?? titles.get(titleKey(title))

/** What the head lacks; and where no one said how it is read, columns that nobody knows, or knows twice. */
function headFaults(table: FoundTable, { reading, by }: ChosenReading, asked: readonly Asked[], { indicators }: KnownTitles): Fault[] {
  const { head, names } = table
  const at = (column: string, code: string, message: string, params: Fault['params']): Fault => ({ path: ['row', head, column], code, message, params })
  const missing = lackingIn(reading, names, asked).map((column) => {
    const { params, ...fault } = columnMissing(table, column)
    return asFault({ ...fault, params: { ...params, found: names.join('; ') } })
  })
  if (by !== 'NAMES') return missing
  const used = new Set(reading.columns.map(({ column }) => titleKey(column)))
  const unknown = names.filter((name) => !used.has(titleKey(name)))
  const keys = names.map((name) => knownTitle(indicators, name) ?? titleKey(name))
  const twice = names.filter((name, place) => used.has(titleKey(name)) && keys.lastIndexOf(keys[place] as string) !== place)
  return [
    ...missing,
    ...unknown.map((column) => at(column, 'UNKNOWN_INDICATOR', `The benchmark has no indicator "${column}".`, { column })),
    ...twice.map((column) => at(column, 'DUPLICATE_KEY', `The column "${column}" stands there twice.`, { first: head })),
  ]
}

/** A fault of a file as GraphQL tells it: path `row`, number of the row, column. */
const asFault = ({ row, column, ...fault }: FileFault): Fault => ({ path: ['row', row, ...(column === null ? [] : [column])], ...fault })

interface Reading {
  readonly known: KnownTitles
  readonly mark: DecimalMark | undefined
  readonly faults: Fault[]
}

function readRow({ row, cell: given }: ReadRow, indicators: readonly string[], { known, mark, faults }: Reading): EntryRow {
  const cell = (name: EntryColumn) => {
    const text = cellText(given(name))
    if (text.length > longest[name] || text.includes('\u0000')) {
      faults.push({ path: ['row', row, name], code: 'TOO_LONG', params: { max: longest[name] }, message: `This is longer than ${longest[name]} characters.` })
    }
    return text
  }
  const values = indicators.map((name): [string, number | null] => {
    if (isUnknownMark(given(name))) return [name, null]
    const { value, fault = sizeFault(value) } = readFigure(given(name), mark)
    if (fault) faults.push({ path: ['row', row, name], ...fault })
    return [name, value]
  })
  const [titled, kind, region] = [cell('title'), cell('kind').toUpperCase(), nutsCode(cell('region'))]
  const title = knownTitle(known.entries, titled) ?? titled
  return { row, title, kind, region, description: cell('description'), source: cell('source'), sourceLink: cell('source link'), values: new Map(values) }
}

const MOST = 99_999_999_999_999

const sizeFault = (value: number | null) =>
  value !== null && Math.abs(value) > MOST ? { code: 'TOO_LARGE', params: { max: MOST }, message: 'This number is too large.' } : undefined

function rowFaults({ row, title, kind, region, sourceLink }: EntryRow, known: KnownTitles, replace: boolean, seen: Map<string, number>): Fault[] {
  const at = (column: EntryColumn, code: string, message: string, params?: Fault['params']): Fault => ({
    path: ['row', row, column],
    code,
    message,
    ...(params ? { params } : {}),
  })
  const isKnown = known.entries.has(title)
  const key = isKnown ? title : titleKey(title)
  const first = seen.get(key)
  seen.set(key, first ?? row)
  return [
    ...(title ? [] : [at('title', 'REQUIRED', 'A title is needed.')]),
    ...(first === undefined ? [] : [at('title', 'DUPLICATE_KEY', `The title is that of row ${first} again.`, { first })]),
    ...(isKnown && !replace ? [at('title', 'ALREADY_THERE', 'There is one like this already.')] : []),
    ...(kind in EntryKind.values ? [] : [at('kind', 'UNKNOWN_KIND', `Use one of ${Object.keys(EntryKind.values).join(', ')}.`, { kind })]),
    ...(kind === 'PILOT' && !isKnown ? [at('kind', 'PILOT_NEEDED', 'Say which pilot action it is: add it by hand first.')] : []),
    ...(kind === 'REGION' && !region ? [at('region', 'REGION_NEEDED', 'Say which region it is.')] : []),
    ...(region && !known.regions.has(region) ? [at('region', 'UNKNOWN_REGION', `There is no region with the code ${region}.`, { region })] : []),
    ...(sourceLink && !/^https?:\/\/\S+$/.test(sourceLink)
      ? [at('source link', 'NOT_AN_ADDRESS', 'This is not an address that begins with http:// or https://.')]
      : []),
  ]
}
