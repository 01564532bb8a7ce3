import { type Fault, faultText } from '../api/graphql'

/** What is wrong with a row of a file. */
export interface RowFault {
  readonly row: number
  readonly column: string
  readonly text: string
  /** What kind of fault it is, and of what: something may be done about some kinds. */
  readonly code: string
  readonly params: NonNullable<Fault['params']>
}

/** What is asked of a file as a whole: which mark stands before its decimals. The first number that is two by it says what is meant. */
export interface FileQuestion {
  readonly text: string
  readonly byPoint: number
  readonly byComma: number
  /** How many numbers it is asked for. */
  readonly count: number
}

/** A fault as the gateway tells it of a file. */
export type ToldFault = Omit<Fault, 'path'> & { readonly row: number; readonly column: string | null }

/** Faults of a file by row; all numbers that can be read in two ways are one question. */
export function readFaults(told: readonly ToldFault[]): { readonly faults: readonly RowFault[]; readonly question: FileQuestion | null } {
  const asked = told.filter(({ code }) => code === 'AMBIGUOUS_NUMBER')
  const [first] = asked
  const { text = '', byPoint = 0, byComma = 0 } = first?.params ?? {}
  return {
    faults: told
      .filter((fault) => !asked.includes(fault))
      .map((fault) => ({ row: fault.row, column: fault.column ?? '', text: faultText({ ...fault, path: [] }), code: fault.code, params: fault.params ?? {} })),
    question: first ? { text: String(text), byPoint: Number(byPoint), byComma: Number(byComma), count: asked.length } : null,
  }
}
