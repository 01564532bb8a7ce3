import type { ArgumentsSql, FieldModel, RecordModel, Row } from '@clusterpolisee/graph-sql'
import { asOf, type Figures, functionColumn, knownAt } from '../model/index.js'

const args = [asOf, knownAt]
const call = (name: string) => (row: Row, given: ArgumentsSql) =>
  `${name}(${row.alias}.id, ${row.alias}.project_id, ${given.asOf ?? 'NULL'}, ${given.knownAt ?? 'NULL'})`
const standing = call('indicator_standing')

const figure = (name: string, description: string) => functionColumn(name, 'Decimal', 'numeric', description)
const day = (name: string, description: string) => functionColumn(name, 'Date', 'date', description)

const level = figure('level', 'Where the indicator stands, as progress counts it; null when nothing was measured. A ratio is a share of 1.')
const met = functionColumn('met', 'Boolean', 'boolean', 'True: the level does what the target in force asks; null without a level, or without a target due.')

const parts: readonly FieldModel[] = [
  level,
  figure('numerator', 'Of a ratio: counted.'),
  figure('denominator', 'Of a ratio: out of.'),
  day('measuredOn', 'Day of the newest measurement.'),
  functionColumn('stale', 'Boolean', 'boolean', 'True: a seat was not measured for longer than the period of measuring.', { nullable: false }),
  figure('baseline', 'The level from which the way is counted: the baseline, else 0, or 1 of a scale.'),
  figure('target', 'The target in force: the last that was due by the day.'),
  day('targetDueOn', 'When the target in force was due.'),
  figure('lastTarget', 'The last target of all, to which the way leads.'),
  day('lastTargetDueOn', 'When the last target is due.'),
  figure('aim', 'The level that would do for the target in force: of one within the band the nearest level within it.'),
  met,
  figure('achieved', 'Share of the way to the last target, as progress counts it: from 0 to 1, and 0 when nothing was measured; null without a target.'),
  figure('planned', 'Share of the way that the target in force asks for; null without a target.'),
]

/** What the progress rule says of an indicator. */
export const indicatorFigures: Figures = {
  fields: [
    { ...level, args, from: standing },
    { ...met, args, from: standing },
    {
      name: 'standing',
      description: 'Where an indicator stands on a day, as known at a moment, by the rule of progress.',
      type: 'IndicatorStanding',
      nullable: true,
      sqlType: 'record',
      filterable: false,
      args,
      from: standing,
      object: parts,
    },
  ],
  relations: [
    {
      name: 'series',
      description: 'The level after each day on which something was measured, the first day first.',
      kind: 'many',
      target: 'IndicatorPoint',
      column: '',
      args,
      from: call('indicator_series'),
    },
  ],
}

/** A figure after the day of a row of the series. */
const after = (name: string, column: string, description: string): FieldModel => {
  const { column: _, ...field } = figure(name, description)
  return {
    ...field,
    sql: ({ alias }) => `SELECT f.${column} FROM indicator_figures(NULL, ARRAY[${alias}.indicator_id], ${alias}.on_day, ${alias}.known_at_moment) f`,
  }
}

/** A day on which an indicator was measured. */
export const indicatorPoint: RecordModel = {
  name: 'IndicatorPoint',
  singular: 'indicatorPoint',
  plural: 'indicatorPoints',
  description: 'An indicator after a day on which it was measured.',
  table: '',
  declared: false,
  root: false,
  summary: false,
  node: false,
  key: { column: 'on_day', sqlType: 'date' },
  fields: [
    functionColumn('onDay', 'Date', 'date', 'The day.', { nullable: false, orderable: true }),
    after('level', 'actual', 'The level after the day, all measurements until then taken together.'),
    after('numerator', 'numerator', 'Of a ratio: counted until then.'),
    after('denominator', 'denominator', 'Of a ratio: out of, until then.'),
    figure('mean', 'The mean over the seats that were measured on that very day; a ratio over all their cases.'),
  ],
  relations: [],
  scope: () => true,
}
