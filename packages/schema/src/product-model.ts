import type { Model } from '@clusterpolisee/graph-sql'
import { prospectiveInitiatives } from './benchmark/index.js'
import { compileRule, oneself, readModel, recordMeta } from './model/index.js'
import { indicatorPoint } from './pilots/index.js'
import { reportingRecords } from './reporting/index.js'

/** All that can be read: what the gateway gives to the read engine. */
export function productModel(): Model {
  const model = readModel({
    records: [...reportingRecords, indicatorPoint],
    singles: [
      {
        name: 'viewer',
        description: 'The person who asks; null when nobody is signed in.',
        record: 'User',
        where: (row) => compileRule(oneself('id'), recordMeta('User'), row),
      },
    ],
  })
  return { ...model, records: [...model.records, prospectiveInitiatives(model)] }
}
