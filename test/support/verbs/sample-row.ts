import type { Row } from './deeds.js'
import { AREA, OTHER_AREA, PACKAGE, PARTNER, userId } from './people.js'

interface Puts {
  put(table: string, values?: Row): Promise<string>
}

type Make = (n: number, world: Puts, given: Row) => Row | Promise<Row>

const words = (n: number, text: string) => ({ en: `${text} ${n}` })
const rubrics = (n: number) => Object.fromEntries([1, 2, 3, 4, 5].map((mark) => [`rubric${mark}`, words(n, `Mark ${mark}`)]))
const ofPlan = async (world: Puts, { plan_id }: Row) => ({ plan_id: plan_id ?? (await world.put('evaluation_plan')) })
const ofBenchmark = async (world: Puts, { benchmark_id }: Row) => ({ benchmark_id: benchmark_id ?? (await world.put('benchmark')) })

/** What a row has when nothing else is said, beside what every row has: of the own partner and its work package. */
const samples: Readonly<Record<string, Make>> = {
  app_user: (n) => ({ display_name: `Person ${n}`, email: `person-${n}@example.org`, administrator: false }),
  session: (n) => ({ user_id: userId('ownPartner'), token_hash: `session ${n}`, seen_at: 'now', proved_at: 'now', expires_at: 'tomorrow' }),
  second_factor: () => ({ user_id: userId('ownPartner'), kind: 'CODES', name: 'My telephone' }),
  api_token: (n) => ({ user_id: userId('ownPartner'), name: 'Report', with_money: false, project_ids: [], token_hash: `token ${n}`, expires_at: 'tomorrow' }),
  provider_account: (n) => ({ user_id: userId('ownPartner'), provider: 'region', issuer: 'https://region.example', subject: `person ${n}` }),
  project: (n) => ({
    ...{ acronym: `Project ${n}`, title: 'Another', time_zone: 'Europe/Rome', behind_threshold: 0.1, ahead_threshold: 0.3 },
    ...{ published: false, demonstration: false },
  }),
  partner: (n) => ({ name: `Partner ${n}`, position: n, role: 'PARTNER', country: 'XX' }),
  contact: (n) => ({ partner_id: PARTNER, name: `Contact ${n}` }),
  budget_share: () => ({ partner_id: PARTNER, amount: 100 }),
  fund: (n) => ({ code: `FUND_${n}`, title: words(n, 'Fund') }),
  partner_type: (n) => ({ code: `TYPE_${n}`, title: words(n, 'Type') }),
  fund_budget: async (_, world, { fund_id }) => ({ fund_id: fund_id ?? (await world.put('fund')) }),
  source: (n) => ({ key: `source-${n}`, title: `Source ${n}` }),
  citation: () => ({ record_type: 'Partner', record_id: PARTNER, basis: 'EDITORIAL' }),
  invitation: (n) => ({ email: `invited-${n}@example.org`, display_name: `Invited ${n}`, role: 'OBSERVER', token_hash: `link ${n}`, expires_at: 'tomorrow' }),
  membership: async (_, world, { user_id }) => ({ user_id: user_id ?? (await world.put('app_user')), role: 'OBSERVER' }),
  project_figure: (n) => ({ title: `Figure ${n}` }),
  project_note: (n) => ({ kind: 'OTHER', position: n, title: `Note ${n}` }),
  file_shape: (n) => ({
    imported_as: 'STATISTICS',
    shape: `shape ${n}`,
    heading: 'Region; Value',
    reading: { columns: [], constants: [], only: [], yearsAsColumns: false },
  }),
  region: (n) => ({ code: `Q${n}`, name: `Region ${n}`, country: 'XX', level: 2, nuts_version: 2013 }),
  thematic_area: (n) => ({ number: 9 + n, title: words(n, 'Area') }),
  phase: (n) => ({ number: 9 + n, title: words(n, 'Phase') }),
  work_package: (n) => ({ number: 9 + n, title: `Package ${n}` }),
  leadership: async (_, world, { user_id }) => ({ work_package_id: PACKAGE, user_id: user_id ?? (await world.put('app_user')) }),
  activity: (n) => ({ work_package_id: PACKAGE, number: `9.${n}`, title: `Activity ${n}` }),
  activity_area: async (_, world, { activity_id }) => ({ activity_id: activity_id ?? (await world.put('activity')), thematic_area_id: OTHER_AREA }),
  deliverable: (n) => ({ work_package_id: PACKAGE, title: `Deliverable ${n}`, partner_id: PARTNER }),
  milestone: (n) => ({ work_package_id: PACKAGE, title: `Milestone ${n}` }),
  pilot: (n) => ({
    title: `Pilot ${n}`,
    status: 'PLANNED',
    weight: 1,
    partner_id: PARTNER,
    work_package_id: PACKAGE,
    thematic_area_id: AREA,
    audience: 'PROJECT',
  }),
  pilot_partner: async (_, world, { pilot_id }) => ({ pilot_id: pilot_id ?? (await world.put('pilot')), partner_id: PARTNER }),
  pilot_area: async (_, world, { pilot_id }) => ({ pilot_id: pilot_id ?? (await world.put('pilot')), thematic_area_id: OTHER_AREA }),
  pilot_plan: () => ({ starts_on: '2014-01-01', ends_on: '2014-12-01', recorded_at: 'now' }),
  risk: async (n, world, { pilot_id }) => ({ pilot_id: pilot_id ?? (await world.put('pilot')), title: `Risk ${n}`, likelihood: 2, impact: 3 }),
  indicator: async (n, world, { pilot_id }) => ({
    ...{ pilot_id: pilot_id ?? (await world.put('pilot')), position: n % 900, title: `Indicator ${n}`, weight: 1 },
    ...{ measure: 'NUMBER', aggregation: 'SUM', combination: 'SUM', direction: 'MORE' },
  }),
  contributor: async (_, world, { indicator_id }) => ({ indicator_id: indicator_id ?? (await world.put('indicator')), partner_id: PARTNER }),
  target: () => ({ due_on: '2014-03-31', value: 10, recorded_at: 'now' }),
  measurement: () => ({ on_day: '2014-03-01', value: 5, retracted: false, recorded_at: 'now' }),
  evaluation_plan: (n) => ({ title: `Evaluation ${n}`, timing: 'INTERIM', status: 'DRAFT', design: 'BEFORE_AFTER', disagreement_threshold: 2, revision: 1 }),
  evaluation_subject: async (_, world, given) => ({ ...(await ofPlan(world, given)), pilot_id: given.pilot_id ?? (await world.put('pilot')) }),
  evaluation_indicator: async (_, world, given) => ({ ...(await ofPlan(world, given)), indicator_id: given.indicator_id ?? (await world.put('indicator')) }),
  criterion: async (n, world, given) => ({
    ...{ ...(await ofPlan(world, given)), position: n % 90, code: 'OWN', weight: 0.5 },
    ...{ title: words(n, 'Criterion'), question: words(n, 'Question'), ...rubrics(n) },
  }),
  evaluator: async (_, world, given) => ({ ...(await ofPlan(world, given)), user_id: userId('evaluator') }),
  score: () => ({ mark: 3, reason: 'Seen so' }),
  consensus_note: () => ({ text: 'Agreed' }),
  finding: async (n, world, given) => ({ ...(await ofPlan(world, given)), title: `Finding ${n}`, strength: 'CLAIMED' }),
  lesson: async (n, world, given) => ({ ...(await ofPlan(world, given)), title: `Lesson ${n}`, for_whom: 'All' }),
  recommendation: async (n, world, given) => ({ ...(await ofPlan(world, given)), title: `Recommendation ${n}`, partner_id: PARTNER, due_on: '2014-05-01' }),
  evaluation_effect: async (n, world, given) => ({
    ...{ ...(await ofPlan(world, given)), title: `Effect ${n}`, indicator_id: given.indicator_id ?? (await world.put('indicator')) },
    ...{ design: 'BEFORE_AFTER', robustness: 1, wording: 'CHANGED', assumptions: 'None' },
  }),
  benchmark: (n) => ({
    ...{ title: `Benchmark ${n}`, purpose: 'Test', compares: 'Test', status: 'IN_USE', normalisation: 'MIN_MAX', aggregation: 'ARITHMETIC' },
    ...{ missing_values: 'LEAVE_OUT', outliers: 'NONE', weighting: 'EQUAL', weight_doubt: 0.25, runs: 100, seed: 1 },
  }),
  benchmark_indicator: async (n, world, given) => ({
    ...(await ofBenchmark(world, given)),
    position: n % 900,
    title: `Indicator ${n}`,
    direction: 'MORE',
    weight: 1,
  }),
  benchmark_pillar: async (n, world, given) => ({ ...(await ofBenchmark(world, given)), position: n % 900, title: `Pillar ${n}`, weight: 1 }),
  benchmark_entry: async (n, world, given) => ({ ...(await ofBenchmark(world, given)), kind: 'ONGOING', title: `Initiative ${n}` }),
  benchmark_value: () => ({ value: 5 }),
  benchmark_edition: async (n, world, given) => ({
    ...{ ...(await ofBenchmark(world, given)), number: n, title: `Edition ${n}`, state: 'READY', runs: 100, seed: 1, method_version: '1', frozen_at: 'now' },
    settings: {},
  }),
  collaboration_actor: async (n, world, { pilot_id }) => ({ pilot_id: pilot_id ?? (await world.put('pilot')), name: `Actor ${n}`, kind: 'FIRM' }),
  event: (n) => ({ title: `Event ${n}`, kind: 'SEMINAR', host_partner_id: PARTNER, audience: 'PROJECT' }),
  attendance: async (_, world, { event_id }) => ({ event_id: event_id ?? (await world.put('event')), partner_id: PARTNER, people: 2 }),
  event_decision: async (n, world, { event_id }) => ({ event_id: event_id ?? (await world.put('event')), title: `Decision ${n}`, partner_id: PARTNER }),
  job: () => ({ kind: 'BENCHMARK_EDITION', state: 'WAITING', progress: 0, resumed: false }),
}

const counts = new Map<string, number>()

/** Values of a new row of a table, each row's own where they must be. Parents that are not given are made. */
export async function sampleRow(world: Puts, table: string, given: Row): Promise<Row> {
  const n = (counts.get(table) ?? 0) + 1
  counts.set(table, n)
  return (await samples[table]?.(n, world, given)) ?? {}
}
