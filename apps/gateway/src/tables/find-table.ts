import { cellText, titleKey } from './read-cell.js'
import type { Sheet, Table } from './read-table.js'

/** A row of a file, by its place there; the first is 1. */
export interface FileRow {
  readonly row: number
  readonly cells: Table[number]
}

/** The table that was found in a file. */
export interface FoundTable {
  /** Its sheet, where the file has several. */
  readonly sheet: string | null
  /** Row of its head. */
  readonly head: number
  /** Names of its columns as they stand there; a column without one is called by its place, as `#3`. */
  readonly names: readonly string[]
  readonly rows: readonly FileRow[]
  /** Remarks below the last row, which were passed over. */
  readonly remarks: number
}

/** Rows of a sheet in which its head is looked for, and by which its width is measured. */
const LOOKED_AT = 60
/** A head has at least this part of the cells that wide rows of its table have. */
const PART_OF_HEAD = 0.6

/** Finds head and rows of a table: in the sheet, and at the row, that has most of the `known` names; else at the first row that is as wide as those below. */
export function findTable(sheets: readonly Sheet[], known: readonly string[]): FoundTable {
  const keys = new Set(known.map(titleKey))
  const found = sheets.map(({ rows }) => headOf(rows, keys))
  const best = found.reduce((first, head, place) => (isBetter(head, found[first] as Head) ? place : first), 0)
  const { name = null, rows = [] } = sheets[best] ?? {}
  return tableBelow(rows, found[best]?.place ?? 0, sheets.length > 1 ? name : null)
}

/** Where a head may be: how many of its names are known, and whether rows of a table stand below. */
interface Head {
  readonly place: number
  readonly known: number
  readonly isTable: boolean
}

const isBetter = (a: Head, b: Head): boolean => (a.known === b.known ? a.isTable && !b.isTable : a.known > b.known)

const filledIn = (row: Table[number]): number => row.filter(isFilled).length

const isFilled = (cell: Table[number][number] | undefined): boolean => cell !== null && cell !== undefined && cell !== ''

function headOf(rows: Table, keys: ReadonlySet<string>): Head {
  const looked = rows.slice(0, LOOKED_AT)
  const counts = looked.map(
    (row) =>
      partedNames(row)
        .flat()
        .filter((name) => keys.has(titleKey(name))).length,
  )
  const known = Math.max(0, ...counts)
  const widths = looked.map(filledIn)
  const wide = [...widths].filter((width) => width > 0).sort((a, b) => b - a)
  const usual = wide[Math.floor(wide.length / 10)] ?? 0
  const byWidth = Math.max(
    widths.findIndex((width) => width > 0 && width >= usual * PART_OF_HEAD),
    0,
  )
  const place = known >= 2 ? counts.indexOf(known) : byWidth
  return { place, known: known >= 2 ? known : 0, isTable: usual > 1 && widths.slice(place + 1).some((width) => width > 1) }
}

function tableBelow(rows: Table, place: number, sheet: string | null): FoundTable {
  const head = rows[place] ?? []
  const below = rows.slice(place + 1).map((cells, index): FileRow => ({ row: place + index + 2, cells }))
  const filled = below.filter(({ cells }) => filledIn(cells) > 0)
  const names = head.map((cell, index) => cellText(cell) || `#${index + 1}`)
  const last = names.length > 2 ? filled.findLastIndex(({ cells }) => filledIn(cells) > 1 || !isFilled(cells[0])) : filled.length - 1
  const kept = filled.slice(0, last + 1)
  return parted({ sheet, head: place + 1, names, rows: kept, remarks: filled.length - kept.length })
}

/** What Eurostat puts into the last column that stands at the left: what is there, and what stands to the right. */
const TWO_WAYS = /\\time(_period)?$/i
/** A code with its words behind it, as SDMX-CSV may have them. */
const WITH_WORDS = /^([\w.-]+): ?\S/

const codeIn = (text: string): string => WITH_WORDS.exec(text)?.[1] ?? text

/** Names of a head, those of each of its cells: several where they stand in one cell (`freq,unit,geo\TIME_PERIOD`). */
function partedNames(row: Table[number]): string[][] {
  const names = row.map(cellText)
  const hasWords = names.some((name) => WITH_WORDS.test(name) && ['TIME_PERIOD', 'OBS_VALUE'].includes(codeIn(name)))
  return names.map((name) => {
    if (TWO_WAYS.test(name)) return name.replace(TWO_WAYS, '').split(',')
    return [hasWords ? codeIn(name) : name]
  })
}

/** Puts what stands in one cell by Eurostat's custom into cells of its own, and leaves codes without their words. */
function parted(table: FoundTable): FoundTable {
  const parts = partedNames(table.names)
  const cellsOf = (cells: Table[number]) =>
    cells.flatMap((cell, place): Table[number] => {
      const [first, ...more] = parts[place] ?? []
      if (more.length > 0) return padded(cellText(cell).split(','), more.length + 1)
      const isCode = first !== table.names[place] && WITH_WORDS.test(table.names[place] ?? '')
      return [isCode && typeof cell === 'string' ? codeIn(cell) : cell]
    })
  if (table.names.every((name, place) => parts[place]?.[0] === name)) return table
  return { ...table, names: parts.flat(), rows: table.rows.map(({ row, cells }) => ({ row, cells: cellsOf(cells) })) }
}

const padded = (cells: readonly string[], length: number) => Array.from({ length }, (_, place) => cells[place]?.trim() ?? null)

/** Rows with something beyond the last column, by their place: each value behind the cell too many would stand in another column. */
export const longRows = ({ names, rows }: Pick<FoundTable, 'names' | 'rows'>): number[] =>
  rows.flatMap(({ row, cells }) => (cells.slice(names.length).some(isFilled) ? [row] : []))
