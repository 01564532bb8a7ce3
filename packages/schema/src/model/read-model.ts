import type { ArgumentModel, ArgumentsSql, EnumModel, FieldModel, Model, RecordModel, RelationModel, SingleModel } from '@clusterpolisee/graph-sql'
import { fieldScope, readScope } from './compile-rule.js'
import { currencySql } from './currency.js'
import { type ComputedMeta, type FieldMeta, snakeCase } from './field.js'
import { fieldKinds } from './field-kinds.js'
import { BY_NAME, isOrderedByName } from './order-of-names.js'
import { checkNames } from './presentation.js'
import { checkPublic } from './public.js'
import { allEnums, allRecords, fieldOf, type RecordMeta, recordMeta } from './registry.js'
import { movesOf, rightsFields, transitionRecord } from './rights-model.js'
import { heldModel } from './shape.js'
import { versionsOf } from './versions.js'

/** What the read engine is told of all records; `extras` are set-returning functions and the like, declared by rooms. */
export function readModel(extras: { records: readonly RecordModel[]; singles: readonly SingleModel[] }): Model {
  for (const record of allRecords()) {
    checkNames(record)
    checkPublic(record)
  }
  const enums: EnumModel[] = allEnums().map(({ name, description, values }) => ({ name, description, values: Object.values(values) }))
  return { records: [...allRecords().map(recordModel), transitionRecord, ...extras.records], singles: extras.singles, enums }
}

function recordModel(record: RecordMeta): RecordModel {
  const archived = record.fields.some((field) => field.name === 'archivedAt')
  return {
    name: record.name,
    singular: record.singular,
    plural: record.plural,
    description: record.description,
    table: record.table,
    fields: [
      identity,
      version,
      ...record.fields.flatMap((field) => fieldModels(field, record)),
      ...record.computed.map((computed) => computedModel(computed, record)),
      ...record.figures.fields,
      ...rightsFields(record),
    ],
    relations: relationsOf(record),
    scope: readScope(record),
    summary: record.summary,
    ...(archived ? { archivedColumn: 'archived_at' } : {}),
    ...versionsOf(record),
    defaultOrder: record.order,
  }
}

const identity: FieldModel = { name: 'id', description: 'Identity of the record.', type: 'ID', nullable: false, sqlType: 'uuid', column: 'id' }
const version: FieldModel = {
  name: 'version',
  description: 'Raised by each write.',
  type: 'Int',
  nullable: false,
  sqlType: 'integer',
  column: 'version',
}

function fieldModels(field: FieldMeta, record: RecordMeta): FieldModel[] {
  if (field.kind === 'belongsTo') return []
  const kind = fieldKinds[field.kind]
  const description = field.help ? `${field.label}. ${field.help}` : `${field.label}.`
  const base = { description, nullable: field.optional || field.visibleTo !== undefined, sqlType: kind.sqlType }
  const visibleTo = fieldScope(field, record)
  const narrower = visibleTo ? { visibleTo } : {}
  if (field.kind === 'localised') return localisedModels(field, { ...base, ...narrower })
  return [
    {
      ...base,
      ...narrower,
      name: field.name,
      column: field.column,
      orderable: field.sort,
      searchable: field.search,
      ...(isOrderedByName(field) ? { collation: BY_NAME } : {}),
      type: field.choices?.name ?? kind.graphql.name,
      filterable: field.kind !== 'json',
      ...(field.kind === 'money' ? { unit: ({ alias }) => currencySql(record.fields, alias) } : {}),
      ...(field.holds ? heldModel(field.holds) : {}),
    },
  ]
}

const language: ArgumentModel = {
  name: 'language',
  type: 'String',
  sqlType: 'text',
  description: 'Language (BCP 47), as en or it.',
  defaultValue: '"en"',
}
const languageSql = (args: ArgumentsSql): string => args.language ?? "'en'"

/** `title(language)` answers in the language asked, else English, else any; `titleTranslations` holds all. */
function localisedModels(field: FieldMeta, base: Pick<FieldModel, 'description' | 'nullable' | 'sqlType' | 'visibleTo'>): FieldModel[] {
  const text = (alias: string, language: string) =>
    `coalesce(${alias}.${field.column} ->> ${language}, ${alias}.${field.column} ->> 'en', (SELECT min(value) FROM jsonb_each_text(${alias}.${field.column})))`
  return [
    { ...base, name: `${field.name}Translations`, column: field.column, type: 'JSON', filterable: false },
    {
      ...base,
      name: field.name,
      type: 'String',
      sqlType: 'text',
      filterable: true,
      args: [language],
      sql: (row, args) => text(row.alias, languageSql(args)),
    },
  ]
}

function computedModel(computed: ComputedMeta, record: RecordMeta): FieldModel {
  const visibleTo = fieldScope(computed, record)
  return {
    name: computed.name,
    description: `${computed.label}.`,
    type: computed.type,
    nullable: computed.optional,
    sqlType: computed.sqlType,
    sql: (row, args) => computed.sql(row.alias, languageSql(args)),
    ...(computed.spoken ? { args: [language] } : {}),
    ...(computed.filterable ? { filterable: true } : {}),
    ...(visibleTo ? { visibleTo } : {}),
    ...(computed.holds ? heldModel(computed.holds) : {}),
  }
}

function relationsOf(record: RecordMeta): RelationModel[] {
  const one = record.fields
    .filter((field) => field.kind === 'belongsTo')
    .map(
      (field): RelationModel => ({
        name: field.name,
        description: `${field.label}.`,
        kind: 'one',
        target: field.target?.() ?? '',
        column: field.column,
        required: !field.optional,
        orderable: field.sort,
      }),
    )
  const many = record.many.map((relation): RelationModel => {
    const target = recordMeta(relation.target())
    const column = fieldOf(target, relation.by)?.column ?? `${snakeCase(relation.by)}_id`
    return { name: relation.name, description: `${relation.label}.`, kind: 'many', target: target.name, column, orderable: relation.sort }
  })
  return [...one, ...many, ...record.figures.relations, ...historyOf(record), ...movesOf(record)]
}

function historyOf(record: RecordMeta): RelationModel[] {
  if (record.audited) return [{ name: 'history', description: 'Who changed what, and when.', kind: 'many', target: 'AuditEntry', column: 'record_id' }]
  if (record.versionsBy.length === 0) return []
  const columns = record.versionsBy.map((name) => fieldOf(record, name)?.column ?? '')
  return [
    {
      name: 'history',
      description: 'Every version of this, the first one first, with when it was recorded and superseded.',
      kind: 'many',
      target: record.name,
      column: '',
      from: ({ alias }) => {
        const same = columns.map((column) => `v.${column} = ${alias}.${column}`).join(' AND ')
        return `(SELECT v.* FROM ${record.table} v WHERE ${same} ORDER BY v.recorded_at, v.id)`
      },
    },
  ]
}
