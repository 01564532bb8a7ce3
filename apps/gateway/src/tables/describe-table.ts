import { yearOf } from './file-reading.js'
import type { FoundTable } from './find-table.js'
import { cellText } from './read-cell.js'

/** A column as it is shown to whoever says what it is. */
interface DescribedColumn {
  readonly name: string
  /** What stands in it, each once, in the order of the file; the first 30. */
  readonly values: readonly string[]
  /** True: there are more. */
  readonly more: boolean
  /** True: its name is a year. */
  readonly isYear: boolean
}

/** A table as it is shown to whoever says how it is read. */
export interface DescribedTable extends Pick<FoundTable, 'sheet' | 'head' | 'remarks'> {
  readonly columns: readonly DescribedColumn[]
  /** Its first rows as they stand there. */
  readonly first: readonly (readonly string[])[]
}

const SHOWN = { values: 30, rows: 5, letters: 80 } as const

/** What was found in a file: its columns with what stands in them, and its first rows. */
export function describeTable({ sheet, head, remarks, names, rows }: FoundTable): DescribedTable {
  const shown = (cell: (typeof rows)[number]['cells'][number] | undefined) => cellText(cell).slice(0, SHOWN.letters)
  const first = rows.slice(0, SHOWN.rows).map(({ cells }) => names.map((_, place) => shown(cells[place])))
  return { sheet, head, remarks, columns: names.map((name, place) => ({ name, isYear: yearOf(name) !== undefined, ...distinct(rows, place, shown) })), first }
}

function distinct(rows: FoundTable['rows'], place: number, shown: (cell: FoundTable['rows'][number]['cells'][number] | undefined) => string) {
  const values = new Set<string>()
  for (const { cells } of rows) {
    const text = shown(cells[place])
    if (text === '' || values.has(text)) continue
    if (values.size === SHOWN.values) return { values: [...values], more: true }
    values.add(text)
  }
  return { values: [...values], more: false }
}
