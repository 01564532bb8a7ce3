import { benchmarkRows } from './demonstration/benchmark.js'
import { collaborationRows } from './demonstration/collaboration.js'
import { evaluationRows } from './demonstration/evaluations.js'
import { eventRows } from './demonstration/events.js'
import { partnerRows } from './demonstration/partnership.js'
import { pilotRows } from './demonstration/pilots.js'
import { demonstrationId, inProject } from './demonstration/rows.js'
import { statisticRows } from './demonstration/statistics.js'
import { workPlanRows } from './demonstration/work-plan.js'
import { listRows } from './lists.js'
import type { SampleRow } from './sample-rows.js'

export { type SampleEdition, sampleEditions } from './demonstration/benchmark.js'
export { demonstrationId }

/** The demonstration: fictional partners in fictional regions. Rows stand after those that they refer to. */
export function demonstrationRows(): SampleRow[] {
  const project: SampleRow = {
    record: 'Project',
    id: demonstrationId,
    values: {
      acronym: 'Demonstration',
      title: 'ClusterPoliSEE demonstration',
      programme: 'Invented',
      startsOn: '2013-06-01',
      startsOnPrecision: 'DAY',
      endsOn: '2014-12-31',
      endsOnPrecision: 'DAY',
      totalBudget: 1_575_000,
      currency: 'EUR',
      timeZone: 'Europe/Rome',
      published: false,
      demonstration: true,
      seenAsOf: '2014-04-14',
    },
  }
  return [
    project,
    ...listRows(inProject),
    ...partnerRows(),
    ...workPlanRows(),
    ...pilotRows(),
    ...collaborationRows(),
    ...evaluationRows(),
    ...benchmarkRows(),
    ...statisticRows(),
    ...eventRows(),
  ]
}
