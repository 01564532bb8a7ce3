import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as library from './index.js'

const folder = join(process.cwd(), 'packages/methods/src')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))

/** The words right above an exported function, on one line. */
function docstringOf(name: string): string {
  const before = sources.find((source) => source.includes(`export function ${name}(`))?.split(`export function ${name}(`)[0] ?? ''
  const words = before.trimEnd().endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : ''
  return words.replace(/\s*\n\s*\* ?/g, ' ')
}

/** `compareCase` and the error are for tests and callers, and compute nothing. */
const functions = Object.entries(library).flatMap(([name, value]) =>
  typeof value === 'function' && !['compareCase', 'MethodError'].includes(name) ? [name] : [],
)

test.each(functions)('%s says its formula, what a missing value does, what it refuses, and whose it is', (name) => {
  const words = docstringOf(name)
  expect(words).toMatch(/ = |\bformula\b|\bRule:/)
  expect(words).toMatch(/\bMissing\b/)
  expect(words).toMatch(/\b[Ee]rrors\b|\bRefuses\b/)
  expect(words).toMatch(/\bSource\b|\bsource:/)
})
