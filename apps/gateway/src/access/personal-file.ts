import { type LanguageCode, labelsIn, type PersonalColumn, personalColumnsOf, personalTables, type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { countRows, handedOut, readRows } from './personal-rows.js'

/** Said at the head of the file, for whoever opens it. */
const notes: Readonly<Record<LanguageCode, readonly string[]>> = {
  en: [
    'All that this installation keeps of you, row by row. Other people in these rows are left out, and so are passwords and keys, which nobody can read.',
    'What you typed and did not save is kept in your own browser only, and is not in this file.',
    'Free texts, as minutes and notes, may name you. They belong to their project: ask its lead partner.',
  ],
  it: [
    'Tutto ciò che questa installazione conserva su di Lei, riga per riga. Mancano le altre persone di queste righe, le password e le chiavi, che nessuno può leggere.',
    'Ciò che ha scritto e non salvato è conservato solo nel Suo browser e non è in questo file.',
    'I testi liberi, come verbali e note, possono nominarla. Appartengono al loro progetto: chieda al suo lead partner.',
  ],
}

/** All that is kept of a person as the pieces of one JSON text: a summary in words, then the rows of each record. */
export async function* personalFile(run: RunSql, person: string, language: LanguageCode): AsyncGenerator<string> {
  const counts = await countRows(run, person)
  const [made] = await run('SELECT moment_now() AS at', [])
  const head = {
    format: 'clusterpolisee-personal-data',
    formatVersion: 1,
    madeAt: made?.at,
    person,
    notes: notes[language],
    summary: summary(counts, language),
  }
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "records": {`
  let first = true
  for (const record of handedOut()) {
    yield `${first ? '' : ','}\n  ${JSON.stringify(record.name)}: [`
    yield* separated(readRows(run, record, person))
    yield ']'
    first = false
  }
  yield '\n }\n}\n'
}

/** Rows with a comma between, a line each. */
async function* separated(rows: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true
  for await (const row of rows) {
    yield `${first ? '' : ','}\n   ${row}`
    first = false
  }
}

/** What each table keeps of the person, in words: how many rows, why, until when, and how its fields are called. */
function summary(counts: ReadonlyMap<string, number>, language: LanguageCode) {
  const records = handedOut()
  return personalTables()
    .filter((table) => counts.has(table))
    .map((table) => {
      const record = records.find((candidate) => candidate.table === table)
      return { table, ...(record ? inWords(record, language) : {}), rows: counts.get(table), kept: reasons(personalColumnsOf(table), language) }
    })
}

function inWords({ name, plural }: RecordMeta, language: LanguageCode) {
  const words = labelsIn(language).resources[plural]
  return { record: name, name: words?.name.split(' |||| ').at(-1), fields: words?.fields }
}

/** Why and until when, each pair once. */
function reasons(columns: readonly PersonalColumn[], language: LanguageCode): string[] {
  const { PersonalPurpose: why = {}, KeptUntil: end = {} } = labelsIn(language).enums
  return [...new Set(columns.map(({ purpose, until, days }) => `${why[purpose]}. ${end[until]}${days ? ` (+ ${days} d)` : ''}.`))]
}
