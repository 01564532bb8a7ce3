import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const [BEGIN, END] = ['<!-- bench -->', '<!-- /bench -->']

/** A text with what stands between the two markers replaced; unchanged where it has none. */
export function between(text, inner) {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  return from < 0 || to < from ? text : `${text.slice(0, from + BEGIN.length)}\n\n${inner}\n\n${text.slice(to)}`
}

/** Writes the whole report into docs/bench.md, and its first table into README.md. */
export function writeReport(root, text) {
  const page = join(root, 'docs/bench.md')
  const readme = join(root, 'README.md')
  if (!existsSync(dirname(page))) mkdirSync(dirname(page))
  writeFileSync(page, `# How fast it is\n\nWritten by \`npm run bench -- --write\`; CONTRIBUTING.md says what is compared.\n\n${text}\n`)
  const first = text.split('\n\n').slice(0, 2).join('\n\n')
  writeFileSync(readme, between(readFileSync(readme, 'utf8'), first))
}
