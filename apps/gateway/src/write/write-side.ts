import { allRecords, type FieldMeta, fieldKinds, type RecordMeta, type Verb } from '@clusterpolisee/schema'
import { type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { checkProved } from '../request/asks-again.js'
import type { Context } from '../request/context.js'
import { type Input, inputName, writableFields } from './validate-input.js'
import { archiveRecord, createRecord, deleteRecord, updateRecord } from './write-record.js'

type Resolve = GraphQLFieldResolver<unknown, Context, { id: string; version: number; input: Input }>

/** Inputs and plain mutations of all records that declare who writes, as SDL. */
export function writeSide(): string {
  const records = allRecords().filter((record) => record.verbs.length > 0)
  const inputs = records.flatMap((record) => [
    ...(record.verbs.includes('create') ? [inputSdl(record, 'create')] : []),
    ...(record.verbs.includes('update') ? [inputSdl(record, 'update')] : []),
  ])
  const deleted = '"""What a deletion leaves."""\ntype Deleted {\n  """Identity of what is gone."""\n  deletedId: ID!\n}'
  return [deleted, ...inputs, `extend type Mutation {\n${records.flatMap(mutationLines).join('\n')}\n}`].join('\n\n')
}

/** Hangs the generic write path behind the mutations of {@link writeSide}. */
export function resolveWrites(schema: GraphQLSchema): void {
  const fields = schema.getMutationType()?.getFields() ?? {}
  for (const record of allRecords()) {
    for (const [name, resolve] of Object.entries(resolvers(record))) {
      const field = fields[name]
      if (field) field.resolve = (record.asksAgain ? askingAgain(resolve) : resolve) as GraphQLFieldResolver<unknown, unknown>
    }
  }
}

const askingAgain =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    checkProved(context)
    return resolve(source, args, context, info)
  }

/** Only what {@link writeSide} offers: a verb written by hand may bear the name that a plain write would have. */
function resolvers(record: RecordMeta): Record<string, Resolve> {
  const { name, verbs } = record
  const all: Record<Verb, Record<string, Resolve>> = {
    create: { [`create${name}`]: (_, { input }, context) => createRecord(context, record, input) },
    update: { [`update${name}`]: (_, { id, version, input }, context) => updateRecord(context, record, id, version, input) },
    archive: {
      [`archive${name}`]: (_, { id, version }, context) => archiveRecord(context, record, id, version, true),
      [`restore${name}`]: (_, { id, version }, context) => archiveRecord(context, record, id, version, false),
    },
    delete: { [`delete${name}`]: (_, { id, version }, context) => deleteRecord(context, record, id, version) },
  }
  return Object.assign({}, ...verbs.map((verb) => all[verb]))
}

/** Fields are described in their record's type; what is missing comes back as a fault at its field, together with all others, so nothing is NonNull. */
function inputSdl(record: RecordMeta, mode: 'create' | 'update'): string {
  const fields = writableFields(record, mode)
  const lines = [...(mode === 'create' ? ['id: ID'] : []), ...fields.map(fieldLine)]
  const words = mode === 'create' ? `A new record: ${record.label}.${neededWords(fields)}` : `What changes: ${record.label}. Absent is unchanged, null clears.`
  return `${JSON.stringify(words)}\ninput ${mode === 'create' ? 'Create' : 'Update'}${record.name}Input {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`
}

function neededWords(fields: readonly FieldMeta[]): string {
  const needed = fields.filter((field) => !field.optional && field.initial === undefined)
  return needed.length > 0 ? ` Needed: ${needed.map(inputName).join(', ')}.` : ''
}

function fieldLine(field: FieldMeta): string {
  const type = field.kind === 'belongsTo' ? 'ID' : (field.choices?.name ?? fieldKinds[field.kind].graphql.name)
  return `${inputName(field)}: ${type}`
}

/** The verbs say by their names what they do; arguments are described at the root type. */
function mutationLines(record: RecordMeta): string[] {
  const { name, verbs } = record
  const key = 'id: ID!, version: Int!'
  const archived = record.fields.some((field) => field.name === 'archivedAt')
  return [
    ...(verbs.includes('create') ? [`  create${name}(input: Create${name}Input!): ${name}`] : []),
    ...(verbs.includes('update') ? [`  update${name}(${key}, input: Update${name}Input!): ${name}`] : []),
    ...(verbs.includes('archive') && archived ? [`  archive${name}(${key}): ${name}`, `  restore${name}(${key}): ${name}`] : []),
    ...(verbs.includes('delete') ? [`  delete${name}(${key}): Deleted`] : []),
  ]
}
