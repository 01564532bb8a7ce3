import { isComparable, isGroupable, isNumeric } from '../catalogue.js'
import type { FieldModel, RecordModel } from '../model.js'

const line = (field: Pick<FieldModel, 'name' | 'description'>, type: string) => `  ${JSON.stringify(field.description)}\n  ${field.name}: ${type}`

/** Relations that may make a group, under the name of their id. */
export const groupRelations = (record: RecordModel) => record.relations.filter((relation) => relation.kind === 'one')

/** Groups of a list with counts and sums. */
export function summarySdl(record: RecordModel): string {
  const { name } = record
  const groupable = record.fields.filter(isGroupable)
  const relations = groupRelations(record)
  const names = [...groupable.map((field) => field.name), ...relations.map((relation) => `${relation.name}Id`)]
  const keys = [...groupable.map((field) => line(field, field.type)), ...relations.map((relation) => line({ ...relation, name: `${relation.name}Id` }, 'ID'))]
  const numeric = record.fields.filter((field) => isNumeric(field) && field.column)
  const comparable = record.fields.filter((field) => isComparable(field) && field.column)
  const parts = [
    ...(names.length > 0 ? [`  """What makes the group; null for what was not asked."""\n  key: ${name}GroupKey!`] : []),
    '  """Rows of the group."""\n  count: Int!',
    ...(numeric.length > 0 ? [`  """Sums."""\n  sum: ${name}Sums!`, `  """Averages, to six places."""\n  avg: ${name}Averages!`] : []),
    ...(comparable.length > 0 ? [`  """Smallest values."""\n  min: ${name}Extremes!`, `  """Greatest values."""\n  max: ${name}Extremes!`] : []),
  ]
  return [
    `"""A list in figures."""\ntype ${name}Summary {\n  """The groups, at most 500."""\n  groups: [${name}Group!]!\n}`,
    `"""One group of a list."""\ntype ${name}Group {\n${parts.join('\n')}\n}`,
    ...(names.length > 0
      ? [
          `"""What may make a group."""\nenum ${name}GroupField {\n${names.map((item) => `  """By this."""\n  ${item}`).join('\n')}\n}`,
          `"""What made a group."""\ntype ${name}GroupKey {\n${keys.join('\n')}\n}`,
        ]
      : [`"""Nothing makes a group here."""\nenum ${name}GroupField {\n  """Nothing."""\n  NOTHING\n}`]),
    ...(numeric.length > 0
      ? [
          `"""Sums of a group."""\ntype ${name}Sums {\n${numeric.map((field) => line(field, field.type === 'Int' ? 'Decimal' : field.type)).join('\n')}\n}`,
          `"""Averages of a group."""\ntype ${name}Averages {\n${numeric.map((field) => line(field, 'Decimal')).join('\n')}\n}`,
        ]
      : []),
    ...(comparable.length > 0
      ? [`"""Smallest or greatest values of a group."""\ntype ${name}Extremes {\n${comparable.map((field) => line(field, field.type)).join('\n')}\n}`]
      : []),
  ].join('\n\n')
}
