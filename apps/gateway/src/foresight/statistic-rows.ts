import { setImmediate } from 'node:timers/promises'
import { nutsCode, readNace, StatisticMeasure } from '@clusterpolisee/schema'
import { type DecimalMark, readDay } from '@clusterpolisee/values'
import { isUuid } from '../kernel/uuid.js'
import type { FileFault } from '../tables/file-faults.js'
import type { Asked, ReadRow } from '../tables/file-reading.js'
import { cellText } from '../tables/read-cell.js'
import { readMarked } from '../tables/read-marked.js'

/** Columns of an import, in any order; `flags` may stand beside them. */
export const columns = ['region', 'measure', 'division', 'year', 'value', 'unit', 'source'] as const
export type Column = (typeof columns)[number] | 'flags'

/** How the files of statistical offices call them: Eurostat's, SDMX, and R. */
const others: Readonly<Partial<Record<Column, readonly string[]>>> = {
  region: ['geo', 'nuts', 'nuts_id', 'nuts code', 'region code', 'ref_area', 'regione', 'codice nuts'],
  measure: ['misura'],
  division: ['nace_r2', 'nace', 'activity', 'ateco', 'divisione'],
  year: ['time_period', 'time', 'period', 'anno'],
  value: ['obs_value', 'values', 'valore'],
  unit: ['unit_measure', 'unità'],
  source: ['fonte'],
  flags: ['obs_flag', 'obs_status', 'flag', 'status', 'segni'],
}

/** Where the list's own export has the id or code behind the words. */
const keys: Readonly<Partial<Record<Column, string>>> = { region: 'regionId', measure: 'measureCode' }

/** What an import of statistics asks a file for. */
export const askedOfStatistics: readonly Asked[] = [...columns, 'flags' as const].map((name) => ({
  name,
  ...(keys[name] ? { key: keys[name] } : {}),
  also: others[name] ?? [],
  needed: name !== 'flags',
}))

export interface StatisticRow {
  /** Row of the file, the first being 1. */
  readonly row: number
  /** Its code; its id, where the file is an export of ours. */
  readonly region: string
  readonly measure: string
  readonly division: string
  readonly year: number
  readonly value: number
  /** What its source says of the figure, as b; empty for nothing. */
  readonly flags: string
  readonly unit: string
  readonly source: string
}

/** Rows as they were read, what is wrong with others, and how many say that their figure is not known. */
export interface ReadStatistics {
  readonly rows: readonly StatisticRow[]
  readonly faults: readonly FileFault[]
  readonly unknown: number
}

/** What makes two rows the same figure. */
export const keyOf = ({ region, measure, division, year }: Pick<StatisticRow, 'region' | 'measure' | 'division' | 'year'>): string =>
  `${region} ${measure} ${division} ${year}`

/** Rows that are read before others are answered again. */
const AT_ONCE = 2000

/** Reads rows of cells, and finds every fault that the file itself shows; numbers that are two by their mark, unless it is known. */
export async function readStatisticRows(given: readonly ReadRow[], mark?: DecimalMark): Promise<ReadStatistics> {
  const read: ReturnType<typeof readRow>[] = []
  for (const [index, row] of given.entries()) {
    if (index % AT_ONCE === 0) await setImmediate()
    read.push(readRow(row, mark))
  }
  const rows = read.flatMap(({ row }) => row ?? [])
  return { rows, faults: [...read.flatMap(({ faults }) => faults), ...repeated(rows)], unknown: read.filter(({ isUnknown }) => isUnknown).length }
}

interface RowAsRead {
  readonly row: StatisticRow | null
  readonly faults: readonly FileFault[]
  readonly isUnknown: boolean
}

/** The year that a text says, by itself or by a day of it. */
function yearIn(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text)
  const read = readDay(text)
  const days = read.kind === 'day' ? [read.day] : read.kind === 'question' ? read.days : []
  const [year, ...others] = new Set(days.map((day) => day.slice(0, 4)))
  return year !== undefined && others.length === 0 ? Number(year) : Number.NaN
}

function readRow({ row, cell, yearColumn }: ReadRow, mark: DecimalMark | undefined): RowAsRead {
  const figure = readMarked(cell('value'), mark)
  if (figure.isUnknown) return { row: null, faults: [], isUnknown: true }
  const faults: FileFault[] = []
  const fault = (column: Column, code: string, message: string, params?: FileFault['params']) =>
    void faults.push({ row, column: column === 'value' || column === 'year' ? (yearColumn ?? column) : column, code, message, ...(params ? { params } : {}) })
  const text = (column: Column, max: number) => {
    const value = cellText(cell(column))
    if (value === '') fault(column, 'REQUIRED', `${column} is needed.`)
    else if (value.length > max || value.includes('\u0000')) fault(column, 'TOO_LONG', `${column} is longer than ${max} characters.`, { max })
    return value
  }
  const [region, measure, activity] = [
    regionIn(text('region', isUuid(cellText(cell('region'))) ? ID : CODE)),
    text('measure', 40).toUpperCase(),
    text('division', 7).toUpperCase(),
  ]
  if (measure && !(measure in StatisticMeasure.values)) {
    fault('measure', 'UNKNOWN_MEASURE', `There is no measure ${measure}. Use one of ${Object.keys(StatisticMeasure.values).join(', ')}.`, { measure })
  }
  const division = readNace(activity) ?? ''
  if (activity && !division)
    fault('division', 'UNKNOWN_DIVISION', `${activity} is no division, section or group of NACE Rev. 2, as C25, C or B-E.`, { division: activity })
  const yearText = text('year', 20)
  const year = yearIn(yearText)
  if (yearText !== '' && !(year >= 1950 && year <= 2100)) fault('year', 'NOT_A_YEAR', 'This is no year between 1950 and 2100.')
  const value = figure.value ?? Number.NaN
  if (figure.fault) fault('value', figure.fault.code, figure.fault.message, figure.fault.params)
  else if (figure.value === null) fault('value', 'REQUIRED', 'A value is needed. Leave the row out when it is not known.')
  else if (value < 0) fault('value', 'TOO_SMALL', 'The value is below 0.', { min: 0 })
  else if (value > MOST) fault('value', 'TOO_LARGE', 'This number is too large.', { max: MOST })
  const flags = [figure.flags, cellText(cell('flags'))].filter(Boolean).join(' ')
  if (flags.length > MOST_FLAGS) fault('flags', 'TOO_LONG', `flags is longer than ${MOST_FLAGS} characters.`, { max: MOST_FLAGS })
  const [unit, source] = [text('unit', 40), text('source', 300)]
  return { row: faults.length > 0 ? null : { row, region, measure, division, year, value, flags, unit, source }, faults, isUnknown: false }
}

/** Letters of an id, and of a code at most. */
const [ID, CODE] = [36, 5]

const regionIn = (text: string): string => (isUuid(text) ? text : nutsCode(text))

const MOST = 99_999_999_999_999
const MOST_FLAGS = 20

function repeated(rows: readonly StatisticRow[]): FileFault[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row): FileFault[] => {
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
