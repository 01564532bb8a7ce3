import { type SampleRow, sampleId } from '../sample-rows.js'

/** Identity of a record of the demonstration. */
export const id = (kind: string, key: string | number): string => sampleId('demonstration', kind, key)

/** Identity of the demonstration: everything in it is invented. */
export const demonstrationId = id('project', 'demonstration')

export const row = (record: string, key: string | number, values: Record<string, unknown>): SampleRow => ({ record, id: id(record, key), values })

export const inProject = (record: string, key: string | number, values: Record<string, unknown>): SampleRow =>
  row(record, key, { project: demonstrationId, ...values })
