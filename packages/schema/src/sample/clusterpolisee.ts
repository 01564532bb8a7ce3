import events from './clusterpolisee/events.json' with { type: 'json' }
import partners from './clusterpolisee/partners.json' with { type: 'json' }
import phases from './clusterpolisee/phases.json' with { type: 'json' }
import pilots from './clusterpolisee/pilots.json' with { type: 'json' }
import project from './clusterpolisee/project.json' with { type: 'json' }
import sources from './clusterpolisee/sources.json' with { type: 'json' }
import areas from './clusterpolisee/thematic-areas.json' with { type: 'json' }
import packages from './clusterpolisee/work-packages.json' with { type: 'json' }
import { listRows } from './lists.js'
import { partialDay, type SampleRow, sampleId } from './sample-rows.js'

const id = (kind: string, key: string | number) => sampleId('clusterpolisee', kind, key)
const optionalId = (kind: string, key: string | null | undefined) => (key ? id(kind, key) : null)

/** Identity of the real project. */
export const clusterpoliseeId = id('project', project.id)

const types: Record<string, string> = {
  publicAuthority: 'PUBLIC_AUTHORITY',
  developmentAgency: 'DEVELOPMENT_AGENCY',
  researchOrganisation: 'RESEARCH_ORGANISATION',
  innovationOrClusterNetwork: 'INNOVATION_OR_CLUSTER_NETWORK',
}
const roles: Record<string, string> = {
  lead: 'LEAD_PARTNER',
  erdfPartner: 'PARTNER',
  ipaPartner: 'PARTNER',
  enpiPartner: 'PARTNER',
  associated: 'ASSOCIATED_PARTNER',
}
const bases: Record<string, string> = { source: 'SOURCE', commonKnowledge: 'COMMON_KNOWLEDGE', editorial: 'EDITORIAL', derivedFromCountry: 'DERIVED' }

const row = (record: string, key: string | number, values: Record<string, unknown>): SampleRow => ({ record, id: id(record, key), values })
const inProject = (record: string, key: string | number, values: Record<string, unknown>): SampleRow =>
  row(record, key, { project: clusterpoliseeId, ...values })

interface Cited {
  readonly field?: string
  readonly basis?: string
  readonly sources: readonly string[]
}

function citations(record: string, key: string | number, cited: readonly Cited[]): SampleRow[] {
  return cited.flatMap(({ field, basis = 'SOURCE', sources: keys }) =>
    (keys.length > 0 ? keys : [null])
      .filter((source) => source !== null || basis !== 'SOURCE')
      .map((source) =>
        inProject('Citation', `${record}/${key}/${field ?? ''}/${source ?? basis}`, {
          recordType: record,
          recordId: record === 'Project' ? clusterpoliseeId : id(record, key),
          field: field ?? null,
          basis,
          source: optionalId('Source', source),
        }),
      ),
  )
}

function projectRows(): SampleRow[] {
  const { budget, priority } = project
  const notes = [
    ...project.specificObjectives.map((text) => ({ kind: 'OBJECTIVE', title: 'Specific objective', text, sources: ['cp-objectives'] })),
    ...project.governance.map((body) => ({ kind: 'GOVERNANCE', title: body.body, text: body.composition, sources: body.sources })),
    ...project.partnerCounts.map((count) => ({
      kind: 'PARTNER_COUNT',
      title: `${count.partners} partners, ${count.countries} countries`,
      sources: count.sources,
      text: [count.note, count.split && `EU ${count.split.eu}, IPA ${count.split.ipa}, ENPI ${count.split.enpi}`].filter(Boolean).join('. '),
    })),
    { kind: 'BUDGET', title: 'Budget', text: budget.note, sources: [] },
    { kind: 'OTHER', title: 'Regions', text: project.regions, sources: [] },
    {
      kind: 'PILOT_ACTIONS',
      title: `${pilots.overview.count} pilot actions`,
      text: `${pilots.overview.purpose} ${pilots.overview.thematicAreaNote}`,
      sources: pilots.overview.sources,
    },
  ]
  return [
    {
      record: 'Project',
      id: clusterpoliseeId,
      values: {
        acronym: project.acronym,
        title: project.title,
        reference: project.reference,
        programme: project.programme,
        programmePeriod: project.programmePeriod,
        call: project.call,
        priority: `${priority.number}. ${priority.title}`,
        objective: project.mainObjective,
        method: project.method,
        ...partialDay('startsOn', project.startDate),
        ...partialDay('endsOn', project.endDate, true),
        totalBudget: budget.total,
        currency: budget.currency,
        website: project.website,
        platform: project.platform,
        timeZone: 'Europe/Rome',
        published: false,
        demonstration: false,
      },
    },
    ...listRows(inProject),
    ...sources.map((source) =>
      inProject('Source', source.id, {
        key: source.id,
        title: source.title,
        publisher: source.publisher,
        address: source.address,
        language: source.language,
        supports: source.supports,
        readInFull: source.readInFull,
      }),
    ),
    ...(['ERDF', 'IPA', 'ENPI'] as const).map((fund) => {
      const amount = { ERDF: budget.erdf, IPA: budget.ipa, ENPI: budget.enpi }[fund]
      return inProject('FundBudget', fund, { fund: id('Fund', fund), amount, precisionNote: fund === 'ENPI' ? null : budget.erdfPrecision })
    }),
    ...notes.flatMap(({ sources: keys, ...note }, index) => [
      inProject('ProjectNote', index + 1, { ...note, position: index + 1 }),
      ...citations('ProjectNote', index + 1, [{ sources: keys }]),
    ]),
    ...citations('Project', project.id, [
      { sources: project.sources },
      { field: 'totalBudget', sources: budget.totalSources },
      { field: 'priority', sources: priority.sources },
    ]),
    ...citations('FundBudget', 'ERDF', [{ field: 'amount', sources: budget.erdfSources }]),
    ...citations('FundBudget', 'IPA', [{ field: 'amount', sources: budget.ipaSources }]),
  ]
}

function regionRows(): SampleRow[] {
  const known = new Map(partners.filter((partner) => partner.nuts2).map((partner) => [partner.nuts2, partner]))
  return [...known.values()].map((partner) =>
    row('Region', `${partner.nuts2}/${partner.nutsVersion}`, {
      code: partner.nuts2,
      name: partner.nuts2Name,
      country: partner.country,
      level: 2,
      nutsVersion: Number(partner.nutsVersion),
    }),
  )
}

function partnerRows(): SampleRow[] {
  return partners.flatMap((partner) => [
    inProject('Partner', partner.id, {
      number: partner.number,
      position: partner.order,
      name: partner.name,
      englishName: partner.englishName,
      acronym: partner.acronym,
      unit: partner.unit,
      type: optionalId('PartnerType', types[partner.type]),
      role: roles[partner.role],
      fund: optionalId('Fund', partner.fundingInstrument),
      country: partner.country,
      city: partner.city,
      cityEn: partner.cityEn,
      region: partner.nuts2 ? id('Region', `${partner.nuts2}/${partner.nutsVersion}`) : null,
      nuts3: partner.nuts3,
      website: partner.website,
      note: partner.note,
    }),
    ...(partner.budgetEur === null ? [] : [inProject('BudgetShare', partner.id, { partner: id('Partner', partner.id), amount: partner.budgetEur })]),
    ...citations('Partner', partner.id, [
      { sources: partner.sources },
      { field: 'name', basis: bases[partner.nameBasis] ?? 'SOURCE', sources: [] },
      { field: 'city', basis: bases[partner.cityBasis ?? ''] ?? 'SOURCE', sources: [] },
      { field: 'type', basis: bases[partner.typeBasis] ?? 'SOURCE', sources: [] },
      { field: partner.roleBasis === 'derivedFromCountry' ? 'fund' : 'role', basis: bases[partner.roleBasis] ?? 'SOURCE', sources: [] },
      ...(partner.nuts2 ? [{ field: 'region', basis: 'DERIVED', sources: partner.nutsSources }] : []),
    ]),
  ])
}

function workPlanRows(): SampleRow[] {
  return [
    ...areas.flatMap((area) => [
      inProject('ThematicArea', area.id, {
        number: area.number,
        title: area.title,
        shortName: area.shortName,
        workingGroup: area.workingGroupName,
        leadingPartner: optionalId('Partner', area.leaderPartnerId),
        leaderNote: area.leaderNote,
        aim: area.aim,
      }),
      ...citations('ThematicArea', area.id, [{ sources: area.sources }, { field: 'leadingPartner', sources: area.leaderSources }]),
    ]),
    ...phases.flatMap((phase) => [
      inProject('Phase', phase.id, { number: phase.number, title: phase.title, aim: phase.aim }),
      ...citations('Phase', phase.id, [{ sources: phase.sources }]),
    ]),
    ...packages.flatMap((item) => [
      inProject('WorkPackage', item.id, {
        number: item.number,
        title: item.title,
        objective: item.objective,
        leadingPartner: optionalId('Partner', item.leaderPartnerId),
        note: ('leaderNote' in item && item.leaderNote) || ('titleNote' in item && item.titleNote) || null,
      }),
      ...citations('WorkPackage', item.id, [{ sources: item.sources }]),
      ...(item.activities as Record<string, string>[]).map((activity) =>
        inProject('Activity', String(activity.number), {
          workPackage: id('WorkPackage', item.id),
          number: activity.number,
          title: activity.title,
          ...partialDay('plannedStart', activity.plannedStart),
          ...partialDay('plannedEnd', activity.plannedEnd, true),
          ...partialDay('replannedStart', activity.replannedStart),
          ...partialDay('replannedEnd', activity.replannedEnd, true),
          ...partialDay('actualStart', activity.actualStart),
        }),
      ),
      ...(item.activities as Record<string, string>[]).flatMap((activity) => citations('Activity', String(activity.number), [{ sources: item.sources }])),
    ]),
  ]
}

function pilotRows(): SampleRow[] {
  return pilots.pilots.flatMap((pilot) => [
    inProject('Pilot', pilot.id, {
      title: pilot.title,
      summary: pilot.whatItDid,
      status: null,
      weight: 1,
      partner: id('Partner', pilot.partnerId),
      implementer: pilot.implementedBy,
      audience: 'PUBLIC',
      note: pilot.note,
    }),
    ...citations('Pilot', pilot.id, [{ sources: pilot.sources }]),
  ])
}

const kinds: Record<string, string> = {
  launch: 'LAUNCH',
  steeringCommittee: 'STEERING_COMMITTEE',
  workingGroup: 'WORKING_GROUP',
  projectMeeting: 'PROJECT_MEETING',
  studyVisit: 'STUDY_VISIT',
  seminar: 'SEMINAR',
  roundTable: 'ROUND_TABLE',
  conference: 'CONFERENCE',
  finalConference: 'FINAL_CONFERENCE',
  agreement: 'AGREEMENT',
}

function eventRows(): SampleRow[] {
  return events.flatMap((event) => [
    inProject('Event', event.id, {
      title: event.title,
      kind: kinds[event.type],
      ...partialDay('startsOn', event.startDate),
      ...partialDay('endsOn', event.endDate, true),
      city: event.city,
      country: event.country,
      hostPartner: optionalId('Partner', event.hostPartnerId),
      description: event.description,
      audience: 'PUBLIC',
      note: event.note,
    }),
    ...citations('Event', event.id, [{ sources: event.sources }]),
  ])
}

/** The real project: facts with their sources, and nothing else. Rows stand after those that they refer to. */
export const clusterpoliseeRows = (): SampleRow[] => [...regionRows(), ...projectRows(), ...partnerRows(), ...workPlanRows(), ...pilotRows(), ...eventRows()]
