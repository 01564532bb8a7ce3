import type { DecimalMark } from '@clusterpolisee/values'
import { type Cell, type CellFault, cellText, readFigure } from './read-cell.js'

/** A figure as statistical offices write it: its number, what is said of it, and whether they say that it is not known. */
export interface MarkedFigure {
  readonly value: number | null
  /** As b for a break in the series, e for estimated; several are parted by blanks. */
  readonly flags: string
  /** True: a mark stands in place of the number. */
  readonly isUnknown: boolean
  readonly fault?: CellFault
}

/** Words that stand where there is no number. */
const WORDS = /^(?:na|n\/a|n\.a\.|nd|n\.d\.)$/i
/** Marks that stand there, of Eurostat `:`, of others `..` or a dash, with their flags; or flags alone, in brackets. */
const MARKS = /^(?:(?:[:…–—-]|\.{2,3})\s*(?:\(([a-z]{1,3})\)|([a-z]{1,3}))?|\(([a-z]{1,3})\))$/
/** Eurostat's flags behind a number: break, confidential, differs, estimated, forecast, ... */
const BEHIND = /^(.*\d)\s*(?: ([bcdefinprsuz]{1,3})|\(([bcdefinprsuz]{1,3})\))$/

/** True of what says that a number is not known. */
export const isUnknownMark = (cell: Cell): boolean => WORDS.test(cellText(cell)) || MARKS.test(cellText(cell))

/** Reads a figure with the flags beside it; what can be read in two ways is a fault that asks, unless `mark` is known. */
export function readMarked(cell: Cell, mark?: DecimalMark): MarkedFigure {
  const text = cellText(cell)
  const flagsIn = (parts: readonly (string | undefined)[]) => parts.find((flags) => flags) ?? ''
  if (isUnknownMark(cell)) return { value: null, flags: flagsIn(MARKS.exec(text)?.slice(1) ?? []), isUnknown: true }
  const [, number, ...behind] = BEHIND.exec(text) ?? []
  return { ...readFigure(number ?? cell, mark), flags: flagsIn(behind), isUnknown: false }
}
