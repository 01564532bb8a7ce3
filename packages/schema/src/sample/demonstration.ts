import phases from './clusterpolisee/phases.json' with { type: 'json' }
import areas from './clusterpolisee/thematic-areas.json' with { type: 'json' }
import { type SampleRow, sampleId } from './sample-rows.js'

const id = (kind: string, key: string | number) => sampleId('demonstration', kind, key)

/** Identity of the demonstration: everything in it is invented. */
export const demonstrationId = id('project', 'demonstration')

const row = (record: string, key: string | number, values: Record<string, unknown>): SampleRow => ({ record, id: id(record, key), values })
const inProject = (record: string, key: string | number, values: Record<string, unknown>): SampleRow =>
  row(record, key, { project: demonstrationId, ...values })

const types = ['PUBLIC_AUTHORITY', 'DEVELOPMENT_AGENCY', 'RESEARCH_ORGANISATION', 'INNOVATION_OR_CLUSTER_NETWORK']
const places = [
  'Northmere',
  'Eastvale',
  'Southford',
  'Westholm',
  'Highbrook',
  'Lowmarsh',
  'Longridge',
  'Stillwater',
  'Redcliff',
  'Greenfell',
  'Oldhaven',
  'Newbridge',
]
const kinds = ['Regional Council', 'Development Agency', 'Institute of Economics', 'Cluster Network']

/** What a pilot tries, its cell, its months of life; `path` is what it reached by each month end. */
interface Story {
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly area: number | null
  readonly phase: number | null
  readonly partner: number
  readonly status: string
  readonly start: string | null
  readonly plan: readonly [string, string]
  readonly target: number
  readonly pace: number
  readonly audience?: string
  readonly end?: string
}

const stories: readonly Story[] = [
  {
    key: 'vouchers',
    title: 'Innovation vouchers',
    summary: 'Small firms get a voucher for a first project with a research institute.',
    area: 1,
    phase: 2,
    partner: 2,
    status: 'RUNNING',
    start: '2013-10-01',
    plan: ['2013-10-01', '2014-07-31'],
    target: 60,
    pace: 6,
  },
  {
    key: 'mapping',
    title: 'Map of research strengths',
    summary: 'Which research groups work with which clusters, asked firm by firm.',
    area: 1,
    phase: 1,
    partner: 3,
    status: 'COMPLETED',
    start: '2013-06-03',
    end: '2014-02-28',
    plan: ['2013-06-01', '2014-02-28'],
    target: 40,
    pace: 5,
  },
  {
    key: 'energy',
    title: 'Energy scans',
    summary: 'Advisers visit firms of a cluster and look for energy to save.',
    area: 2,
    phase: 2,
    partner: 4,
    status: 'SUSPENDED',
    start: '2013-11-04',
    plan: ['2013-11-01', '2014-06-30'],
    target: 80,
    pace: 4,
  },
  {
    key: 'ecoclusters',
    title: 'Barriers to eco-innovation',
    summary: 'Interviews find out what keeps firms from cleaner processes.',
    area: 2,
    phase: 1,
    partner: 5,
    status: 'RUNNING',
    start: '2013-09-02',
    plan: ['2013-09-01', '2014-05-31'],
    target: 50,
    pace: 5,
  },
  {
    key: 'exchange',
    title: "Managers' exchange",
    summary: 'Cluster managers spend two weeks with a cluster abroad.',
    area: 3,
    phase: 2,
    partner: 6,
    status: 'RUNNING',
    start: '2013-12-02',
    plan: ['2013-12-01', '2014-09-30'],
    target: 24,
    pace: 4,
  },
  {
    key: 'partnersearch',
    title: 'Partner search desk',
    summary: 'One desk answers who looks for partners abroad.',
    area: 3,
    phase: 1,
    partner: 7,
    status: 'RUNNING',
    start: '2013-08-05',
    plan: ['2013-08-01', '2014-06-30'],
    target: 90,
    pace: 9,
  },
  {
    key: 'fund',
    title: 'Revolving service fund',
    summary: 'Clusters borrow for common services and pay back from fees.',
    area: 4,
    phase: 2,
    partner: 8,
    status: 'PLANNED',
    start: null,
    plan: ['2014-03-01', '2014-12-15'],
    target: 10,
    pace: 0,
  },
  {
    key: 'financegap',
    title: 'Where finance is missing',
    summary: 'A survey of what kinds of finance clusters do not find.',
    area: 4,
    phase: 1,
    partner: 9,
    status: 'RUNNING',
    start: '2013-10-07',
    plan: ['2013-10-01', '2014-04-30'],
    target: 120,
    pace: 14,
  },
  {
    key: 'skillsscan',
    title: 'Skills scan with employers',
    summary: 'Ask employers, not schools, which skills are missing, and agree training places on the spot.',
    area: 6,
    phase: 2,
    partner: 10,
    status: 'RUNNING',
    start: '2014-01-13',
    plan: ['2014-01-13', '2014-06-30'],
    target: 100,
    pace: 18,
  },
  {
    key: 'skillsdata',
    title: 'Vacancies by cluster',
    summary: 'Labour offices count vacancies by cluster for the first time.',
    area: 6,
    phase: 1,
    partner: 11,
    status: 'RUNNING',
    start: '2013-07-01',
    plan: ['2013-07-01', '2014-06-30'],
    target: 12,
    pace: 1,
  },
  {
    key: 'cancelled',
    title: 'Shared test bench',
    summary: 'Firms were to share one test bench; the site was lost.',
    area: 1,
    phase: 2,
    partner: 12,
    status: 'CANCELLED',
    start: '2013-09-16',
    plan: ['2013-09-01', '2014-08-31'],
    target: 20,
    pace: 1,
  },
  {
    key: 'own',
    title: 'Quiet trial of a cluster levy',
    summary: 'Not yet spoken of outside the partner.',
    area: 4,
    phase: 2,
    partner: 8,
    status: 'RUNNING',
    start: '2014-01-07',
    plan: ['2014-01-01', '2014-08-31'],
    target: 5,
    pace: 1,
    audience: 'OWN',
  },
  {
    key: 'unplaced',
    title: "Cluster managers' helpline",
    summary: 'A helpline that serves every area and has no cell.',
    area: null,
    phase: null,
    partner: 5,
    status: 'RUNNING',
    start: '2014-02-03',
    plan: ['2014-02-01', '2014-10-31'],
    target: 200,
    pace: 30,
  },
]

/** Month ends from a start until 31 March 2014. */
function monthEnds(start: string): string[] {
  const ends: string[] = []
  const first = new Date(`${start}T00:00:00Z`)
  for (let month = 0; ends.at(-1) !== '2014-03-31' && month < 24; month += 1) {
    ends.push(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1 + month, 0)).toISOString().slice(0, 10))
  }
  return ends
}

const recorded = { recordedAt: '2014-04-10T09:00:00Z' }

function partnerRows(): SampleRow[] {
  return places.flatMap((place, index) => {
    const key = index + 1
    return [
      row('Region', `XX${String(key).padStart(2, '0')}`, {
        code: `XX${String(key).padStart(2, '0')}`,
        name: `${place} (fictional)`,
        country: 'XX',
        level: 2,
        nutsVersion: 2013,
        performance: index % 3 === 0 ? 'HIGH' : 'LOW',
        performanceSource: 'Invented for the demonstration',
      }),
      inProject('Partner', key, {
        number: key,
        position: key,
        name: `${kinds[index % 4]} of ${place} (fictional)`,
        englishName: `${kinds[index % 4]} of ${place} (fictional)`,
        acronym: place,
        type: types[index % 4],
        role: index === 0 ? 'LEAD_PARTNER' : index % 4 === 3 ? 'IPA_PARTNER' : 'ERDF_PARTNER',
        fund: index % 4 === 3 ? 'IPA' : 'ERDF',
        country: 'XX',
        city: place,
        cityEn: place,
        region: id('Region', `XX${String(key).padStart(2, '0')}`),
      }),
      inProject('BudgetShare', key, {
        partner: id('Partner', key),
        fund: index % 4 === 3 ? 'IPA' : 'ERDF',
        amount: 90_000 + index * 7500,
        coFinancingRate: 0.85,
      }),
      inProject('Contact', key, {
        partner: id('Partner', key),
        name: `Contact of ${place}`,
        jobTitle: 'Project officer',
        email: `office@${place.toLowerCase()}.example.org`,
        phone: '+00 000 0000',
      }),
    ]
  })
}

function workPlanRows(): SampleRow[] {
  const packages = ['Management', 'Communication', 'Learning process', 'Pilot actions', 'Evaluation and outlook']
  return [
    ...areas.map((area) =>
      inProject('ThematicArea', area.number, {
        number: area.number,
        title: area.title,
        shortName: area.shortName,
        leadingPartner: area.number % 2 ? id('Partner', area.number) : null,
      }),
    ),
    ...phases.map((phase) => inProject('Phase', phase.number, { number: phase.number, title: phase.title, aim: phase.aim })),
    ...packages.map((title, index) => inProject('WorkPackage', index + 1, { number: index + 1, title, leadingPartner: id('Partner', index + 1) })),
    ...stories
      .filter((story) => story.area)
      .slice(0, 8)
      .map((story, index) =>
        inProject('Activity', story.key, {
          workPackage: id('WorkPackage', 4),
          number: `4.${index + 1}`,
          title: `Prepare ${story.title.toLowerCase()}`,
          thematicArea: id('ThematicArea', story.area ?? 1),
          phase: id('Phase', story.phase ?? 1),
        }),
      ),
    ...[
      'Guideline for pilot actions',
      'Common questionnaire',
      'Report on barriers',
      'Comparison of measures',
      'Lessons of the first year',
      'Report on skills',
    ].map((title, index) =>
      inProject('Deliverable', index + 1, {
        workPackage: id('WorkPackage', 3 + (index % 2)),
        title,
        partner: id('Partner', 2 + index),
        dueOn: ['2013-09-30', '2014-01-31', '2014-04-12', '2014-04-30', '2014-03-31', '2014-06-30'][index],
        ...(index === 0 || index === 1 ? { handedInOn: ['2013-09-27', '2014-02-14'][index] } : {}),
        activity: [null, null, id('Activity', 'energy'), null, id('Activity', 'financegap'), null][index],
      }),
    ),
    ...['All pilots chosen', 'Mid-term meeting', 'Pilots ended'].map((title, index) =>
      inProject('Milestone', index + 1, {
        workPackage: id('WorkPackage', 4),
        title,
        dueOn: ['2013-10-15', '2014-03-20', '2014-09-30'][index],
        ...(index === 0 ? { passedOn: '2013-10-15' } : {}),
      }),
    ),
  ]
}

function indicatorRows(story: Story): SampleRow[] {
  const pilot = id('Pilot', story.key)
  const months = story.start ? monthEnds(story.start) : []
  const seat = (indicator: string, partner: number) =>
    inProject('Contributor', `${story.key}/${indicator}/${partner}`, {
      indicator: id('Indicator', `${story.key}/${indicator}`),
      partner: id('Partner', partner),
    })
  const target = (indicator: string, dueOn: string, value: number) =>
    inProject('Target', `${story.key}/${indicator}/${dueOn}`, {
      indicator: id('Indicator', `${story.key}/${indicator}`),
      dueOn,
      value,
      recordedAt: '2013-06-01T09:00:00Z',
    })
  const measured = (indicator: string, onDay: string, values: Record<string, unknown>) =>
    inProject('Measurement', `${story.key}/${indicator}/${onDay}`, {
      indicator: id('Indicator', `${story.key}/${indicator}`),
      contributor: id('Contributor', `${story.key}/${indicator}/${story.partner}`),
      onDay,
      source: 'Invented',
      retracted: false,
      ...recorded,
      ...values,
    })
  const kept = story.status === 'SUSPENDED' ? months.slice(0, -2) : months
  const indicators: Record<string, Record<string, unknown>> = {
    reached: {
      position: 1,
      title: 'Firms reached',
      unit: 'firms',
      measure: 'NUMBER',
      aggregation: 'SUM',
      combination: 'SUM',
      direction: 'MORE',
      weight: 2,
      every: 'MONTH',
    },
    satisfied: {
      position: 2,
      title: 'Firms that would take part again',
      unit: '%',
      measure: 'RATIO',
      aggregation: 'LATEST',
      combination: 'POOLED',
      direction: 'MORE',
      baseline: 0.4,
      weight: 1,
      every: 'QUARTER',
    },
    days: {
      position: 3,
      title: 'Days from request to answer',
      unit: 'days',
      measure: 'NUMBER',
      aggregation: 'LATEST',
      combination: 'AVERAGE',
      direction: 'LESS',
      baseline: 60,
      weight: 1,
      every: 'QUARTER',
    },
    rating: {
      position: 4,
      title: 'Usefulness, as firms rate it',
      measure: 'SCALE',
      scaleMax: 5,
      aggregation: 'AVERAGE',
      combination: 'AVERAGE',
      direction: 'MORE',
      weight: 1,
    },
  }
  return [
    ...Object.entries(indicators).flatMap(([key, values]) => [inProject('Indicator', `${story.key}/${key}`, { pilot, ...values }), seat(key, story.partner)]),
    target('reached', '2014-03-31', Math.round(story.target * 0.6)),
    target('reached', story.plan[1], story.target),
    target('satisfied', story.plan[1], 0.8),
    target('days', '2014-03-31', 40),
    target('days', story.plan[1], 30),
    target('rating', story.plan[1], 4.5),
    ...kept.map((day, month) => measured('reached', day, { value: Math.max(story.pace + ((month * 7) % 3) - 1, 0) })),
    ...kept
      .filter((_, month) => month % 3 === 2)
      .flatMap((day, quarter) => [
        measured('satisfied', day, { numerator: 10 + quarter * 4 + story.pace, denominator: 22 + quarter * 5 + story.pace }),
        measured('days', day, { value: 58 - quarter * 9 - (story.pace % 5) }),
      ]),
    ...kept.slice(-1).map((day) => measured('rating', day, { value: 3.5 })),
  ]
}

function pilotRows(story: Story): SampleRow[] {
  const started = story.start ? { startedOn: story.start, startedOnPrecision: 'DAY' } : {}
  const ended = story.end ? { endedOn: story.end, endedOnPrecision: 'DAY' } : {}
  return [
    inProject('Pilot', story.key, {
      title: story.title,
      summary: story.summary,
      status: story.status,
      weight: 1,
      partner: id('Partner', story.partner),
      workPackage: id('WorkPackage', 4),
      ...started,
      ...ended,
      ...(story.area ? { thematicArea: id('ThematicArea', story.area) } : {}),
      ...(story.phase ? { phase: id('Phase', story.phase) } : {}),
      audience: story.audience ?? 'PROJECT',
      budget: 24_000 + story.target * 100,
      ...(story.status === 'CANCELLED' ? { cancelledOn: '2014-02-10' } : {}),
    }),
    inProject('PilotPlan', story.key, { pilot: id('Pilot', story.key), startsOn: story.plan[0], endsOn: story.plan[1], recordedAt: '2013-06-01T09:00:00Z' }),
    ...indicatorRows(story),
    inProject('Risk', story.key, {
      pilot: id('Pilot', story.key),
      title: 'Too few firms answer',
      likelihood: 2 + (story.pace % 3),
      impact: 3,
      mitigation: 'Ask through the chambers as well',
      owner: id('Partner', story.partner),
    }),
  ]
}

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
      timeZone: 'Europe/Rome',
      published: false,
      demonstration: true,
      seenAsOf: '2014-04-14',
    },
  }
  return [project, ...partnerRows(), ...workPlanRows(), ...stories.flatMap(pilotRows)]
}
