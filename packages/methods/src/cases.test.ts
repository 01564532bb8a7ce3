import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareCase, type WorkedCase } from './compare-case.js'
import { type MethodName, methods } from './methods.js'

const folder = join(process.cwd(), 'packages/methods/cases')
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
const worked = files.flatMap((file) => {
  const { method, cases } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { method: MethodName; cases: WorkedCase[] }
  return cases.map((one) => ({ method, one, title: `${method}: ${one.name}` }))
})

test('every method has worked examples', () => {
  expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(methods).sort())
})

test.each(worked)('$title', ({ method, one }) => {
  const compared = compareCase(methods[method](one.input), one)
  expect(compared.length).toBeGreaterThan(0)
  expect(compared.filter(({ passes }) => !passes)).toEqual([])
})

test('a number out of tolerance, a missing key and a list that is too long do not pass', () => {
  const one: WorkedCase = { name: 'x', input: {}, expected: { a: 1, b: [1], c: 'yes', d: 2 }, tolerance: { a: 0.1, default: 0 } }
  const failed = compareCase({ a: 1.2, b: [1, 2], c: 'yes' }, one).filter(({ passes }) => !passes)
  expect(failed.map(({ path }) => path)).toEqual(['a', 'b.length', 'd'])
})
