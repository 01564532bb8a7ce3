import { createHash } from 'node:crypto'
import type { FileReading } from '@clusterpolisee/schema'
import type { FileRow, FoundTable } from './find-table.js'
import { type Cell, cellText, titleKey } from './read-cell.js'

/** What an import asks a file for. */
export interface Asked {
  readonly name: string
  /** The column of our own exports that has its id or code, where one of the plain name has words. */
  readonly key?: string
  /** How the columns of others call it. */
  readonly also?: readonly string[]
  /** False: a file may go without. */
  readonly needed: boolean
}

/** A row as an import takes it: what stands in the cell of each thing that it asks for. */
export interface ReadRow {
  readonly row: number
  /** The column of the file that gave the value, where each year is a column. */
  readonly yearColumn: string | null
  readonly cell: (name: string) => Cell
}

/** The year that a column bears as its name: 2013, X2013 of R, 2013-01-01 of a cell that holds a day. */
export const yearOf = (name: string): string | undefined => /^x?((?:19|20)\d\d)(?:-\d\d-\d\d)?$/i.exec(name)?.[1]

/** What files of one shape share: the names of their columns, whatever their case, and not for which years. */
export const shapeOf = (names: readonly string[]): string => {
  const lasting = names.filter((name) => !yearOf(name)).map(titleKey)
  return createHash('sha256')
    .update(JSON.stringify([lasting, lasting.length < names.length]))
    .digest('hex')
}

/** All names by which columns of such files are known. */
export const knownNames = (asked: readonly Asked[]): string[] => asked.flatMap(({ name, key, also = [] }) => [name, ...(key ? [key] : []), ...also])

/** How a file reads by the names of its columns alone. */
export function proposeReading(names: readonly string[], asked: readonly Asked[]): FileReading {
  const keys = names.map(titleKey)
  const columns = asked.flatMap(({ name, key, also = [] }) => {
    const place = [...(key ? [names.indexOf(key)] : []), names.indexOf(name), ...[name, ...also].map((known) => keys.indexOf(titleKey(known)))].find(
      (index) => index >= 0,
    )
    return place === undefined ? [] : [{ as: name, column: names[place] as string }]
  })
  const has = (name: string) => !asked.some((one) => one.name === name) || columns.some(({ as }) => as === name)
  const yearsAsColumns = !has('year') && !has('value') && names.some(yearOf)
  return { columns, constants: [], only: [], yearsAsColumns }
}

/** What the import needs and the reading does not give. */
export function lackingIn({ columns, constants, yearsAsColumns }: FileReading, names: readonly string[], asked: readonly Asked[]): string[] {
  const given = new Set([
    ...columns.filter(({ column }) => names.includes(column)).map(({ as }) => as),
    ...constants.filter(({ text }) => text.trim() !== '').map(({ as }) => as),
    ...(yearsAsColumns && names.some(yearOf) ? ['year', 'value'] : []),
  ])
  return asked.filter(({ name, needed }) => needed && !given.has(name)).map(({ name }) => name)
}

/** The rows that a reading takes, each with the cells that the import asks for; where each year is a column, one for each year with something in it. */
export function readBy(found: FoundTable, reading: FileReading): ReadRow[] {
  const taken = found.rows.filter(isTaken(found.names, reading))
  return reading.yearsAsColumns ? taken.flatMap(yearsOf(found.names, reading)) : taken.map(rowOf(found.names, reading))
}

function isTaken(names: readonly string[], { only }: FileReading): (row: FileRow) => boolean {
  const wanted = only.map(({ column, value }) => ({ place: names.indexOf(column), value: cellText(value) })).filter(({ place }) => place >= 0)
  return ({ cells }) => wanted.every(({ place, value }) => cellText(cells[place]) === value)
}

function rowOf(names: readonly string[], { columns, constants }: FileReading): (row: FileRow) => ReadRow {
  const fixed = new Map<string, Cell>(constants.map(({ as, text }) => [as, text]))
  const places = new Map(columns.map(({ as, column }) => [as, names.indexOf(column)]))
  return ({ row, cells }) => ({ row, yearColumn: null, cell: (name) => (fixed.get(name) || cells[places.get(name) ?? -1]) ?? null })
}

/** A column of values, and the one without a name behind it, in which their flags may stand. */
interface YearColumn {
  readonly name: string
  readonly year: string
  readonly place: number
  readonly flags: number | null
}

function yearsOf(names: readonly string[], reading: FileReading): (row: FileRow) => ReadRow[] {
  const years = names.flatMap((name, place): YearColumn[] => {
    const year = yearOf(name)
    return year ? [{ name, year, place, flags: names[place + 1] === `#${place + 2}` ? place + 1 : null }] : []
  })
  const read = rowOf(names, reading)
  return (row) => {
    const { cell } = read(row)
    const own = ({ year, place, flags }: YearColumn): Readonly<Record<string, Cell>> => ({
      year,
      value: row.cells[place],
      ...(flags === null ? {} : { flags: row.cells[flags] }),
    })
    return years
      .filter(({ place }) => cellText(row.cells[place]) !== '')
      .map((column) => {
        const cells = own(column)
        return { row: row.row, yearColumn: column.name, cell: (name) => (name in cells ? cells[name] : cell(name)) }
      })
  }
}
