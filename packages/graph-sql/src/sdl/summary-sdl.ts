import { groupFieldName, groupKeysOf, isColumn, isComparable, isNumeric } from '../catalogue.js'
import type { FieldModel, RecordModel } from '../model.js'

/** Fields are described in their record's type. */
const line = (field: Pick<FieldModel, 'name'>, type: string) => `  ${field.name}: ${type}`

const block = (kind: 'type' | 'input' | 'enum', name: string, description: string, lines: readonly string[]) =>
  `"""${description}"""\n${kind} ${name} {\n${lines.join('\n')}\n}`

/** Fields that sums and averages take, and those that have a smallest and a greatest value. */
export const aggregatedFields = (record: RecordModel, name: string): FieldModel[] =>
  record.fields.filter((field) => isColumn(field) && (name === 'sum' || name === 'avg' ? isNumeric(field) : isComparable(field)))

/** Groups of a list with counts and sums, each over the rows of a filter of its own where one is given, in the order asked. */
export function summarySdl(record: RecordModel): string {
  const { name } = record
  const [numeric, comparable] = [aggregatedFields(record, 'sum'), aggregatedFields(record, 'min')]
  return [
    block('type', `${name}Summary`, 'A list in figures.', [
      `  """The groups, at most 500: by their keys unless another order is asked."""\n  groups(orderBy: [${name}GroupOrder!], first: Int = 500): [${name}Group!]!`,
    ]),
    groupSdl(record, numeric.length > 0, comparable.length > 0),
    keySdl(record),
    orderSdl(record, numeric, comparable),
    ...(numeric.length > 0
      ? [
          block(
            'type',
            `${name}Sums`,
            'Sums of a group.',
            numeric.map((field) => line(field, field.type === 'Int' ? 'Decimal' : field.type)),
          ),
          block(
            'type',
            `${name}Averages`,
            'Averages of a group.',
            numeric.map((field) => line(field, 'Decimal')),
          ),
        ]
      : []),
    ...(comparable.length > 0
      ? [
          block(
            'type',
            `${name}Extremes`,
            'Smallest or greatest values of a group.',
            comparable.map((field) => line(field, field.type)),
          ),
        ]
      : []),
  ].join('\n\n')
}

/** What holds of values that are counted in something, where a record has such. */
const unitSentence = ({ fields }: RecordModel): string => {
  const names = fields.filter(({ unit }) => unit).map(({ name }) => name)
  return names.length > 0 ? ` Null over several currencies or other units: ${names.join(', ')}.` : ''
}

function groupSdl(record: RecordModel, numeric: boolean, comparable: boolean): string {
  const { name } = record
  const filtered = (field: string, type: string) => `  ${field}(filter: ${name}Filter): ${type}!`
  return block(
    'type',
    `${name}Group`,
    `One group of a list; each figure over the rows of a filter of its own, where one is given. Averages have six places.${unitSentence(record)}`,
    [
      ...(groupKeysOf(record).length > 0 ? [`  """What makes the group; null for what was not asked."""\n  key: ${name}GroupKey!`] : []),
      filtered('count', 'Int'),
      ...(numeric ? [filtered('sum', `${name}Sums`), filtered('avg', `${name}Averages`)] : []),
      ...(comparable ? [filtered('min', `${name}Extremes`), filtered('max', `${name}Extremes`)] : []),
    ],
  )
}

function keySdl(record: RecordModel): string {
  const { name } = record
  const keys = groupKeysOf(record)
  if (keys.length === 0) return block('enum', `${name}GroupField`, 'Nothing makes a group here.', ['  NOTHING'])
  return [
    block(
      'enum',
      `${name}GroupField`,
      'What may make a group; days and moments also by the first day of their year, quarter, month and week.',
      keys.map((key) => `  ${groupFieldName(key)}`),
    ),
    block(
      'type',
      `${name}GroupKey`,
      'What made a group.',
      keys.map((key) => line(key, key.type)),
    ),
  ].join('\n\n')
}

function orderSdl(record: RecordModel, numeric: readonly FieldModel[], comparable: readonly FieldModel[]): string {
  const { name } = record
  const directions = (fields: readonly Pick<FieldModel, 'name'>[]) => fields.map((field) => line(field, 'OrderDirection'))
  const keys = groupKeysOf(record)
  return [
    block('input', `${name}GroupOrder`, 'One key of the order of groups: exactly one of these.', [
      '  count: OrderDirection',
      ...(keys.length > 0 ? [`  key: ${name}GroupKeyOrder`] : []),
      ...(numeric.length > 0 ? [`  sum: ${name}SumsOrder`, `  avg: ${name}SumsOrder`] : []),
      ...(comparable.length > 0 ? [`  min: ${name}ExtremesOrder`, `  max: ${name}ExtremesOrder`] : []),
    ]),
    ...(keys.length > 0 ? [block('input', `${name}GroupKeyOrder`, 'One key of the groups.', directions(keys))] : []),
    ...(numeric.length > 0 ? [block('input', `${name}SumsOrder`, 'One field that is summed.', directions(numeric))] : []),
    ...(comparable.length > 0 ? [block('input', `${name}ExtremesOrder`, 'One field that has extremes.', directions(comparable))] : []),
  ].join('\n\n')
}
