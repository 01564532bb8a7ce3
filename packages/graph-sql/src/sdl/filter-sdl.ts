import { type Catalogue, isFilterable } from '../catalogue.js'
import type { RecordModel, RelationModel } from '../model.js'

const scalars = ['ID', 'String', 'Int', 'Float', 'Boolean', 'Date', 'DateTime', 'Decimal', 'Money'] as const

const ordered = new Set(['String', 'Int', 'Float', 'Date', 'DateTime', 'Decimal', 'Money'])

/** Comparisons of each scalar and enum by which some list is filtered. */
export function operatorsSdl(catalogue: Catalogue): string {
  const used = new Set(
    catalogue.model.records.filter((record) => catalogue.isListed(record)).flatMap(({ fields }) => fields.filter(isFilterable).map(({ type }) => type)),
  )
  return [...scalars, ...catalogue.model.enums.map((item) => item.name)]
    .filter((type) => used.has(type))
    .map(operatorsOf)
    .join('\n\n')
}

function operatorsOf(type: string): string {
  const lines = [
    `  """Equal; null: without a value."""\n  eq: ${type}`,
    `  """Not equal; null: with a value."""\n  ne: ${type}`,
    `  """One of these."""\n  in: [${type}!]`,
    `  """None of these."""\n  notIn: [${type}!]`,
    '  """True: without a value."""\n  isNull: Boolean',
  ]
  if (ordered.has(type)) {
    lines.push(`  """Less."""\n  lt: ${type}`, `  """At most."""\n  lte: ${type}`, `  """Greater."""\n  gt: ${type}`, `  """At least."""\n  gte: ${type}`)
  }
  if (type === 'String')
    lines.push(
      '  """Holds this text; case does not matter."""\n  contains: String',
      '  """Begins with this text; case does not matter."""\n  startsWith: String',
    )
  return `"""Comparisons of a value; all that are given must hold."""\ninput ${type}Comparison {\n${lines.join('\n')}\n}`
}

/** The filter input of a record: own fields, to-one relations, and `some none every` of to-many relations. Each field is described in its type. */
export function filterSdl(record: RecordModel, catalogue: Catalogue): string {
  const name = `${record.name}Filter`
  const lines = [
    `  and: [${name}!]`,
    `  or: [${name}!]`,
    `  not: ${name}`,
    ...record.fields.filter(isFilterable).map((field) => `  ${field.name}: ${field.type}Comparison`),
    ...record.relations.filter((relation) => !relation.from).map((relation) => `  ${relation.name}: ${relationFilter(relation, catalogue)}`),
  ]
  const filter = `"""Which rows; all that is given must hold."""\ninput ${name} {\n${lines.join('\n')}\n}`
  return catalogue.isFilteredAsList(record.name) ? `${filter}\n\n${listFilterSdl(name, record)}` : filter
}

const relationFilter = ({ kind, target }: RelationModel, catalogue: Catalogue) => `${catalogue.record(target).name}${kind === 'one' ? 'Filter' : 'ListFilter'}`

const absent = ({ versions }: RecordModel): string =>
  versions
    ? `Former versions count only where the filter speaks of ${versions.toldBy.join(' or ')}.`
    : 'Archived ones count only where the filter speaks of archivedAt.'

const listFilterSdl = (filter: string, record: RecordModel) =>
  `"""Which related rows there must be: at least one, none, or none that is not so. ${absent(record)}"""
input ${record.name}ListFilter {
  some: ${filter}
  none: ${filter}
  every: ${filter}
}`
