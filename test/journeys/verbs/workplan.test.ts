import { changed } from '../../support/verbs/changes.js'
import { describeRoom } from '../../support/verbs/describe-room.js'
import { AREA, DEMONSTRATION, OTHER_AREA, OTHER_PACKAGE, PACKAGE, PARTNER, userId } from '../../support/verbs/people.js'
import type { RecordRow } from '../../support/verbs/record-rows.js'
import { one, verb } from '../../support/verbs/verb-rows.js'

const planners = ['leadPartner', 'leader'] as const

const verbs = [
  verb({
    verb: 'handInDeliverable',
    state: 'not handed in',
    make: one('deliverable'),
    with: ({ id }) => ({ id, version: 1, on: '2014-03-01' }),
    by: [...planners, 'ownPartner'],
    changes: ({ id }) => ({ deliverable: [changed(id, { handed_in_on: [null, '2014-03-01'] })] }),
    bad: { 'a day that is none': { with: { on: '2014-02-31' }, code: 'NOT_A_DAY', at: 'on' } },
  }),
  verb({
    verb: 'handInDeliverable',
    state: 'handed in and taken back',
    make: one('deliverable', { handed_in_on: '2014-02-01' }),
    with: ({ id }) => ({ id, version: 1, on: null }),
    by: [...planners, 'ownPartner'],
    changes: ({ id }) => ({ deliverable: [changed(id, { handed_in_on: ['2014-02-01', null] })] }),
  }),
  verb({
    verb: 'handInDeliverable',
    state: 'of nobody, in another work package',
    make: one('deliverable', { partner_id: null, work_package_id: OTHER_PACKAGE }),
    with: ({ id }) => ({ id, version: 1, on: '2014-03-01' }),
    by: ['leadPartner', 'otherLeader'],
    changes: ({ id }) => ({ deliverable: [changed(id, { handed_in_on: [null, '2014-03-01'] })] }),
  }),
]

const inProject = { projectId: DEMONSTRATION }
const ofPackage = { ...inProject, workPackageId: PACKAGE }
const all = 'create update archive delete'
const text = 'x'.repeat(301)

const records: readonly RecordRow[] = [
  {
    record: 'ThematicArea',
    table: 'thematic_area',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, number: 80, title: { en: 'Eighty' } }),
    created: () => ({ number: 80, title: { en: 'Eighty' } }),
    make: (world) => world.put('thematic_area', { leading_partner_id: null }),
    update: { aim: 'Clean', leadingPartnerId: PARTNER },
    updated: { aim: [null, 'Clean'], leading_partner_id: [null, PARTNER] },
    bad: {
      'a title in no language': { with: { title: {} }, code: 'NOT_TRANSLATIONS', at: 'title' },
      'a number that is too large': { with: { number: 100 }, code: 'TOO_LARGE', at: 'number' },
      'a number that is there': { with: { number: 1 }, code: 'ALREADY_THERE' },
    },
  },
  {
    record: 'Phase',
    table: 'phase',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, number: 80, title: { en: 'Eighty' } }),
    created: () => ({ number: 80, title: { en: 'Eighty' } }),
    update: { aim: 'Learn', startsOn: '2014-01-01', startsOnPrecision: 'MONTH' },
    updated: { aim: [null, 'Learn'], starts_on: [null, '2014-01-01'], starts_on_precision: [null, 'MONTH'] },
    bad: { 'no title': { with: { title: null }, code: 'REQUIRED', at: 'title' } },
  },
  {
    record: 'WorkPackage',
    table: 'work_package',
    verbs: all,
    by: ['leadPartner'],
    create: () => ({ ...inProject, number: 90, title: 'Ninety', leadingPartnerId: PARTNER }),
    created: () => ({ number: 90, title: 'Ninety', leading_partner_id: PARTNER }),
    update: { title: 'Other', note: 'New' },
    updated: { title: [expect.any(String), 'Other'], note: [null, 'New'] },
    bad: {
      'a number below 0': { with: { number: -1 }, code: 'TOO_SMALL', at: 'number' },
      'a title that is too long': { with: { title: text }, code: 'TOO_LONG', at: 'title' },
    },
  },
  {
    record: 'Leadership',
    table: 'leadership',
    verbs: 'create archive',
    by: ['leadPartner'],
    blind: ['leader', 'otherLeader', 'ownPartner', 'otherPartner', 'evaluator', 'otherEvaluator', 'controller', 'observer'],
    within: async (world) => ({ work_package_id: await world.put('work_package') }),
    create: ({ work_package_id }) => ({ ...inProject, workPackageId: work_package_id ?? PACKAGE, userId: userId('leader') }),
    created: ({ work_package_id }) => ({ work_package_id, user_id: userId('leader') }),
    answersToCreate: Object.fromEntries(
      (['leader', 'otherLeader', 'ownPartner', 'otherPartner', 'evaluator', 'otherEvaluator', 'controller', 'observer'] as const).map((person) => [
        person,
        'NOT_YOURS',
      ]),
    ),
    bad: {
      'who leads it already': { with: { workPackageId: PACKAGE }, code: 'ALREADY_THERE' },
      nobody: { with: { userId: null }, code: 'REQUIRED', at: 'userId' },
    },
  },
  {
    record: 'Activity',
    table: 'activity',
    verbs: all,
    by: planners,
    create: () => ({ ...ofPackage, number: '9.1', title: 'Survey' }),
    created: () => ({ work_package_id: PACKAGE, number: '9.1', title: 'Survey' }),
    update: { thematicAreaId: AREA, plannedEnd: '2014-05-01' },
    updated: { thematic_area_id: [null, AREA], planned_end: [null, '2014-05-01'] },
    bad: {
      'no number': { with: { number: ' ' }, code: 'REQUIRED', at: 'number' },
      'an area that is none': { with: { thematicAreaId: 'x' }, code: 'NOT_AN_ID', at: 'thematicAreaId' },
    },
  },
  {
    record: 'ActivityArea',
    table: 'activity_area',
    verbs: 'create delete',
    by: planners,
    within: async (world) => ({ activity_id: await world.put('activity') }),
    create: ({ activity_id }) => ({ ...inProject, activityId: activity_id, thematicAreaId: OTHER_AREA }),
    created: ({ activity_id }) => ({ activity_id, thematic_area_id: OTHER_AREA }),
    bad: { 'no activity': { with: { activityId: null }, code: 'REQUIRED', at: 'activityId' } },
  },
  {
    record: 'Deliverable',
    table: 'deliverable',
    verbs: all,
    by: planners,
    create: () => ({ ...ofPackage, title: 'Report', partnerId: PARTNER, dueOn: '2014-06-30' }),
    created: () => ({ work_package_id: PACKAGE, title: 'Report', partner_id: PARTNER, due_on: '2014-06-30' }),
    update: { description: 'Long', dueOn: '2014-07-01' },
    updated: { description: [null, 'Long'], due_on: [null, '2014-07-01'] },
    bad: { 'a day that is none': { with: { dueOn: '2014-06-31' }, code: 'NOT_A_DAY', at: 'dueOn' } },
  },
  {
    record: 'Milestone',
    table: 'milestone',
    verbs: all,
    by: planners,
    create: () => ({ ...ofPackage, title: 'Halfway' }),
    created: () => ({ work_package_id: PACKAGE, title: 'Halfway' }),
    update: { passedOn: '2014-03-01' },
    updated: { passed_on: [null, '2014-03-01'] },
    bad: { 'no title': { with: { title: null }, code: 'REQUIRED', at: 'title' } },
  },
]

describeRoom('the work plan', verbs, records)
