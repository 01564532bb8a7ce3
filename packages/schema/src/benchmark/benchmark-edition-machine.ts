import { type Condition, defineMachine, role } from '../model/index.js'
import { composers } from './benchmark.js'

const sharedPilots: Condition = {
  code: 'PILOT_NOT_SHARED',
  message: 'A pilot action of it may be read by its partner only. Share it with the members first.',
  sql: (t) =>
    `NOT EXISTS (SELECT 1 FROM benchmark_result r JOIN benchmark_entry e ON e.id = r.entry_id JOIN pilot p ON p.id = e.pilot_id WHERE r.edition_id = ${t}.id AND p.audience = 'OWN')`,
}

const namesOf = (t: string) =>
  `FROM benchmark_result r JOIN benchmark_entry e ON e.id = r.entry_id JOIN pilot p ON p.id = e.pilot_id WHERE r.edition_id = ${t}.id AND NOT p.in_public_benchmarks`

const agreedTo: Condition = {
  code: 'NOT_AGREED_TO',
  message:
    'Anyone would see titles and values of %{pilots}. Ask who may change them to agree: they tick "In public benchmarks" of the pilot action. Taken back, the edition is for members again.',
  sql: (t) => `NOT EXISTS (SELECT 1 ${namesOf(t)})`,
  params: { pilots: (t) => `(SELECT string_agg(DISTINCT p.title, ', ') ${namesOf(t)})` },
}

/** Moves of an edition that people make; its computation makes the others. */
export const benchmarkEditionMachine = defineMachine({
  record: 'BenchmarkEdition',
  field: 'state',
  transitions: [
    { key: 'CANCEL', label: 'Cancel', from: ['COMPUTING'], to: 'CANCELLED', by: composers, when: [], asks: [] },
    { key: 'PUBLISH', label: 'Publish', from: ['READY'], to: 'PUBLISHED', by: role('LEAD_PARTNER'), when: [sharedPilots, agreedTo], asks: [] },
    { key: 'WITHDRAW', label: 'Withdraw', from: ['PUBLISHED'], to: 'READY', by: role('LEAD_PARTNER'), when: [], asks: [] },
  ],
})
