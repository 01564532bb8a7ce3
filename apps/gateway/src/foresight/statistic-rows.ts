import { setImmediate } from 'node:timers/promises'
import { isNaceDivision, StatisticMeasure } from '@clusterpolisee/schema'
import type { DecimalMark } from '@clusterpolisee/values'
import { type Cell, cellText, readFigure, titleKey } from '../tables/read-cell.js'
import { longRows, type Table } from '../tables/read-table.js'

/** Columns of an import, in any order. */
export const columns = ['region', 'measure', 'division', 'year', 'value', 'unit', 'source'] as const
export type Column = (typeof columns)[number]

export interface StatisticRow {
  /** Row of the file, the header being 1. */
  readonly row: number
  readonly region: string
  readonly measure: string
  readonly division: string
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly source: string
}

/** What is wrong with a cell, or with a row when there is no column. */
export interface RowFault {
  readonly row: number
  readonly column: Column | null
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly message: string
}

/** What makes two rows the same figure. */
export const keyOf = ({ region, measure, division, year }: Pick<StatisticRow, 'region' | 'measure' | 'division' | 'year'>): string =>
  `${region} ${measure} ${division} ${year}`

/** Rows that are read before others are answered again. */
const AT_ONCE = 2000

/** Reads rows of cells, and finds every fault that the file itself shows; numbers that are two by their mark, unless it is known. */
export async function readStatisticRows(table: Table, mark?: DecimalMark): Promise<{ rows: StatisticRow[]; faults: RowFault[] }> {
  const [header = [], ...body] = table
  const places = columns.map((name) => header.findIndex((cell) => titleKey(cellText(cell)) === name))
  const lacking = columns.filter((_, index) => places[index] === -1)
  if (lacking.length > 0) {
    return {
      rows: [],
      faults: lacking.map((column) => ({
        row: 1,
        column,
        code: 'COLUMN_MISSING',
        params: { column },
        message: `There is no column "${column}". The template has all of them.`,
      })),
    }
  }
  const long = longRows(table)
  if (long.length > 0) return { rows: [], faults: long.map(tooManyCells) }
  const read: ReturnType<typeof readRow>[] = []
  for (const [index, cells] of body.entries()) {
    if (index % AT_ONCE === 0) await setImmediate()
    read.push(readRow(index + 2, (column) => cells[places[columns.indexOf(column)] ?? -1], mark))
  }
  const rows = read.flatMap(({ row }) => row ?? [])
  return { rows, faults: [...read.flatMap(({ faults }) => faults), ...repeated(rows)] }
}

/** Not one cell of such a row can be trusted to stand in its column. */
const tooManyCells = (row: number): RowFault => ({
  row,
  column: null,
  code: 'TOO_MANY_CELLS',
  message: 'This row has more cells than the header. Put a text with a comma between quotation marks, and write 1.5 or "1,5".',
})

function readRow(row: number, cell: (column: Column) => Cell, mark: DecimalMark | undefined): { row: StatisticRow | null; faults: RowFault[] } {
  const faults: RowFault[] = []
  const fault = (column: Column, code: string, message: string, params?: RowFault['params']) =>
    void faults.push({ row, column, code, message, ...(params ? { params } : {}) })
  const text = (column: Column, max: number) => {
    const value = cellText(cell(column))
    if (value === '') fault(column, 'REQUIRED', `${column} is needed.`)
    else if (value.length > max || value.includes('\u0000')) fault(column, 'TOO_LONG', `${column} is longer than ${max} characters.`, { max })
    return value
  }
  const [region, measure, division] = [text('region', 5).toUpperCase(), text('measure', 40).toUpperCase(), text('division', 3).toUpperCase()]
  if (measure && !(measure in StatisticMeasure.values)) {
    fault('measure', 'UNKNOWN_MEASURE', `There is no measure ${measure}. Use one of ${Object.keys(StatisticMeasure.values).join(', ')}.`, { measure })
  }
  if (division && !isNaceDivision(division)) fault('division', 'UNKNOWN_DIVISION', `${division} is no division of NACE Rev. 2, as C25.`, { division })
  const yearText = text('year', 10)
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : Number.NaN
  if (yearText !== '' && !(year >= 1950 && year <= 2100)) fault('year', 'NOT_A_YEAR', 'This is no year between 1950 and 2100.')
  const { value: read, fault: unread } = readFigure(cell('value'), mark)
  const value = read ?? Number.NaN
  if (unread) fault('value', unread.code, unread.message, unread.params)
  else if (read === null) fault('value', 'REQUIRED', 'A value is needed. Leave the row out when it is not known.')
  else if (value < 0) fault('value', 'TOO_SMALL', 'The value is below 0.', { min: 0 })
  else if (value > MOST) fault('value', 'TOO_LARGE', 'This number is too large.', { max: MOST })
  const [unit, source] = [text('unit', 40), text('source', 300)]
  return { row: faults.length > 0 ? null : { row, region, measure, division, year, value, unit, source }, faults }
}

const MOST = 99_999_999_999_999

function repeated(rows: readonly StatisticRow[]): RowFault[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row): RowFault[] => {
    const first = seen.get(keyOf(row))
    if (first === undefined) {
      seen.set(keyOf(row), row.row)
      return []
    }
    return [
      { row: row.row, column: null, code: 'DUPLICATE_KEY', params: { first }, message: `Region, measure, division and year are those of row ${first} again.` },
    ]
  })
}
