import { type Catalogue, isFilterable } from '../catalogue.js'
import type { EnumModel, FieldModel, RecordModel } from '../model.js'

const scalars = ['ID', 'String', 'Int', 'Float', 'Boolean', 'Date', 'DateTime', 'Decimal', 'Money'] as const

const ordered = new Set(['String', 'Int', 'Float', 'Date', 'DateTime', 'Decimal', 'Money'])

/** Comparisons of each scalar and enum. */
export function operatorsSdl(enums: readonly EnumModel[]): string {
  return [...scalars, ...enums.map((item) => item.name)].map(operatorsOf).join('\n\n')
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

/** The filter input of a record: own fields, to-one relations, and `some none every` of to-many relations. */
export function filterSdl(record: RecordModel, catalogue: Catalogue): string {
  const name = `${record.name}Filter`
  const lines = [
    `  """All of these."""\n  and: [${name}!]`,
    `  """At least one of these."""\n  or: [${name}!]`,
    `  """Not this."""\n  not: ${name}`,
    ...record.fields.filter(isFilterable).map(fieldLine),
    ...record.relations
      .filter((relation) => !relation.from)
      .map((relation) => {
        const target = catalogue.record(relation.target)
        return `  ${JSON.stringify(relation.description)}\n  ${relation.name}: ${target.name}${relation.kind === 'one' ? 'Filter' : 'ListFilter'}`
      }),
  ]
  const list = `"""Which related rows there must be; archived ones are among them only where the filter speaks of archivedAt."""
input ${record.name}ListFilter {
  """At least one row like this."""
  some: ${name}
  """No row like this."""
  none: ${name}
  """No row that is not like this."""
  every: ${name}
}`
  return `"""Which rows; all that is given must hold."""\ninput ${name} {\n${lines.join('\n')}\n}\n\n${list}`
}

const fieldLine = (field: FieldModel) => `  ${JSON.stringify(field.description)}\n  ${field.name}: ${field.type}Comparison`
