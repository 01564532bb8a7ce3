import { allOf, type Model, type RecordModel } from '@clusterpolisee/graph-sql'

/** The entries of benchmarks that have not started: the same rows under a list of their own. */
export function prospectiveInitiatives({ records }: Model): RecordModel {
  const entry = records.find((record) => record.name === 'BenchmarkEntry')
  if (!entry) throw new Error('There is no record BenchmarkEntry')
  return {
    ...entry,
    name: 'ProspectiveInitiative',
    singular: 'prospectiveInitiative',
    plural: 'prospectiveInitiatives',
    description: 'An initiative that has not started, with its planned values: what a benchmark places among the others.',
    declared: false,
    node: false,
    relations: entry.relations.filter((relation) => relation.name !== 'history'),
    scope: (row) => allOf([`${row.alias}.kind = 'PROSPECTIVE'`, entry.scope(row)]),
  }
}
