import { type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { FICTIONAL } from '@clusterpolisee/values'
import { badInput } from '../kernel/errors.js'
import { inputName } from './validate-input.js'

/** Refuses a country that is made up, save in the demonstration and in what lies in no project. */
export async function checkCountries(run: RunSql, record: RecordMeta, values: Readonly<Record<string, unknown>>): Promise<void> {
  const fields = record.fields.filter((field) => field.kind === 'country' && values[field.name] === FICTIONAL)
  if (fields.length === 0 || !values.project) return
  const [demonstration] = await run('SELECT FROM project WHERE id = $1 AND demonstration', [values.project])
  if (demonstration) return
  const message = 'Only the demonstration lies in a country that is made up. Choose a country.'
  throw badInput(fields.map((field) => ({ path: [inputName(field)], code: 'FICTIONAL_COUNTRY', message })))
}
