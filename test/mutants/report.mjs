import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join } from 'node:path'

const per = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`)

/** Score by folder: faults made, noticed, and which part that is. */
export function scoreTable(results) {
  const folders = [...new Set(results.map(({ mutant }) => mutant.folder))].sort()
  const row = (name, of) => {
    const killed = of.filter(({ killer }) => killer).length
    return `| ${name} | ${of.length} | ${killed} | ${of.length - killed} | ${per(killed, of.length)} |`
  }
  return [
    '| folder | faults | noticed | survived | score |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...folders.map((folder) =>
      row(
        folder,
        results.filter(({ mutant }) => mutant.folder === folder),
      ),
    ),
    row('all', results),
  ].join('\n')
}

/** Where a fault stands, and its lines before and after. */
export function diffOf(root, { file, start, end, replacement }) {
  const text = readFileSync(join(root, file), 'utf8')
  const [from, to] = [text.lastIndexOf('\n', start - 1) + 1, text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end)]
  const changed = `${text.slice(from, start)}${replacement}${text.slice(end, to)}`
  const lines = (sign, part) =>
    part
      .split('\n')
      .slice(0, 12)
      .map((line) => `${sign} ${line.slice(0, 240)}`)
  return [placeOf(root, file, text, start), ...lines('-', text.slice(from, to)), ...lines('+', changed)].join('\n')
}

/** Of built code the line of its source. */
function placeOf(root, file, text, start) {
  const before = text.slice(0, start).split('\n')
  const [line, column] = [before.length - 1, before.at(-1)?.length ?? 0]
  const source = file.replace('/dist/', '/src/')
  if (file.endsWith('.sql')) return `${source}:${line + 1}`
  const map = new SourceMap(JSON.parse(readFileSync(join(root, `${file}.map`), 'utf8')))
  return `${source.replace(/\.js$/, '.ts')}:${(map.findEntry(line, column).originalLine ?? line) + 1}`
}
