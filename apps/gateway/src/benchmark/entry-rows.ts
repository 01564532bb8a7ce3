import { EntryKind, type Fault } from '@clusterpolisee/schema'
import { longRows, readNumber, type Table } from '../tables/read-table.js'

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

/** What is known beforehand. */
export interface KnownTitles {
  readonly indicators: ReadonlySet<string>
  readonly entries: ReadonlySet<string>
  readonly regions: ReadonlySet<string>
}

const longest: Readonly<Record<EntryColumn, number>> = { title: 200, kind: 20, region: 5, description: 2000, source: 300, 'source link': 2000 }

/** Reads entries with their values, and finds every fault: path `row`, number of the row, column. */
export function readEntryRows(table: Table, known: KnownTitles, replace: boolean): { rows: EntryRow[]; faults: Fault[] } {
  const [header = [], ...body] = table
  const names = header.map((cell) => String(cell ?? ''))
  const faults = [...headerFaults(names, known), ...longRows(table).map(tooManyCells)]
  if (faults.length > 0) return { rows: [], faults }
  const places = new Map(names.map((name, place) => [name, place]))
  const seen = new Map<string, number>()
  const rows = body.map((cells, index) => {
    const row = readRow(index + 2, places, cells, faults)
    faults.push(...rowFaults(row, known, replace, seen))
    return row
  })
  return { rows, faults }
}

function headerFaults(names: readonly string[], { indicators }: KnownTitles): Fault[] {
  const needed = (['title', 'kind'] as const).filter((name) => !names.includes(name))
  const unknown = names.filter((name) => !entryColumns.includes(name as EntryColumn) && !indicators.has(name))
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

function readRow(row: number, places: ReadonlyMap<string, number>, cells: Table[number], faults: Fault[]): EntryRow {
  const cell = (name: EntryColumn) => {
    const text = String(cells[places.get(name) ?? -1] ?? '')
    if (text.length > longest[name] || text.includes('\u0000')) {
      faults.push({ path: ['row', row, name], code: 'TOO_LONG', params: { max: longest[name] }, message: `This is longer than ${longest[name]} characters.` })
    }
    return text
  }
  const values = [...places].flatMap(([name, place]): [string, number | null][] => {
    if (entryColumns.includes(name as EntryColumn)) return []
    const text = cells[place] ?? ''
    if (text === '') return [[name, null]]
    const value = readNumber(text)
    if (!Number.isFinite(value) || Math.abs(value) >= 1e14)
      faults.push({ path: ['row', row, name], code: 'NOT_A_NUMBER', message: 'This is not a number, as 1234.5.' })
    return [[name, value]]
  })
  const [title, kind, region] = [cell('title'), cell('kind').toUpperCase(), cell('region').toUpperCase()]
  return { row, title, kind, region, description: cell('description'), source: cell('source'), sourceLink: cell('source link'), values: new Map(values) }
}

function rowFaults({ row, title, kind, region, sourceLink }: EntryRow, known: KnownTitles, replace: boolean, seen: Map<string, number>): Fault[] {
  const at = (column: EntryColumn, code: string, message: string, params?: Fault['params']): Fault => ({
    path: ['row', row, column],
    code,
    message,
    ...(params ? { params } : {}),
  })
  const first = seen.get(title)
  seen.set(title, first ?? row)
  return [
    ...(title ? [] : [at('title', 'REQUIRED', 'A title is needed.')]),
    ...(first === undefined ? [] : [at('title', 'DUPLICATE_KEY', `The title is that of row ${first} again.`, { first })]),
    ...(known.entries.has(title) && !replace ? [at('title', 'ALREADY_THERE', 'There is one like this already.')] : []),
    ...(kind in EntryKind.values ? [] : [at('kind', 'UNKNOWN_KIND', `Use one of ${Object.keys(EntryKind.values).join(', ')}.`, { kind })]),
    ...(kind === 'PILOT' && !known.entries.has(title) ? [at('kind', 'PILOT_NEEDED', 'Say which pilot action it is: add it by hand first.')] : []),
    ...(kind === 'REGION' && !region ? [at('region', 'REGION_NEEDED', 'Say which region it is.')] : []),
    ...(region && !known.regions.has(region) ? [at('region', 'UNKNOWN_REGION', `There is no region with the code ${region}.`, { region })] : []),
    ...(sourceLink && !/^https?:\/\/\S+$/.test(sourceLink)
      ? [at('source link', 'NOT_AN_ADDRESS', 'This is not an address that begins with http:// or https://.')]
      : []),
  ]
}
