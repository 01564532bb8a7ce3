/**
 * The statements of the hand-written server: what a careful person would write who knows the tables, the indexes and
 * exactly which fields are asked. The values are: $1 projects that the person may see (its own and the public ones),
 * $2 projects that it is a member of, $3 its partners; then what is asked.
 */
const audienceFits = (t) =>
  `(${t}.audience = 'PUBLIC' OR ${t}.audience = 'PROJECT' AND ${t}.project_id = ANY ($2::uuid[]) OR ${t}.partner_id = ANY ($3::uuid[]))`
const pilotIsSeen = (t) => `${t}.project_id = ANY ($1::uuid[]) AND ${audienceFits(t)}`
const quoted = (column) => `coalesce(to_json(${column})::text, 'null')`
const plain = (column) => `coalesce(${column}::text, 'null')`
const decimal = (column) => `coalesce(trim_scale(${column})::text, 'null')`
const list = (select) => `'[' || array_to_string(ARRAY(${select}), ',') || ']'`
const cursor = (order, value) => `'"' || translate(encode(convert_to('["2:${order}",' || ${value} || ',"' || id || '"]', 'UTF8'), 'base64'), E'\\n', '') || '"'`

const partners = `SELECT '{"data":{"partners":{"totalCount":' || (SELECT count(*) FROM partner WHERE project_id = ANY ($1::uuid[]) AND archived_at IS NULL) || ',"nodes":' || ${list(`
  SELECT '{"id":"' || id || '","number":' || ${plain('number')} || ',"name":' || ${quoted('name')} || ',"acronym":' || ${quoted('acronym')}
    || ',"role":"' || role || '","country":' || to_json(country) || ',"city":' || ${quoted('city')} || ',"website":' || ${quoted('website')} || '}'
  FROM partner WHERE project_id = ANY ($1::uuid[]) AND archived_at IS NULL ORDER BY position, id LIMIT 25`)} || '}}}'`

const tree = `SELECT '{"data":{"partners":{"nodes":' || ${list(`
  SELECT '{"id":"' || r.id || '","name":' || to_json(r.name) || ',"country":' || to_json(r.country) || ',"pilots":{"nodes":' || ${list(`
    SELECT '{"id":"' || p.id || '","title":' || to_json(p.title) || ',"status":' || ${quoted('p.status')} || ',"startedOn":' || ${quoted('p.started_on')} || ',"indicators":{"nodes":' || ${list(`
      SELECT '{"id":"' || i.id || '","title":' || to_json(i.title) || ',"unit":' || ${quoted('i.unit')} || ',"weight":' || trim_scale(i.weight) || ',"measurements":{"nodes":' || ${list(`
        SELECT '{"id":"' || m.id || '","onDay":"' || m.on_day || '","value":' || ${decimal('m.value')} || '}'
        FROM measurement m WHERE m.indicator_id = i.id ORDER BY m.on_day DESC, m.id DESC LIMIT 1`)} || '}}'
      FROM indicator i WHERE i.pilot_id = p.id AND i.archived_at IS NULL ORDER BY i.position, i.id LIMIT 10`)} || '}}'
    FROM pilot p WHERE p.partner_id = r.id AND p.archived_at IS NULL AND ${pilotIsSeen('p')} ORDER BY p.title COLLATE by_name, p.id LIMIT 10`)} || '}}'
  FROM partner r WHERE r.project_id = ANY ($1::uuid[]) AND r.archived_at IS NULL ORDER BY r.position, r.id LIMIT 25`)} || '}}}'`

const node = `SELECT '{"data":{"node":' || coalesce((
  SELECT '{"id":"' || p.id || '","title":' || to_json(p.title) || ',"status":' || ${quoted('p.status')} || ',"startedOn":' || ${quoted('p.started_on')}
    || ',"partner":' || coalesce((SELECT '{"id":"' || r.id || '","name":' || to_json(r.name) || '}' FROM partner r WHERE r.id = p.partner_id AND r.project_id = ANY ($1::uuid[])), 'null') || '}'
  FROM pilot p WHERE p.id = $4::uuid AND ${pilotIsSeen('p')}), 'null') || '}}'`

/** A page of rows that are found as `source` in the order asked, one more than is shown. */
const page = (
  field,
  row,
  order,
  value,
  source,
  sort,
) => `SELECT '{"data":{"${field}":{"nodes":[' || coalesce(string_agg(text, ',' ORDER BY place) FILTER (WHERE place < 26), '')
  || '],"pageInfo":{"hasNextPage":' || (count(*) > 25) || ',"endCursor":' || coalesce(max(cursor) FILTER (WHERE place = least(25, most)), 'null') || '}}}}'
  FROM (SELECT row_number() OVER (ORDER BY ${sort}) AS place, count(*) OVER () AS most, ${row} AS text, ${cursor(order, value)} AS cursor FROM (${source}) t) page`

const pilotRow = `'{"id":"' || id || '","title":' || to_json(title) || ',"status":' || ${quoted('status')} || ',"startedOn":' || ${quoted('started_on')}
  || ',"partner":' || coalesce((SELECT '{"id":"' || r.id || '","name":' || to_json(r.name) || '}' FROM partner r WHERE r.id = t.partner_id AND r.project_id = ANY ($1::uuid[])), 'null') || '}'`

/** Asked of each row by itself along the order: whoever sees much meets 26 rows soon. */
const rowByRow = (condition) => `CASE WHEN ${condition} THEN true ELSE false END`

const pilots = page(
  'pilots',
  pilotRow,
  'Pilot:title ASC,id ASC',
  'to_json(title)',
  `
  SELECT p.* FROM pilot p WHERE ${rowByRow(pilotIsSeen('p'))} AND p.archived_at IS NULL AND p.status = 'RUNNING' AND (p.title COLLATE by_name, p.id) > ($4::text, $5::uuid)
  ORDER BY p.title COLLATE by_name, p.id LIMIT 26`,
  'title COLLATE by_name, id',
)

const measurementRow = `'{"id":"' || id || '","onDay":"' || on_day || '","value":' || ${decimal('value')} || ',"source":' || ${quoted('source')}
  || ',"indicator":' || (SELECT '{"id":"' || i.id || '","title":' || to_json(i.title) || '}' FROM indicator i WHERE i.id = t.indicator_id) || '}'`

const measurements = (among) =>
  page(
    'measurements',
    measurementRow,
    'Measurement:onDay DESC,id DESC',
    `'"' || on_day || '"'`,
    `
  SELECT m.* FROM measurement m WHERE ${among} AND NOT m.retracted AND (m.on_day, m.id) < ($4::date, $5::uuid)
    AND ${rowByRow(`EXISTS (SELECT 1 FROM indicator i JOIN pilot p ON p.id = i.pilot_id WHERE i.id = m.indicator_id AND ${pilotIsSeen('p')} OFFSET 0)`)}
  ORDER BY m.on_day DESC, m.id DESC LIMIT 26`,
    'on_day DESC, id DESC',
  )

const oneProject = 'm.project_id = $6::uuid AND $6::uuid = ANY ($1::uuid[])'

/** Groups of the product's function, with what is asked of them. */
const groups = (source) =>
  `SELECT '{"data":{"programmeProgress":{"nodes":' || ${list(`
  SELECT '{"projectId":"' || project_id || '","achieved":' || ${decimal('achieved')} || ',"planned":' || ${decimal('planned')} || ',"coverage":' || ${decimal('coverage')}
    || ',"standing":"' || standing || '","pilots":' || pilots || ',"leftOut":' || left_out || ',"missing":' || missing || ',"stale":' || stale || '}'
  FROM (${source}) g ORDER BY project_id LIMIT 100`)} || '}}}'`

/** Shares of each project's pilots by weight, over the days `d` (id, thresholds, day) and the pilots' rows. */
const grouped = (projects, pilots) => `
  WITH d AS MATERIALIZED (${projects}), x AS (${pilots}), sums AS (
    SELECT project_id, sum(weight * achieved) FILTER (WHERE counted) / nullif(sum(weight) FILTER (WHERE counted), 0) AS achieved,
      sum(weight * planned) FILTER (WHERE counted) / nullif(sum(weight) FILTER (WHERE counted), 0) AS planned,
      sum(weight * coverage) FILTER (WHERE counted) / nullif(sum(weight) FILTER (WHERE counted), 0) AS coverage,
      bool_and(nothing_due) FILTER (WHERE counted) AS nothing_due, count(*) FILTER (WHERE counted) AS pilots, count(*) FILTER (WHERE NOT counted) AS left_out,
      sum(missing) FILTER (WHERE counted) AS missing, sum(stale) FILTER (WHERE counted) AS stale
    FROM x GROUP BY project_id)
  SELECT d.id AS project_id, round(s.achieved, 6) AS achieved, round(s.planned, 6) AS planned, round(s.coverage, 6) AS coverage,
    CASE WHEN coalesce(s.pilots, 0) = 0 THEN 'NOT_KNOWN' WHEN s.nothing_due THEN 'NOTHING_DUE' WHEN s.achieved - s.planned < -d.behind_threshold THEN 'BEHIND'
      WHEN s.achieved - s.planned > d.ahead_threshold THEN 'AHEAD' ELSE 'ON_PLAN' END AS standing,
    coalesce(s.pilots, 0) AS pilots, coalesce(s.left_out, 0) AS left_out, coalesce(s.missing, 0) AS missing, coalesce(s.stale, 0) AS stale
  FROM d LEFT JOIN sums s ON s.project_id = d.id`

/** The rule itself, over the measurements of pilots. */
const byRule = (ids, day) => `
  SELECT p.project_id, p.weight, r.achieved, r.planned, r.coverage, r.nothing_due, r.missing, r.counted AND p.weight > 0 AS counted, r.stale
  FROM pilot_progress_by_rule(${ids}, ${day}, now()) r JOIN pilot p ON p.id = r.pilot_id`

/** The stored row of each pilot; those that it does not answer (a day before its newest measurement) come by the rule. */
const today = groups(
  grouped(
    'SELECT id, behind_threshold, ahead_threshold, project_as_of(id) AS day FROM project WHERE id = ANY ($2::uuid[])',
    `SELECT s.project_id, s.weight, s.achieved, coalesce(s.plan_shares[width_bucket(d.day, s.plan_days)], 0) AS planned, s.coverage, width_bucket(d.day, s.plan_days) = 0 AS nothing_due, s.missing,
      coalesce(s.counts_from <= d.day, false) AND coalesce(s.counts_until > d.day, true) AND s.achieved IS NOT NULL AND s.weight > 0 AS counted,
      width_bucket(d.day, s.stale_from) AS stale
    FROM d JOIN pilot_progress s ON s.project_id = d.id AND s.shared AND s.valid_from <= d.day
    UNION ALL
    SELECT r.* FROM (SELECT d.day, array_agg(s.pilot_id) AS ids FROM d JOIN pilot_progress s ON s.project_id = d.id AND s.shared AND s.valid_from > d.day GROUP BY d.day) earlier
    CROSS JOIN LATERAL (${byRule('earlier.ids', 'earlier.day')}) r`,
  ),
)

const past = groups(
  grouped(
    'SELECT id, behind_threshold, ahead_threshold FROM project WHERE id = $4::uuid AND id = ANY ($2::uuid[])',
    byRule("ARRAY(SELECT q.id FROM d JOIN pilot q ON q.project_id = d.id WHERE q.audience <> 'OWN' AND q.archived_at IS NULL)", '$5::date'),
  ),
)

/** By scenario: the statement, and its values from the variables that the scenario's clients send. */
export const statements = {
  list: { text: partners, values: () => [] },
  tree: { text: tree, values: () => [] },
  node: { text: node, values: ({ id }) => [id] },
  pilots: { text: pilots, values: ({ after }) => keysOf(after) },
  measurements: { text: measurements('true'), values: ({ after }) => keysOf(after) },
  projectMeasurements: { text: measurements(oneProject), values: ({ after, project }) => [...keysOf(after), project] },
  today: { text: today, values: () => [] },
  past: { text: past, values: ({ project, day }) => [project, day] },
}

/** A cursor holds its order, the value and the id of the page's last row. */
const keysOf = (after) => JSON.parse(Buffer.from(after, 'base64').toString('utf8')).slice(1)
