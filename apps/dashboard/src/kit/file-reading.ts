/** Where each thing stands that an import asks a file for, as the gateway takes it. */
export interface FileReading {
  readonly columns: readonly { readonly as: string; readonly column: string }[]
  readonly constants: readonly { readonly as: string; readonly text: string }[]
  readonly only: readonly { readonly column: string; readonly value: string }[]
  readonly yearsAsColumns: boolean
}

/** A column that was found in a file, with what stands in it. */
export interface FoundColumn {
  readonly name: string
  readonly values: readonly string[]
  readonly more: boolean
  readonly isYear: boolean
}

/** What was found in a file. */
export interface FoundFile {
  readonly sheet: string | null
  readonly head: number
  readonly remarks: number
  readonly columns: readonly FoundColumn[]
  readonly first: readonly (readonly string[])[]
}

/** What the gateway tells of a file: what was found, how it is read, by whose word, and what is still lacking. */
export interface FileAsRead {
  readonly found: FoundFile
  readonly readAs: { readonly reading: FileReading; readonly by: 'GIVEN' | 'REMEMBERED' | 'NAMES' }
  readonly lacking: readonly string[]
}

/** Something that an import asks for. */
export interface Asked {
  readonly name: string
  readonly label: string
  /** Without it nothing is read. */
  readonly needed?: boolean
  /** It may be the same for all rows: one of these, or any text. */
  readonly constant?: true | readonly (readonly [value: string, text: string])[]
}

/** Choices beside the columns of the file. */
export const NOWHERE = ''
export const CONSTANT = '='
export const YEARS = '#'
const COLUMN = ':'

/** The choice of a column. */
export const columnChoice = (name: string): string => COLUMN + name

/** What is chosen for something that is asked for. */
export function choiceOf({ columns, constants, yearsAsColumns }: FileReading, name: string): string {
  if (yearsAsColumns && (name === 'year' || name === 'value')) return YEARS
  if (constants.some(({ as }) => as === name)) return CONSTANT
  const column = columns.find(({ as }) => as === name)
  return column ? columnChoice(column.column) : NOWHERE
}

/** The reading with another choice; years as columns give year and value together. */
export function withChoice(reading: FileReading, name: string, choice: string): FileReading {
  const isYears = name === 'year' || name === 'value'
  const names = isYears && (choice === YEARS || reading.yearsAsColumns) ? ['year', 'value'] : [name]
  const columns = reading.columns.filter(({ as }) => !names.includes(as))
  const constants = reading.constants.filter(({ as }) => !names.includes(as))
  const yearsAsColumns = choice === YEARS || (reading.yearsAsColumns && !isYears)
  if (choice === CONSTANT) return { ...reading, columns, constants: [...constants, { as: name, text: '' }], yearsAsColumns }
  if (!choice.startsWith(COLUMN)) return { ...reading, columns, constants, yearsAsColumns }
  return { ...reading, columns: [...columns, { as: name, column: choice.slice(1) }], constants, yearsAsColumns }
}

/** The reading with another text that is the same for all rows. */
export const withConstant = (reading: FileReading, name: string, text: string): FileReading => ({
  ...reading,
  constants: reading.constants.map((constant) => (constant.as === name ? { as: name, text } : constant)),
})

/** The reading that takes rows with one value of a column only, or all of them. */
export function withOnly(reading: FileReading, column: string, value: string): FileReading {
  const only = reading.only.filter((one) => one.column !== column)
  return { ...reading, only: value === '' ? only : [...only, { column, value }] }
}

/** Columns that are not read and hold a few values each: rows may be chosen by them. */
export const choosable = ({ columns }: FoundFile, reading: FileReading): FoundColumn[] =>
  columns.filter(
    ({ name, values, more, isYear }) =>
      !more && values.length > 1 && !(isYear && reading.yearsAsColumns) && !reading.columns.some(({ column }) => column === name),
  )
