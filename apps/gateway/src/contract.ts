import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  allEnums,
  allMachines,
  allRecords,
  type FieldMeta,
  isAddedTo,
  labelProblems,
  labelsIn,
  languages,
  machineOf,
  personalTable,
  type RecordMeta,
  rightsTable,
  unsaidColumns,
} from '@clusterpolisee/schema'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildProduct } from './build-product.js'
import { unreachedTypes } from './read/unreached-types.js'
import { inputName } from './write/validate-input.js'

const folder = join(import.meta.dirname, '../../../packages')
const recordNames = 'schema/src/model/record-names.ts'

function fieldFacts(field: FieldMeta, record: RecordMeta) {
  const {
    name,
    kind,
    optional,
    input,
    max,
    min,
    from,
    until,
    sort,
    search,
    choices,
    emptyIsNone,
    onlyWhere,
    percentWhere,
    code,
    within,
    markdown,
    byDialog,
    isPublic,
  } = field
  return {
    name,
    kind,
    input,
    inputName: inputName(field),
    emptyIsNone,
    onlyWhere,
    percentWhere,
    code,
    within,
    isState: machineOf(record.name)?.field === name || undefined,
    markdown,
    byDialog,
    isPublic,
    required: !optional && field.initial === undefined,
    max,
    min,
    from,
    until,
    sort,
    search,
    choices: choices?.name,
    target: field.target?.(),
  }
}

/** Presentation facts are left out where a record says nothing. */
function recordFacts(record: RecordMeta) {
  const { name, singular, plural, room, verbs, deeds, audited, calls, columns, beneath, lasts, order } = record
  const spoken = record.computed.filter((field) => field.spoken)
  const lists = record.many
    .filter((relation) => columns.includes(relation.name))
    .map((relation) => ({ name: relation.name, target: relation.target(), by: relation.by }))
  return {
    name,
    singular,
    plural,
    room,
    verbs,
    deeds: deeds.length > 0 ? deeds.map((deed) => deed.name) : undefined,
    isAddedTo: isAddedTo(record) || undefined,
    audited,
    calls,
    spoken: spoken.length > 0 ? spoken.map((field) => field.name) : undefined,
    columns: columns.length > 0 ? columns : undefined,
    lists: lists.length > 0 ? lists : undefined,
    beneath: Object.keys(beneath).length > 0 ? beneath : undefined,
    lasts,
    order: order.length > 0 ? order : undefined,
    fields: record.fields.map((field) => fieldFacts(field, record)),
  }
}

/** The order of declaration depends on who imports whom first; the contract does not. */
const byName = <T>(entries: readonly (readonly [string, T])[]) => Object.fromEntries([...entries].sort(([a], [b]) => a.localeCompare(b)))

const sortedRecords = () => [...allRecords()].sort((one, other) => one.name.localeCompare(other.name))

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

/** The names of records as a type, so that one whose class an arrow forbids is named safely. */
function namesText(): string {
  const names = allRecords().map(({ name }) => name)
  return `/** Names of all records; written by \`npm run contract\`. */\nexport type RecordName =\n${names
    .sort()
    .map((name) => `  | '${name}'\n`)
    .join('')}`
}

/** Everything that is generated: file name → text. */
async function contract(): Promise<Record<string, string>> {
  const { schema } = await buildProduct()
  const facts = {
    records: byName(allRecords().map((record) => [record.name, recordFacts(record)])),
    enums: byName(allEnums().map(({ name, values }) => [name, Object.keys(values)])),
    machines: byName(
      allMachines().map(({ record, log, transitions }) => [
        record,
        { log: log?.record, moves: transitions.map(({ key, from, to, asks }) => ({ key, from, to, asks })) },
      ]),
    ),
  }
  return {
    'contract/schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
    'contract/fields.json': json(facts),
    'contract/rights.md': rightsTable(sortedRecords(), allMachines()),
    'contract/personal-data.md': personalTable(),
    [recordNames]: namesText(),
    ...Object.fromEntries(languages.map((language) => [`contract/labels/${language}.json`, json(labelsIn(language))])),
  }
}

const texts = await contract()

for (const problem of [...languages.flatMap(labelProblems), ...unsaidColumns()]) {
  console.error(problem)
  process.exitCode = 1
}

for (const name of unreachedTypes(buildSchema(texts['contract/schema.graphql'] ?? ''))) {
  console.error(`No query or mutation leads to the type ${name}: it must not be in the contract`)
  process.exitCode = 1
}

const checking = process.argv[2] === '--check'
for (const [name, text] of Object.entries(texts)) {
  const file = join(folder, name)
  if (!checking) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`packages/${name} is not what the records say. Run: npm run contract`)
    process.exitCode = 1
  }
}
