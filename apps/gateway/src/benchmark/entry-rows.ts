import { EntryKind, type Fault } from '@clusterpolisee/schema'
import type { DecimalMark } from '@clusterpolisee/values'
import { cellText, readFigure, titleKey } from '../tables/read-cell.js'
import { longRows, type Table } from '../tables/read-table.js'

/** Columns of an import of entries; every other column bears the title of an indicator. */
export const entryColumns = ['title', 'kind', 'region', 'description', 'source', 'source link'] as const
type EntryColumn = (typeof entryColumns)[number]

export interface EntryRow {
  /** Row of the text, the header being 1. */
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
export function readEntryRows(table: Table, known: KnownTitles, { replace, mark }: EntryImport): { rows: EntryRow[]; faults: Fault[] } {
  const [header = [], ...body] = table
  const names = header.map((cell) => columnOf(cellText(cell), known))
  const faults = [...headerFaults(names, known), ...longRows(table).map(tooManyCells)]
  if (faults.length > 0) return { rows: [], faults }
  const places = new Map(names.map((name, place) => [name, place]))
  const seen = new Map<string, number>()
  const rows = body.map((cells, index) => {
    const row = readRow(index + 2, places, cells, { known, mark, faults })
    faults.push(...rowFaults(row, known, replace, seen))
    return row
  })
  return { rows, faults }
}

/** A column by the name that we know it by, whatever its case. */
function columnOf(title: string, { indicators }: KnownTitles): string {
  const key = titleKey(title)
  return entryColumns.find((name) => name === key) ?? knownTitle(indicators, title) ?? title
}

/** The title as it is known: letter by letter, or else without case. */
const knownTitle = (titles: ReadonlyMap<string, string>, title: string): string | undefined => titles.get(title) ?? titles.get(titleKey(title))

function headerFaults(names: readonly string[], { indicators }: KnownTitles): Fault[] {
  const needed = (['title', 'kind'] as const).filter((name) => !names.includes(name))
  const unknown = names.filter((name) => !entryColumns.includes(name as EntryColumn) && knownTitle(indicators, name) === undefined)
  const last = new Map(names.map((name, place) => [name, place]))
  const twice = names.filter((name, place) => last.get(name) !== place)
  return [
    ...needed.map((column) => ({ path: ['row', 1, column], code: 'COLUMN_MISSING', params: { column }, message: `There is no column "${column}".` })),
    ...unknown.map((column) => ({
      path: ['row', 1, column],
      code: 'UNKNOWN_INDICATOR',
      params: { column },
      message: `The benchmark has no indicator "${column}".`,
    })),
    ...twice.map((column) => ({
      path: ['row', 1, column],
      code: 'DUPLICATE_KEY',
      params: { first: 1 },
      message: `The column "${column}" stands there twice.`,
    })),
  ]
}

/** Not one cell of such a row can be trusted to stand in its column. */
const tooManyCells = (row: number): Fault => ({
  path: ['row', row],
  code: 'TOO_MANY_CELLS',
  message: 'This row has more cells than the header. Put a text with a comma between quotation marks, and write 1.5 or "1,5".',
})

interface Reading {
  readonly known: KnownTitles
  readonly mark: DecimalMark | undefined
  readonly faults: Fault[]
}

function readRow(row: number, places: ReadonlyMap<string, number>, cells: Table[number], { known, mark, faults }: Reading): EntryRow {
  const cell = (name: EntryColumn) => {
    const text = cellText(cells[places.get(name) ?? -1])
    if (text.length > longest[name] || text.includes('\u0000')) {
      faults.push({ path: ['row', row, name], code: 'TOO_LONG', params: { max: longest[name] }, message: `This is longer than ${longest[name]} characters.` })
    }
    return text
  }
  const values = [...places].flatMap(([name, place]): [string, number | null][] => {
    if (entryColumns.includes(name as EntryColumn)) return []
    const { value, fault = sizeFault(value) } = readFigure(cells[place], mark)
    if (fault) faults.push({ path: ['row', row, name], ...fault })
    return [[name, value]]
  })
  const [given, kind, region] = [cell('title'), cell('kind').toUpperCase(), cell('region').toUpperCase()]
  const title = knownTitle(known.entries, given) ?? given
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
