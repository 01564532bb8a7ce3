import { type ArgumentModel, allOf, anyOf, type RecordModel, type Row, type Sql } from '@clusterpolisee/graph-sql'
import { asOf, compileRule, defineEnum, functionColumn, isOneOf, knownAt, members, recordMeta, roleValues } from '../model/index.js'

export const ProgressBy = defineEnum('ProgressBy', "What makes a group of the programme's progress.", [
  'PROJECT',
  'AREA',
  'PHASE',
  'CELL',
  'WORK_PACKAGE',
  'PARTNER',
  'PILOT',
  'MONTH',
])
export const Standing = defineEnum('Standing', "Achieved against planned, by the project's thresholds.", [
  'AHEAD',
  'ON_PLAN',
  'BEHIND',
  'NOTHING_DUE',
  'NOT_KNOWN',
])
export const LateKind = defineEnum('LateKind', 'What is late or due.', [
  'DELIVERABLE',
  'MILESTONE',
  'MEASUREMENT',
  'PILOT_START',
  'PILOT_END',
  'DECISION',
  'MARKS',
  'ANSWER',
  'RECOMMENDATION',
])
export const LateState = defineEnum('LateState', 'Late, or due later.', ['LATE', 'DUE'])

const projectIds: ArgumentModel = {
  name: 'projectIds',
  type: '[ID!]',
  sqlType: 'uuid[]',
  description: 'Which projects; none: all that the viewer is a member of.',
}
const by: ArgumentModel = { name: 'by', type: '[ProgressBy!]', sqlType: 'text[]', description: 'One or two that make the groups.', defaultValue: '[PROJECT]' }

/** The projects asked, among those that the viewer is a member of: all members see the same figures. */
function ownProjects(row: Row, asked: string | null | undefined): string {
  if (!Array.isArray(row.viewer.values.members) || row.viewer.values.members.length === 0) return "'{}'::uuid[]"
  const mine = row.viewerValue('members', 'uuid[]')
  return asked ? `ARRAY(SELECT unnest(${asked}) INTERSECT SELECT unnest(${mine}))` : mine
}

const placed = [
  functionColumn('projectId', 'ID', 'uuid', 'Project.'),
  functionColumn('thematicAreaId', 'ID', 'uuid', 'Thematic area.'),
  functionColumn('phaseId', 'ID', 'uuid', 'Phase.'),
  functionColumn('workPackageId', 'ID', 'uuid', 'Work package.'),
  functionColumn('partnerId', 'ID', 'uuid', 'Responsible partner.'),
  functionColumn('pilotId', 'ID', 'uuid', 'Pilot action.'),
]

const count = (name: string, description: string) => functionColumn(name, 'Int', 'integer', description, { nullable: false, orderable: true })
const share = (name: string, description: string) => functionColumn(name, 'Decimal', 'numeric', description, { orderable: true })

const programmeProgress: RecordModel = {
  name: 'ProgressGroup',
  singular: 'progressGroup',
  plural: 'programmeProgress',
  table: '',
  declared: false,
  node: false,
  summary: false,
  description: 'Progress of pilots by group: achieved, planned and coverage, as shares of 1.',
  key: { column: 'key', sqlType: 'text' },
  args: [projectIds, asOf, knownAt, by],
  from: (row, args, asks) =>
    `programme_progress(${ownProjects(row, args.projectIds)}, ${args.asOf ?? 'NULL'}, ${args.knownAt ?? 'NULL'}, ${args.by ?? "'{PROJECT}'"}, ${asks('late')})`,
  fields: [
    functionColumn('key', 'String', 'text', 'Identity of the group.', { nullable: false }),
    ...placed,
    functionColumn('month', 'Date', 'date', 'Last day of the month.', { orderable: true }),
    share('achieved', 'Weighted share of the way to the last targets; null when no pilot counts.'),
    share('planned', 'The share that should have been reached by the day.'),
    share('coverage', 'Share of the weight that has a measurement.'),
    functionColumn('standing', 'Standing', 'text', 'Achieved against planned, in a word.', { nullable: false }),
    count('pilots', 'Pilots that count.'),
    count('leftOut', 'Pilots that do not count: without a target, not begun, or cancelled.'),
    count('missing', 'Indicators with a target and no measurement.'),
    count('stale', 'Indicators whose newest measurement is older than their period.'),
    count('late', 'Late items.'),
  ],
  relations: [],
  scope: () => true,
  defaultOrder: [{ field: 'month', direction: 'ASC' }],
}

/** People of the responsible partner do everything but pass milestones, which is for whoever plans the work package. */
const byPartner = (t: string) => `${t}.kind <> 'MILESTONE'`
const hasPeople = (t: string) => `EXISTS (SELECT FROM membership m WHERE m.partner_id = ${t}.partner_id AND m.role = 'PARTNER' AND m.archived_at IS NULL)`
const hasLeader = (t: string) => `EXISTS (SELECT FROM leadership l WHERE l.work_package_id = ${t}.work_package_id AND l.archived_at IS NULL)`
/** What only one person, or only a partner's own people may do. */
const ofItsOwn = (t: string) => `${t}.kind IN ('MARKS', 'ANSWER', 'RECOMMENDATION')`

/** An item waits for those who must do it, not for all who may: it goes on to the next only where nobody stands before. */
function waitsFor(row: Row): Sql | boolean {
  const t = row.alias
  const isLed = isOneOf(row, `${t}.work_package_id`, 'workPackages')
  const isLead = allOf([isOneOf(row, `${t}.project_id`, roleValues.LEAD_PARTNER), `NOT ${hasLeader(t)}`])
  return anyOf([
    isOneOf(row, `${t}.user_id`, 'user'),
    allOf([byPartner(t), isOneOf(row, `${t}.partner_id`, 'partners')]),
    allOf([`NOT (${ofItsOwn(t)})`, `NOT (${byPartner(t)} AND ${hasPeople(t)})`, anyOf([isLed, isLead])]),
  ])
}

const lateItems: RecordModel = {
  name: 'LateItem',
  singular: 'lateItem',
  plural: 'lateItems',
  table: '',
  declared: false,
  node: false,
  description: 'What is late on a day, and what is due next.',
  key: { column: 'key', sqlType: 'text' },
  args: [projectIds, asOf],
  from: (row, args) => `late_items(${ownProjects(row, args.projectIds)}, ${args.asOf ?? 'NULL'})`,
  fields: [
    functionColumn('key', 'String', 'text', 'Identity of the item.', { nullable: false }),
    functionColumn('kind', 'LateKind', 'text', 'What it is.', { nullable: false }),
    functionColumn('state', 'LateState', 'text', 'Late, or due.', { nullable: false }),
    functionColumn('recordId', 'ID', 'uuid', 'The deliverable, milestone, pilot, contributor, decision, evaluator or recommendation.', { nullable: false }),
    functionColumn('title', 'String', 'text', 'Its title.', { nullable: false, orderable: true, searchable: true }),
    functionColumn('dueOn', 'Date', 'date', 'When it was or is due.', { nullable: false, orderable: true }),
    count('daysLate', 'Days past the due day; 0 when not late.'),
    {
      name: 'mine',
      type: 'Boolean',
      sqlType: 'boolean',
      description:
        "True: waits for the viewer, as one of the responsible partner's people; where it has none as a leader of the work package, and where that has none as the lead partner.",
      nullable: false,
      filterable: true,
      sql: (row) => String(waitsFor(row)),
    },
    ...placed,
    functionColumn('evaluationPlanId', 'ID', 'uuid', 'Evaluation.'),
  ],
  relations: [],
  scope: (row) => compileRule(members(), recordMeta('WorkPackage'), row),
  defaultOrder: [{ field: 'dueOn', direction: 'ASC' }],
}

/** Read models of the room: set-returning functions of its SQL. */
export const reportingRecords: readonly RecordModel[] = [programmeProgress, lateItems]
