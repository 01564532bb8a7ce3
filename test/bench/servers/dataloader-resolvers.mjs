import DataLoader from 'dataloader'

const partner = 'id, number, name, acronym, role, country, city, website'
const pilot = 'id, title, status, started_on AS "startedOn", partner_id'
const measurement = 'm.id, m.on_day AS "onDay", m.value, m.source, m.indicator_id'
const pilotIsSeen = (t) =>
  `${t}.project_id = ANY ($1::uuid[]) AND (${t}.audience = 'PUBLIC' OR ${t}.audience = 'PROJECT' AND ${t}.project_id = ANY ($2::uuid[]) OR ${t}.partner_id = ANY ($3::uuid[]))`

/** One statement under its name; the scope's values come first where it has any. */
const ask = async (pool, name, text, values = []) => (await pool.query({ name, text, values })).rows
const scopeOf = ({ visible, members, partners }) => [visible, members, partners]

const oneEach = (rows, ids) => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

const listEach = (rows, ids, key) => {
  const groups = new Map(ids.map((id) => [id, []]))
  for (const row of rows) groups.get(row[key])?.push(row)
  return ids.map((id) => ({ nodes: groups.get(id) }))
}

/** The loaders of one request. */
export function makeLoaders(pool, person) {
  const scope = scopeOf(person)
  return {
    partnerById: new DataLoader(async (ids) =>
      oneEach(await ask(pool, 'partnerById', `SELECT ${partner} FROM partner WHERE id = ANY ($2) AND project_id = ANY ($1)`, [person.visible, ids]), ids),
    ),
    indicatorById: new DataLoader(async (ids) => oneEach(await ask(pool, 'indicatorById', 'SELECT id, title FROM indicator WHERE id = ANY ($1)', [ids]), ids)),
    pilotsOfPartner: new DataLoader(async (ids) => {
      const text = `SELECT p.* FROM unnest($4::uuid[]) k CROSS JOIN LATERAL (SELECT ${pilot} FROM pilot t
        WHERE t.partner_id = k AND t.archived_at IS NULL AND ${pilotIsSeen('t')} ORDER BY title COLLATE by_name, id LIMIT 10) p`
      return listEach(await ask(pool, 'pilotsOfPartner', text, [...scope, ids]), ids, 'partner_id')
    }),
    indicatorsOfPilot: new DataLoader(async (ids) => {
      const text = `SELECT i.* FROM unnest($1::uuid[]) k CROSS JOIN LATERAL (SELECT id, title, unit, weight, pilot_id FROM indicator t
        WHERE t.pilot_id = k AND t.archived_at IS NULL ORDER BY position, id LIMIT 10) i`
      return listEach(await ask(pool, 'indicatorsOfPilot', text, [ids]), ids, 'pilot_id')
    }),
    newestOfIndicator: new DataLoader(async (ids) => {
      const text = `SELECT t.* FROM unnest($1::uuid[]) k CROSS JOIN LATERAL (SELECT ${measurement} FROM measurement m
        WHERE m.indicator_id = k ORDER BY on_day DESC, id DESC LIMIT 1) t`
      return listEach(await ask(pool, 'newestOfIndicator', text, [ids]), ids, 'indicator_id')
    }),
  }
}

/** A cursor is the keys of the page's last row. */
function pageOf(rows, keys) {
  const nodes = rows.slice(0, 25)
  const last = nodes.at(-1)
  const endCursor = last ? Buffer.from(JSON.stringify(keys.map((key) => last[key]))).toString('base64') : null
  return { nodes, pageInfo: { hasNextPage: rows.length > 25, endCursor } }
}
const keysOf = (after) => JSON.parse(Buffer.from(after, 'base64').toString('utf8')).slice(-2)

async function pilots(_, { after }, { pool, person }) {
  const text = `SELECT p.* FROM unnest($1::uuid[]) v CROSS JOIN LATERAL (SELECT ${pilot} FROM pilot t WHERE t.project_id = v AND ${pilotIsSeen('t')}
    AND t.archived_at IS NULL AND t.status = 'RUNNING' AND (t.title COLLATE by_name, t.id) > ($4, $5::uuid) ORDER BY title COLLATE by_name, id LIMIT 26) p
    ORDER BY title COLLATE by_name, id LIMIT 26`
  return pageOf(await ask(pool, 'pilots', text, [...scopeOf(person), ...keysOf(after)]), ['title', 'id'])
}

async function measurements(_, { after, filter }, { pool, person }) {
  const project = filter.project?.id.eq
  const among = project ? person.visible.filter((id) => id === project) : person.visible
  const text = `SELECT m.* FROM unnest($6::uuid[]) v CROSS JOIN LATERAL (SELECT ${measurement} FROM measurement m WHERE m.project_id = v AND NOT m.retracted
    AND (m.on_day, m.id) < ($4::date, $5::uuid) AND EXISTS (SELECT 1 FROM indicator i JOIN pilot p ON p.id = i.pilot_id WHERE i.id = m.indicator_id AND ${pilotIsSeen('p')})
    ORDER BY on_day DESC, id DESC LIMIT 26) m ORDER BY "onDay" DESC, id DESC LIMIT 26`
  return pageOf(await ask(pool, 'measurements', text, [...scopeOf(person), ...keysOf(after), among]), ['onDay', 'id'])
}

async function partners(_, _arguments, { pool, person }) {
  const text = `SELECT ${partner} FROM partner WHERE project_id = ANY ($1) AND archived_at IS NULL ORDER BY position, id LIMIT 25`
  const count = async () =>
    (await ask(pool, 'count', 'SELECT count(*) AS n FROM partner WHERE project_id = ANY ($1) AND archived_at IS NULL', [person.visible]))[0].n
  return { nodes: await ask(pool, 'partners', text, [person.visible]), totalCount: count }
}

async function programmeProgress(_, { projectIds, asOf }, { pool, person }) {
  const among = projectIds ? person.members.filter((id) => projectIds.includes(id)) : person.members
  const text = `SELECT project_id AS "projectId", achieved, planned, coverage, standing, pilots, left_out AS "leftOut", missing, stale
    FROM programme_progress($1, $2, NULL, '{PROJECT}') ORDER BY key LIMIT 100`
  return { nodes: await ask(pool, 'progress', text, [among, asOf ?? null]) }
}

async function recordMeasurements(_, { input: [input] }, { pool, person }) {
  const [row] = await ask(pool, 'record', 'SELECT bench_record($1, $2, $3, $4) AS made', [person.user, input.contributorId, input.onDay, input.value])
  return row.made
}

/** By type and field; every other field is a member of its row. */
export const resolvers = {
  Query: {
    partners,
    pilots,
    measurements,
    programmeProgress,
    node: async (_, { id }, { pool, person }) =>
      (await ask(pool, 'node', `SELECT ${pilot} FROM pilot p WHERE p.id = $4 AND ${pilotIsSeen('p')}`, [...scopeOf(person), id]))[0] ?? null,
  },
  Mutation: { recordMeasurements },
  Partner: { pilots: ({ id }, _, { pilotsOfPartner }) => pilotsOfPartner.load(id) },
  Pilot: {
    partner: (row, _, { partnerById }) => partnerById.load(row.partner_id),
    indicators: ({ id }, _, { indicatorsOfPilot }) => indicatorsOfPilot.load(id),
  },
  Indicator: { measurements: ({ id }, _, { newestOfIndicator }) => newestOfIndicator.load(id) },
  Measurement: { indicator: (row, _, { indicatorById }) => indicatorById.load(row.indicator_id) },
}
