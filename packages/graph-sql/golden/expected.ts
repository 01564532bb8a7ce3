import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'sql-formatter'
import type { Compiled } from '../src/engine.js'

const isUpdate = process.env.GOLDEN === 'update'

/**
 * Compares a text with the file of this folder. `GOLDEN=update` writes the file instead, so that the change is seen in the
 * diff; never in CI, where nobody would look.
 */
export function expectGolden(file: string, text: string): void {
  const path = join(import.meta.dirname, file)
  if (isUpdate && process.env.CI) throw new Error('Golden files are not written in CI: write them, look at the diff, commit it.')
  if (isUpdate) writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}

/** A statement as people read it: its values as comments, then its text. */
export function statementText({ text, values }: Compiled): string {
  const lines = values.map((value, index) => `-- $${index + 1} ${JSON.stringify(value)}`)
  return `${[...lines, format(text, { language: 'postgresql', expressionWidth: 140 })].join('\n')}\n`
}
