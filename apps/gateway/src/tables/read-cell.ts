import { type DecimalMark, lineOf, MOST_DIGITS, readNumber } from '@clusterpolisee/values'

/** A cell of a table: a number where the file says that it is one, else text. */
export type Cell = string | number | null | undefined

/** What is wrong with a cell. */
export interface CellFault {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly message: string
}

/** A cell as a text of one line. */
export const cellText = (cell: Cell): string => lineOf(String(cell ?? ''))

/** A text by which titles and codes are matched: without case. */
export const titleKey = (text: string): string => lineOf(text).toLowerCase()

/**
 * A cell as a number; null where it is empty. What can be read in two ways is a fault that asks, unless `mark` is known. A number
 * of a workbook has the digits that its program shows: it keeps more, with what its own sums left over.
 */
export function readFigure(cell: Cell, mark?: DecimalMark): { readonly value: number | null; readonly fault?: CellFault } {
  if (typeof cell === 'number') return { value: Number(cell.toPrecision(MOST_DIGITS)) }
  const read = readNumber(cell ?? '', mark)
  if (read.kind === 'number') return { value: read.value }
  if (read.kind === 'empty') return { value: null }
  if (read.kind === 'question') return { value: null, fault: questionOf(cellText(cell), read.byPoint, read.byComma) }
  return { value: null, fault: read.code === 'NOT_A_NUMBER' ? NOT_A_NUMBER : TOO_MANY_DIGITS }
}

const NOT_A_NUMBER = { code: 'NOT_A_NUMBER', message: 'This is not a number, as 1234.5.' }
const TOO_MANY_DIGITS = { code: 'TOO_MANY_DIGITS', params: { max: MOST_DIGITS }, message: `This number has more than ${MOST_DIGITS} digits.` }

const questionOf = (text: string, byPoint: number, byComma: number): CellFault => ({
  code: 'AMBIGUOUS_NUMBER',
  params: { text, byPoint, byComma },
  message: `"${text}" is ${byPoint} or ${byComma}: say which mark stands before the decimals.`,
})
