import { ObjectType } from 'type-graphql'
import { Check, Entity, Index } from 'typeorm'
import { currencyField } from './currency.js'
import { type FieldMeta, snakeCase } from './field.js'
import { presentationOf } from './presentation.js'
import { inheritedParts, manyOf, type RecordClass, type RecordMeta, type RecordOptions, registerRecord } from './registry.js'

/**
 * Declares a record: its table, its GraphQL type, its lists, its rights. Property decorators have run before,
 * so the indexes and checks that its fields ask for are made here.
 */
export function Record(options: RecordOptions) {
  return (type: RecordClass): void => {
    const meta = metaOf(type, options)
    registerRecord(meta)
    Entity(meta.table)(type)
    ObjectType(meta.name, { description: meta.description, simpleResolvers: true })(type)
    for (const field of meta.fields) if (field.choices) Check(`${meta.table}_${field.column}_check`, choiceCheck(field))(type)
    for (const columns of indexes(meta)) Index(indexName(meta.table, columns), columns)(type)
    for (const names of meta.unique) uniqueIndex(meta, names)(type)
  }
}

function metaOf(type: RecordClass, options: RecordOptions): RecordMeta {
  const { fields, computed } = inheritedParts(type.prototype)
  const singular = type.name[0]?.toLowerCase() + type.name.slice(1)
  return {
    name: type.name,
    singular,
    plural: options.plural ?? `${singular}s`,
    table: options.table ?? snakeCase(singular),
    room: options.room,
    label: options.label,
    labels: options.labels,
    description: options.description,
    read: options.read,
    write: options.write ?? null,
    when: options.when ?? [],
    deeds: options.deeds ?? [],
    figures: options.figures ?? { fields: [], relations: [] },
    verbs: options.verbs ?? (options.write ? ['create', 'update', 'archive', 'delete'] : []),
    order: (options.order ?? []).map((term) => (typeof term === 'string' ? { field: term, direction: 'ASC' } : term)),
    ...presentationOf(options, fields),
    unique: options.unique ?? [],
    audited: options.audited ?? true,
    announced: options.announced ?? false,
    asksAgain: options.asksAgain ?? false,
    isProject: options.isProject ?? false,
    makesViewers: options.makesViewers ?? options.grants !== undefined,
    versionsBy: options.versionsBy ?? [],
    summary: options.summary ?? false,
    ...(options.grants ? { grants: options.grants } : {}),
    listedIn: options.listedIn ?? {},
    ...(options.rules ? { rules: options.rules } : {}),
    ...(options.during ? { during: options.during } : {}),
    fields,
    get many() {
      return manyOf(type.name)
    },
    computed: [...computed, ...currencyField(fields)],
    type,
  }
}

function choiceCheck(field: FieldMeta): string {
  const values = Object.values(field.choices?.values ?? {}).map((value) => `'${value}'::text`)
  return `${field.column} = ANY (ARRAY[${values.join(', ')}])`
}

/** A foreign key is indexed with the id behind it; a sortable field behind its project. Property names. */
function indexes({ fields }: RecordMeta): string[][] {
  const scoped = fields.some((field) => field.name === 'project')
  const keys = fields.filter((field) => field.kind === 'belongsTo').map((field) => [field.name, 'id'])
  const orders = fields.filter((field) => field.sort && field.kind !== 'belongsTo')
  return [...keys, ...orders.map((field) => [...(scoped ? ['project'] : []), field.name, 'id'])]
}

function indexName(table: string, columns: readonly string[]): string {
  return `${table}_${columns.map(snakeCase).join('_')}_idx`.slice(0, 63)
}

function uniqueIndex({ table, fields }: RecordMeta, names: readonly string[]) {
  const archived = fields.some((field) => field.name === 'archivedAt')
  const options = { unique: true, ...(archived ? { where: 'archived_at IS NULL' } : {}) }
  return Index(`${table}_${names.map(snakeCase).join('_')}_key`, [...names], options)
}
