import JSONstat from 'jsonstat-toolkit'
import type { Table } from './read-table.js'
import { checkBounds, TableRefused } from './table-bounds.js'

const NOT_READ = 'This is not JSON-stat as we read it: one data set of version 2.0. Take it as CSV.'

/** True for a text that is an object of JSON. */
export const isJson = (text: string): boolean => /^\ufeff?\s*\{/.test(text)

/** Cells of a data set of JSON-stat: a column for each dimension with its codes, one for status, one for value; a row for each figure that is there. */
export function readJsonStat(text: string): Table {
  const [head = [], ...rows] = cellsOf(parsed(text))
  const valued = rows.filter((row) => row.slice(-2).some((cell) => cell !== null && cell !== ''))
  // What has a status and no value is said to be unknown.
  return [head, ...valued.map((row) => [...row.slice(0, -1), row.at(-1) ?? ':'])]
}

function parsed(text: string): object {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as object
  } catch {
    throw new TableRefused(NOT_READ)
  }
}

/** All cells of the cube, once it is no larger than we read. */
function cellsOf(answer: object): (string | number | null)[][] {
  const { class: kind, size } = answer as { readonly class?: unknown; readonly size?: unknown }
  if (kind !== 'dataset' || !Array.isArray(size) || !size.every((length) => Number.isInteger(length) && length >= 0)) throw new TableRefused(NOT_READ)
  checkBounds(
    size.reduce((product: number, length: number) => product * length, 1),
    size.length + 2,
  )
  try {
    return JSONstat(answer).toTable({ type: 'array', field: 'id', content: 'id', status: true }) ?? []
  } catch {
    throw new TableRefused(NOT_READ)
  }
}
