import type { ArgumentModel, FieldModel } from '@clusterpolisee/graph-sql'
import { DAYS } from './decorators.js'

/** The day that figures speak of; without it the day that the project is seen as of. */
export const asOf: ArgumentModel = {
  name: 'asOf',
  type: 'Date',
  sqlType: 'date',
  description: 'The day spoken of; none: the day that each project is seen as of.',
  within: DAYS,
}

/** What was recorded later is left out; without it what is known now. */
export const knownAt: ArgumentModel = { name: 'knownAt', type: 'DateTime', sqlType: 'timestamptz', description: 'The moment of knowing; none: now.' }

/** A column of what a function answers, by the name of its field: `dueOn` is `due_on`. */
export const functionColumn = (name: string, type: string, sqlType: string, description: string, more: Partial<FieldModel> = {}): FieldModel => ({
  name,
  type,
  sqlType,
  description,
  nullable: true,
  column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ...more,
})
