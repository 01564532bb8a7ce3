import type { FieldModel, Limits, Model, RecordModel, RelationModel, SingleModel } from './model.js'

export const defaultLimits: Limits = {
  defaultPage: 25,
  maxPage: 500,
  maxNestedPage: 100,
  maxDepth: 12,
  maxNodes: 10_000,
  maxRows: 50_000,
  maxFields: 2000,
  maxListItems: 1000,
  maxComparisons: 200,
  maxFilterDepth: 8,
  maxText: 1000,
  maxCandidates: 10_000,
  maxComputed: 10_000,
}

/** What a root field of the read side is. */
export type RootField =
  | { readonly kind: 'list' | 'summary' | 'byId'; readonly record: RecordModel }
  | { readonly kind: 'single'; readonly record: RecordModel; readonly single: SingleModel }
  | { readonly kind: 'node' | 'nodes' }

/** The model, indexed by name, once. */
export class Catalogue {
  readonly limits: Limits
  private readonly records: ReadonlyMap<string, RecordModel>
  private readonly relations: readonly RelationModel[]
  private readonly roots = new Map<string, RootField>([
    ['node', { kind: 'node' }],
    ['nodes', { kind: 'nodes' }],
  ])

  constructor(readonly model: Model) {
    this.limits = { ...defaultLimits, ...model.limits }
    this.records = new Map(model.records.map((record) => [record.name, record]))
    this.relations = model.records.flatMap((record) => record.relations)
    for (const record of model.records) this.addRoots(record)
    for (const single of model.singles ?? []) this.roots.set(single.name, { kind: 'single', record: this.record(single.record), single })
  }

  private addRoots(record: RecordModel): void {
    if (record.root === false) return
    this.roots.set(record.plural, { kind: 'list', record })
    if (isNode(record)) this.roots.set(record.singular, { kind: 'byId', record })
    if (hasSummary(record)) this.roots.set(`${record.plural}Summary`, { kind: 'summary', record })
  }

  /** Throws for a name that the model does not have: a fault of the model. */
  record(name: string): RecordModel {
    const record = this.records.get(name)
    if (!record) throw new Error(`The model has no record ${name}`)
    return record
  }

  /** True: rows of this record come in pages, by a root field or a relation, or over a to-one relation: they can be filtered and ordered. */
  isListed(record: RecordModel): boolean {
    return record.root !== false || this.relations.some((relation) => relation.target === record.name && (!relation.from || relation.args))
  }

  /** True: a filter of another record asks which rows of this one are related to it. */
  isFilteredAsList(name: string): boolean {
    return this.relations.some((relation) => relation.kind === 'many' && relation.target === name && !relation.from)
  }

  root(name: string): RootField | undefined {
    return this.roots.get(name)
  }

  nodeRecords(): RecordModel[] {
    return this.model.records.filter(isNode)
  }
}

export const isNode = (record: RecordModel): boolean => record.node ?? record.fields.some((field) => field.name === 'id')
export const hasSummary = (record: RecordModel): boolean => record.summary !== false && record.root !== false
export const keyOf = (record: RecordModel) => record.key ?? { column: 'id', sqlType: 'uuid' }
/** True: the value is a column of the row itself. */
export const isColumn = (field: FieldModel): boolean => field.column !== undefined && !field.from
export const isFilterable = (field: FieldModel): boolean => field.filterable ?? (isColumn(field) && field.type !== 'JSON')
export const isNumeric = (field: FieldModel): boolean => ['Int', 'Float', 'Decimal', 'Money'].includes(field.type) && !field.list
export const isComparable = (field: FieldModel): boolean => isNumeric(field) || ['Date', 'DateTime'].includes(field.type)
export const isGroupable = (field: FieldModel): boolean => isFilterable(field) && !field.list && !field.args && field.name !== 'id'
/** What may make a group of a summary: a field, its calendar bucket, or a to-one relation under the name of its id. */
export interface GroupKeyModel {
  readonly name: string
  readonly type: string
  readonly sqlType: string
  readonly field?: FieldModel
  readonly bucket?: string
  readonly relation?: RelationModel
}

const buckets = ['year', 'quarter', 'month', 'week', 'day'] as const

/** The keys by which a record's rows may be grouped. */
export function groupKeysOf(record: RecordModel): GroupKeyModel[] {
  const fields = record.fields.filter(isGroupable).flatMap((field): GroupKeyModel[] => {
    const { name, type, sqlType } = field
    return [{ name, type, sqlType, field }, ...bucketsOf(field)]
  })
  const relations = record.relations
    .filter((relation) => relation.kind === 'one')
    .map((relation): GroupKeyModel => ({ name: `${relation.name}Id`, type: 'ID', sqlType: 'uuid', relation }))
  return [...fields, ...relations]
}

function bucketsOf(field: FieldModel): GroupKeyModel[] {
  const fitting = field.type === 'Date' ? buckets.slice(0, -1) : field.type === 'DateTime' ? buckets : []
  return fitting.map((bucket) => ({
    name: `${field.name}${bucket.replace(/^./, (letter) => letter.toUpperCase())}`,
    type: 'Date',
    sqlType: 'date',
    field,
    bucket,
  }))
}

/** How `groupBy` names a key: `publishedYear` as `PUBLISHED_YEAR`. */
export const groupFieldName = ({ name }: GroupKeyModel): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

export const fieldNamed = (record: RecordModel, name: string): FieldModel | undefined => record.fields.find((field) => field.name === name)
export const relationNamed = (record: RecordModel, name: string): RelationModel | undefined => record.relations.find((relation) => relation.name === name)
/** To-many relations by whose number of rows lists may be ordered, and the name of that order. */
export const countedRelations = (record: RecordModel): RelationModel[] => record.relations.filter((relation) => relation.kind === 'many' && relation.orderable)
export const countName = (relation: RelationModel): string => `${relation.name}Count`
