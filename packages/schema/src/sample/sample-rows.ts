import { v5 as uuidv5 } from 'uuid'

/** One row of a sample: values by field name of the record; a relation holds the target's id. */
export interface SampleRow {
  readonly record: string
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

const NAMESPACE = '2f7c7a52-6d0e-5a0c-9d4b-0b7e3f6c1a11'

/** The identity of a sample's record: the same on every machine. */
export const sampleId = (project: string, kind: string, key: string | number): string => uuidv5(`${project}/${kind}/${key}`, NAMESPACE)

/** `2012-04` is known to the month: a start is its first day, an end its last. */
export function partialDay(name: string, text: string | null | undefined, end = false): Record<string, unknown> {
  if (!text) return {}
  if (text.length === 10) return { [name]: text, [`${name}Precision`]: 'DAY' }
  const [year, month] = text.split('-').map(Number)
  const day = new Date(Date.UTC(year ?? 0, (month ?? 1) - (end ? 0 : 1), end ? 0 : 1))
  return { [name]: day.toISOString().slice(0, 10), [`${name}Precision`]: 'MONTH' }
}
