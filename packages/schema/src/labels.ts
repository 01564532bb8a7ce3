import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allEnums, allMachines, allRecords, type RecordMeta } from './model/index.js'
import { rooms } from './rooms.js'

/** Languages of the product; English is written in the decorators, the others in `<room>/labels/<language>.json`. */
export const languages = ['en', 'it'] as const
export type LanguageCode = (typeof languages)[number]

type Texts = Record<string, string>

interface ResourceLabels {
  /** One and many, as polyglot wants them: `Partner |||| Partners`. */
  readonly name: string
  readonly fields: Texts
  /** What helps to fill in a field, by its name. */
  readonly help: Texts
}

/** Words for all that the model declares: records by their list's name, enums, moves, and why a move is refused. */
export interface Labels {
  readonly resources: Record<string, ResourceLabels>
  readonly enums: Record<string, Texts>
  readonly moves: Record<string, Texts>
  readonly reasons: Texts
}

interface RoomFile {
  readonly resources?: Record<string, { readonly name: string; readonly fields?: Texts; readonly help?: Texts }>
  readonly enums?: Labels['enums']
  readonly moves?: Labels['moves']
  readonly reasons?: Texts
  /** Fields that many records have, with their help; and how `<day>Precision` is called after its day. */
  readonly shared?: { readonly fields: Texts; readonly help: Texts; readonly precision: string }
}

/** All words in a language. Those that are missing in a room's file are missing here; see {@link labelProblems}. */
export const labelsIn = (language: LanguageCode): Labels => (language === 'en' ? english() : translated(language))

/** The order of declaration depends on who imports whom first; the words do not. */
const sorted = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries([...entries].sort(([a], [b]) => a.localeCompare(b)))

function english(): Labels {
  return {
    resources: sorted(allRecords().map((record) => [record.plural, englishResource(record)])),
    enums: sorted(allEnums().map(({ name, labels }) => [name, { ...labels }])),
    moves: sorted(allMachines().map(({ record, transitions }) => [record, Object.fromEntries(transitions.map(({ key, label }) => [key, label]))])),
    reasons: sorted(
      [
        ...allMachines().flatMap(({ transitions }) => transitions.flatMap((move) => [...move.when, ...(move.through ? [move.through] : [])])),
        ...allRecords()
          .flatMap(({ during, when, deeds }) => [{ during, when }, ...deeds])
          .flatMap(({ during, when = [] }) => [...(during ? [during] : []), ...when]),
      ].map(({ code, message }) => [code, message] as const),
    ),
  }
}

function englishResource({ label, labels, fields, computed }: RecordMeta): ResourceLabels {
  return {
    name: `${label} |||| ${labels}`,
    fields: Object.fromEntries([...fields, ...computed].map((field) => [field.name, field.label])),
    help: Object.fromEntries(fields.flatMap(({ name, help }) => (help ? [[name, help] as const] : []))),
  }
}

function translated(language: LanguageCode): Labels {
  const files = rooms.map((room) => roomFile(room, language))
  const shared = files.find((file) => file.shared)?.shared
  const merge = <T>(pick: (file: RoomFile) => Record<string, T> | undefined): Record<string, T> => Object.assign({}, ...files.map((file) => pick(file) ?? {}))
  const written = merge((file) => file.resources)
  const resources = allRecords().flatMap((record) => {
    const own = written[record.plural]
    if (!own) return []
    return [
      [record.plural, { name: own.name, fields: fieldLabels(record, own.fields ?? {}, shared), help: { ...sharedHelp(record, shared), ...own.help } }] as const,
    ]
  })
  const unknown = Object.entries(written).filter(([plural]) => !allRecords().some((record) => record.plural === plural))
  return {
    resources: sorted([...resources, ...unknown.map(([plural, { name }]) => [plural, { name, fields: {}, help: {} }] as const)]),
    enums: sorted(Object.entries(merge((file) => file.enums))),
    moves: sorted(Object.entries(merge((file) => file.moves))),
    reasons: sorted(Object.entries(merge((file) => file.reasons))),
  }
}

const sharedHelp = ({ fields }: RecordMeta, shared: RoomFile['shared']): Texts =>
  Object.fromEntries(fields.flatMap(({ name, help }) => (help && shared?.help[name] ? [[name, shared.help[name]] as const] : [])))

/** A record's own words, then those of fields that many records have, then `<day>: how exactly`. */
function fieldLabels({ fields, computed }: RecordMeta, own: Texts, shared: RoomFile['shared']): Texts {
  const common = [...fields, ...computed]
    .filter(({ name }) => !own[name] && shared?.fields[name])
    .map(({ name }) => [name, shared?.fields[name] ?? ''] as const)
  const all: Texts = { ...Object.fromEntries(common), ...own }
  const precisions = fields
    .filter(({ name, partial }) => partial && all[name])
    .map(({ name }) => [`${name}Precision`, `${all[name]}: ${shared?.precision}`] as const)
  return { ...all, ...Object.fromEntries(precisions) }
}

function roomFile(room: string, language: LanguageCode): RoomFile {
  const path = join(import.meta.dirname, room, 'labels', `${language}.json`)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RoomFile) : {}
}

/** Keys that a language lacks, and keys that it has for nothing; both as sentences. */
export function labelProblems(language: LanguageCode): string[] {
  const [wanted, found] = [english(), labelsIn(language)].map((labels) => new Set(keysOf(labels))) as [Set<string>, Set<string>]
  return [
    ...[...wanted].filter((key) => !found.has(key)).map((key) => `labels/${language}.json lacks ${key}`),
    ...[...found].filter((key) => !wanted.has(key)).map((key) => `labels/${language}.json has ${key}, which nothing uses`),
  ]
}

const keysOf = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'string' ? [`${path}${key}`] : keysOf(inner as object, `${path}${key}.`)))
