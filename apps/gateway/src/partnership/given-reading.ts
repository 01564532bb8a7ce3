import { decimalMarks, type FileReading } from '@clusterpolisee/schema'
import type { DecimalMark } from '@clusterpolisee/values'
import { z } from 'zod'
import { badInput } from '../kernel/errors.js'

const name = z.string().max(2000)
const list = <T extends z.ZodRawShape>(shape: T) => z.array(z.strictObject(shape)).max(300).default([])

const fileReading = z.strictObject({
  columns: list({ as: name, column: name }),
  constants: list({ as: name, text: name }),
  only: list({ column: name, value: name }),
  yearsAsColumns: z.boolean().default(false),
})

/** How a file is to be read, as JSON of an address; null where nothing is said. */
export function readingOf(given: unknown): FileReading | null {
  if (given === undefined || given === '') return null
  const { data } = fileReading.safeParse(parsed(String(given)))
  if (data) return data
  throw badInput([{ path: ['reading'], code: 'NOT_A_READING', message: 'This does not say which columns of the file are what.' }])
}

/** Which mark stands before the decimals of a file, as an address says it. */
export const markOf = (given: unknown): DecimalMark | undefined => (given === 'POINT' || given === 'COMMA' ? decimalMarks[given] : undefined)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
