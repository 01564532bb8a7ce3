// `npm run methods:cases`: every number of every worked example, published and computed here, as a table (tab-separated with --tsv).
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareCase, methods } from './dist/index.js'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases')
const tabs = process.argv.includes('--tsv')
const text = (value) => (typeof value === 'number' ? String(Number(value.toPrecision(12))) : JSON.stringify(value))

let [numbers, failed] = [0, 0]
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const { method, cases } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  for (const worked of cases) {
    if (!tabs) console.log(`\n${method}: ${worked.name}`)
    for (const { path, expected, found, difference, tolerance, passes } of compareCase(methods[method](worked.input), worked)) {
      numbers++
      failed += passes ? 0 : 1
      const row = [path, text(expected), text(found), difference === null ? '' : difference.toExponential(2), text(tolerance), passes ? 'ok' : 'FAILS']
      console.log(
        tabs
          ? [method, worked.name, ...row].join('\t')
          : `  ${row[0].padEnd(32)}${row
              .slice(1)
              .map((cell) => cell.padStart(18))
              .join('')}`,
      )
    }
  }
}
console.log(`${tabs ? '' : '\n'}${numbers} values compared, ${failed} out of tolerance`)
process.exitCode = failed === 0 ? 0 : 1
