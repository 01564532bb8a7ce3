import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allMachines, allRecords, recordMeta } from '@clusterpolisee/schema'
import { buildSchema, getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'

const root = join(import.meta.dirname, '../..')

/** What no test met of what the product has, by kind: a verb, a refusal, a record read or written, a move, a narrower field. */
export function findGaps(folder) {
  const notes = readdirSync(folder)
    .filter((name) => name.startsWith('notes-'))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    )
  const schema = buildSchema(readFileSync(join(root, 'packages/contract/schema.graphql'), 'utf8'), { assumeValid: true })
  const met = meet(notes, schema)
  const has = {
    'verbs done': Object.keys(schema.getMutationType().getFields()),
    'records read': allRecords().map(({ name }) => name),
    refusals: refusalCodes(),
    'moves made': allMachines().flatMap(movesOf),
    'narrower fields hidden': allRecords().flatMap(({ name, fields }) => fields.filter((field) => field.visibleTo).map((field) => `${name}.${field.name}`)),
  }
  return Object.entries(has).flatMap(([kind, names]) => names.filter((name) => !met[kind].has(name)).map((name) => `${kind}: ${name}`))
}

/** Every state from which a move starts. */
const movesOf = ({ record, field, transitions }) =>
  transitions.flatMap(({ from, to }) => from.map((state) => moveName(recordMeta(record).table, field, state, to)))

const moveName = (table, column, from, to) => `${table} ${column} ${from} → ${to}`

function meet(notes, schema) {
  const met = { 'verbs done': new Set(), 'records read': new Set(), refusals: new Set(), 'moves made': new Set(), 'narrower fields hidden': new Set() }
  for (const { asked, refused = [], codes = [], hidden = [], table, column, from, to } of notes) {
    for (const code of [...refused, ...codes]) met.refusals.add(code)
    if (table) met['moves made'].add(moveName(table, column, from, to))
    if (!asked || refused.length > 0) continue
    const typeAt = readDocument(asked, schema, met)
    for (const [path, field] of hidden) met['narrower fields hidden'].add(`${typeAt.get(path)}.${field}`)
  }
  return met
}

/** Notes what a document that was answered reached; answers the type at each path of its answer. */
function readDocument(text, schema, met) {
  const [types, path] = [new Map(), []]
  const info = new TypeInfo(schema)
  visit(
    parse(text, { noLocation: true }),
    visitWithTypeInfo(info, {
      Field: {
        enter(node) {
          path.push((node.alias ?? node.name).value)
          if (info.getParentType() === schema.getMutationType()) met['verbs done'].add(node.name.value)
          const type = getNamedType(info.getType())?.name
          types.set(path.join('.'), type)
          met['records read'].add(type)
        },
        leave() {
          path.pop()
        },
      },
    }),
  )
  return types
}

/** Codes of refusals, as the sources write them: beside their sentence, or as a code or reason. */
function refusalCodes() {
  const text = ['apps/gateway/src', 'packages/schema/src'].flatMap((folder) => sources(join(root, folder))).join('\n')
  const forms = [/\bcode: '([A-Z][A-Z_0-9]+)'/g, /\bforbidden\('([A-Z_]+)'/g, /'([A-Z][A-Z_]{2,})',\s*(?:\{[^}]*\},\s*)?['"`][^'"`\n]*\w [^'"`\n]*['"`]/g]
  const plain = text
    .replaceAll(/\bforbidden\('([A-Z_]+)', '[^']*'/g, "forbidden('$1'")
    .replaceAll("'NOBODY'", '')
    .replaceAll(/\btype: '\w+'|\bscalar\('\w+'/g, '')
  return [...new Set(forms.flatMap((form) => [...plain.matchAll(form)].map(([, code]) => code)))].filter((code) => !Object.hasOwn(elsewhere, code)).sort()
}

/** Codes that these notes cannot meet, and why. */
const elsewhere = {
  INVALID_INPUT: 'what a method refuses of a placement: an edition is checked before it is frozen, so that nothing of that kind is left',
}

const sources = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !entry.name.includes('.test.') && !/sample|migrations/.test(entry.parentPath))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
