/**
 * What is measured. `document` is asked of the gateway and of graphql-js with `variables`; PostGraphile is asked the same in
 * its own words (`postgraphile`), whose answer `same` turns into ours. `goal`: least share of the limit, and of PostGraphile
 * at 1 and at 16 connections; `under`: most milliseconds of the median at one connection.
 */
const progressFields = 'projectId achieved planned coverage standing pilots leftOut missing stale'
const pageInfo = 'pageInfo { hasNextPage endCursor }'
const pilotFields = 'title status startedOn partner { id name }'
const theirPilot = 'rowId title status startedOn partner: partnerByPartnerId { rowId name }'
const measurementFields = 'id onDay value source indicator { id title }'
const theirMeasurement = 'rowId onDay value source indicator: indicatorByIndicatorId { rowId title }'
const theirMeasurements = (condition, variables = '') => `query ($after: Cursor${variables}) {
  measurements: allMeasurements(first: 25, after: $after, condition: {${condition}}, orderBy: [ON_DAY_DESC, ROW_ID_DESC]) { nodes { ${theirMeasurement} } ${pageInfo} } }`
const progressOf = ({ programmeProgress }) => ({ programmeProgress })

/** `byKey`: each request carries a key, by which it is done once; others know no keys. */
const record = {
  name: 'record',
  title: 'record a measurement',
  size: 'programme',
  goal: { limit: 0.5, postgraphile: [1, 1] },
  writes: true,
  document: `mutation ($contributorId: ID!, $onDay: Date!, $value: Decimal!) { recordMeasurements(input: [{contributorId: $contributorId, onDay: $onDay, value: $value}]) {
    recorded ids changes { pilotId before after planned } } }`,
  variables: recorded('2000-01-01'),
  postgraphile: `mutation ($contributorId: UUID!, $onDay: Date!, $value: BigFloat!) { benchRecordMine(input: {seat: $contributorId, day: $onDay, figure: $value}) { result } }`,
  same: ({ benchRecordMine }) => ({
    recordMeasurements: typeof benchRecordMine.result === 'string' ? JSON.parse(benchRecordMine.result) : benchRecordMine.result,
  }),
}

export const scenarios = [
  {
    name: 'list',
    title: '25 partners with count',
    size: 'sample',
    goal: { limit: 0.65, postgraphile: [2.5, 4] },
    document: '{ partners(first: 25) { totalCount nodes { id number name acronym role country city website } } }',
    postgraphile:
      '{ partners: allPartners(first: 25, condition: {archivedAt: null}, orderBy: [POSITION_ASC]) { totalCount nodes { rowId number name acronym role country city website } } }',
  },
  {
    name: 'tree',
    title: 'deep tree: 25 partners, pilots, 1,000 indicators, newest measurement',
    size: 'sample',
    goal: { limit: 0.95, postgraphile: [2.5, 5] },
    document: `{ partners(first: 25) { nodes { id name country pilots(first: 10) { nodes { id title status startedOn indicators(first: 10) { nodes { id title unit weight
      measurements(first: 1, orderBy: [{onDay: DESC}]) { nodes { id onDay value } } } } } } } } }`,
    postgraphile: `{ partners: allPartners(first: 25, condition: {archivedAt: null}, orderBy: [POSITION_ASC]) { nodes { rowId name country pilots: pilotsByPartnerId(first: 10, condition: {archivedAt: null}, orderBy: [TITLE_ASC]) { nodes { rowId title status startedOn
      indicators: indicatorsByPilotId(first: 10, condition: {archivedAt: null}, orderBy: [POSITION_ASC]) { nodes { rowId title unit weight
      measurements: measurementsByIndicatorId(first: 1, orderBy: [ON_DAY_DESC, ROW_ID_DESC]) { nodes { rowId onDay value } } } } } } } } }`,
  },
  {
    name: 'node',
    title: 'one pilot by node(id)',
    size: 'sample',
    document: `query ($id: ID!) { node(id: $id) { id ... on Pilot { ${pilotFields} } } }`,
    variables: ({ pilot }) => ({ id: pilot }),
    postgraphile: `query ($id: ID!) { node(id: $id) { ... on Pilot { ${theirPilot} } } }`,
    theirVariables: ({ pilot }) => ({ id: Buffer.from(JSON.stringify(['Pilot', pilot])).toString('base64') }),
  },
  {
    name: 'pilots',
    title: 'page 50 of 10,000 pilots, filtered and ordered',
    size: 'programme',
    goal: { limit: 0.9, postgraphile: [2, 2] },
    document: `query ($after: String) { pilots(first: 25, after: $after, filter: {status: {eq: RUNNING}}, orderBy: [{title: ASC}]) { nodes { id ${pilotFields} } ${pageInfo} } }`,
    pageOf: 'pilots',
    postgraphile: `query ($after: Cursor) { pilots: allPilots(first: 25, after: $after, condition: {status: "RUNNING", archivedAt: null}, orderBy: [TITLE_ASC]) { nodes { ${theirPilot} } ${pageInfo} } }`,
  },
  {
    name: 'projectMeasurements',
    title: "page 50 of one project's 10,000 measurements",
    size: 'programme',
    goal: { limit: 0.9, postgraphile: [2, 2] },
    document: `query ($after: String, $project: ID!) { measurements(first: 25, after: $after, filter: {project: {id: {eq: $project}}, retracted: {eq: false}}, orderBy: [{onDay: DESC}]) {
      nodes { ${measurementFields} } ${pageInfo} } }`,
    pageOf: 'measurements',
    variables: ({ project }) => ({ project }),
    postgraphile: theirMeasurements('projectId: $project, retracted: false', ', $project: UUID'),
  },
  {
    name: 'measurements',
    title: 'page 50 of 1,000,000 measurements',
    size: 'programme',
    goal: { limit: 0.9, postgraphile: [2, 2] },
    document: `query ($after: String) { measurements(first: 25, after: $after, filter: {retracted: {eq: false}}, orderBy: [{onDay: DESC}]) { nodes { ${measurementFields} } ${pageInfo} } }`,
    pageOf: 'measurements',
    postgraphile: theirMeasurements('retracted: false'),
  },
  {
    name: 'today',
    title: 'programme progress today, 100 projects',
    size: 'programme',
    goal: { limit: 0.9, postgraphile: [1, 1], under: 20 },
    document: `{ programmeProgress(first: 100) { nodes { ${progressFields} } } }`,
    postgraphile: `{ programmeProgress: benchProgress(first: 100) { nodes { ${progressFields} } } }`,
    same: progressOf,
  },
  {
    name: 'past',
    title: 'progress of one project on a past day',
    size: 'programme',
    goal: { limit: 0.9, postgraphile: [1, 1], under: 50 },
    document: `query ($project: ID!, $day: Date!) { programmeProgress(projectIds: [$project], asOf: $day) { nodes { ${progressFields} } } }`,
    variables: ({ project, day }) => ({ project, day }),
    postgraphile: `query ($project: UUID!, $day: Date!) { programmeProgress: benchProgress(one: $project, asOf: $day) { nodes { ${progressFields} } } }`,
    same: progressOf,
  },
  record,
  { ...record, name: 'recordByKey', title: 'record a measurement, named by a key of the client', byKey: true, variables: recorded('1960-01-01') },
]

/** What is recorded, going back from a day. */
function recorded(day) {
  return ({ seats }, n) => ({ contributorId: seats[n % seats.length], onDay: dayBefore(day, Math.floor(n / seats.length)), value: 1 + (n % 90) })
}

/** A day of the calendar, some days before another. */
export function dayBefore(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
