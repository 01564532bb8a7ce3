-- Achieved, planned and coverage of any group, always over its pilots by weight, never a mean of means. Rounded last.
-- What holds for a day is asked once for all projects of that day (OFFSET 0 keeps the planner from asking it per project).
-- Late items are sought only when they are asked for: they need every seat's newest measurement.
DROP FUNCTION IF EXISTS programme_progress(uuid[], date, timestamptz, text[]);
CREATE OR REPLACE FUNCTION programme_progress(project_ids uuid[], as_of date, known_at timestamptz, by_what text[], with_late boolean DEFAULT true)
RETURNS TABLE (
  key text, project_id uuid, thematic_area_id uuid, phase_id uuid, work_package_id uuid, partner_id uuid, pilot_id uuid, month date,
  achieved numeric, planned numeric, coverage numeric, standing text, pilots int, left_out int, missing int, stale int, late int
)
LANGUAGE sql STABLE
AS $$
  WITH wanted AS (
    SELECT p.id, p.behind_threshold, p.ahead_threshold, p.starts_on, coalesce(as_of, project_as_of(p)) AS day
    FROM project p WHERE p.id = ANY (project_ids)
  ), moment AS (
    SELECT w.id, w.behind_threshold, w.ahead_threshold, w.day, NULL::date AS month FROM wanted w WHERE NOT 'MONTH' = ANY (by_what)
    UNION ALL
    SELECT w.id, w.behind_threshold, w.ahead_threshold, least((m + interval '1 month' - interval '1 day')::date, w.day), (m + interval '1 month' - interval '1 day')::date
    FROM wanted w CROSS JOIN LATERAL generate_series(date_trunc('month', w.starts_on::timestamp), w.day::timestamp, interval '1 month') m
    WHERE 'MONTH' = ANY (by_what)
  ), days AS (
    SELECT m.day, array_agg(m.id) AS ids FROM moment m GROUP BY m.day
  ), row_of_pilot AS (
    SELECT w.id AS project_id, w.month, w.behind_threshold, w.ahead_threshold, x.pilot_id, x.thematic_area_id, x.phase_id, x.work_package_id, x.partner_id,
      x.weight, x.counted AND x.weight > 0 AS counted, x.achieved, x.planned, x.coverage, x.nothing_due, x.missing, x.left_out, x.stale, 0 AS late
    FROM (
      SELECT d.day, o.*, p.project_id, p.thematic_area_id, p.phase_id, p.work_package_id, p.partner_id, p.weight
      FROM days d CROSS JOIN LATERAL pilots_on(d.ids, d.day, known_at) o JOIN pilot p ON p.id = o.pilot_id
      WHERE p.audience <> 'OWN' AND p.archived_at IS NULL OFFSET 0) x
    JOIN moment w ON w.id = x.project_id AND w.day = x.day
  ), everything AS (
    SELECT * FROM row_of_pilot
    UNION ALL
    SELECT w.id, w.month, w.behind_threshold, w.ahead_threshold, l.pilot_id, l.thematic_area_id, l.phase_id, l.work_package_id, l.partner_id,
      0, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 1
    FROM (SELECT d.day, o.* FROM days d CROSS JOIN LATERAL late_items(d.ids, d.day) o WHERE with_late AND o.state = 'LATE' OFFSET 0) l
    JOIN moment w ON w.id = l.project_id AND w.day = l.day
    UNION ALL
    SELECT w.id, w.month, w.behind_threshold, w.ahead_threshold, NULL, a.id, f.id, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0
    FROM moment w
    LEFT JOIN thematic_area a ON a.project_id = w.id AND a.archived_at IS NULL AND by_what && ARRAY['AREA', 'CELL']
    LEFT JOIN phase f ON f.project_id = w.id AND f.archived_at IS NULL AND by_what && ARRAY['PHASE', 'CELL']
    WHERE NOT by_what && ARRAY['WORK_PACKAGE', 'PARTNER', 'PILOT']
  ), grouped AS (
    SELECT
      CASE WHEN 'PROJECT' = ANY (by_what) THEN e.project_id END AS project_id,
      CASE WHEN by_what && ARRAY['AREA', 'CELL'] THEN e.thematic_area_id END AS thematic_area_id,
      CASE WHEN by_what && ARRAY['PHASE', 'CELL'] THEN e.phase_id END AS phase_id,
      CASE WHEN 'WORK_PACKAGE' = ANY (by_what) THEN e.work_package_id END AS work_package_id,
      CASE WHEN 'PARTNER' = ANY (by_what) THEN e.partner_id END AS partner_id,
      CASE WHEN 'PILOT' = ANY (by_what) THEN e.pilot_id END AS pilot_id,
      e.month,
      sum(e.weight * e.achieved) FILTER (WHERE e.counted) / nullif(sum(e.weight) FILTER (WHERE e.counted), 0) AS achieved,
      sum(e.weight * e.planned) FILTER (WHERE e.counted) / nullif(sum(e.weight) FILTER (WHERE e.counted), 0) AS planned,
      sum(e.weight * e.coverage) FILTER (WHERE e.counted) / nullif(sum(e.weight) FILTER (WHERE e.counted), 0) AS coverage,
      bool_and(e.nothing_due) FILTER (WHERE e.counted) AS nothing_due,
      (count(*) FILTER (WHERE e.counted))::int AS pilots,
      (count(*) FILTER (WHERE NOT e.counted))::int AS left_out,
      coalesce(sum(e.missing) FILTER (WHERE e.counted), 0)::int AS missing,
      coalesce(sum(e.stale) FILTER (WHERE e.counted), 0)::int AS stale,
      sum(e.late)::int AS late,
      min(e.behind_threshold) AS behind, min(e.ahead_threshold) AS ahead
    FROM everything e
    WHERE (NOT by_what && ARRAY['AREA', 'CELL'] OR e.thematic_area_id IS NOT NULL)
      AND (NOT by_what && ARRAY['PHASE', 'CELL'] OR e.phase_id IS NOT NULL)
      AND (NOT 'WORK_PACKAGE' = ANY (by_what) OR e.work_package_id IS NOT NULL)
      AND (NOT 'PARTNER' = ANY (by_what) OR e.partner_id IS NOT NULL)
      AND (NOT 'PILOT' = ANY (by_what) OR e.pilot_id IS NOT NULL)
    GROUP BY 1, 2, 3, 4, 5, 6, 7
  )
  SELECT concat_ws('/', g.project_id, g.thematic_area_id, g.phase_id, g.work_package_id, g.partner_id, g.pilot_id, g.month, 'all'),
    g.project_id, g.thematic_area_id, g.phase_id, g.work_package_id, g.partner_id, g.pilot_id, g.month,
    round(g.achieved, 6), round(g.planned, 6), round(g.coverage, 6),
    CASE WHEN g.pilots = 0 THEN 'NOT_KNOWN' WHEN g.nothing_due THEN 'NOTHING_DUE'
         WHEN g.achieved - g.planned < -g.behind THEN 'BEHIND' WHEN g.achieved - g.planned > g.ahead THEN 'AHEAD' ELSE 'ON_PLAN' END,
    g.pilots, g.left_out, g.missing, g.stale, g.late
  FROM grouped g
$$;
