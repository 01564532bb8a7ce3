-- Achieved, planned and coverage of any group, always over its pilots by weight, never a mean of means. Rounded last.
-- What holds for a day is asked once for all projects of that day, and summed before it meets the months that end on it.
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
    SELECT d.day, ARRAY(SELECT m.id FROM moment m WHERE m.day = d.day) AS ids FROM unnest(ARRAY(SELECT DISTINCT m.day FROM moment m)) d (day)
  ), of_pilots AS (
    SELECT d.day, o.project_id,
      CASE WHEN by_what && ARRAY['AREA', 'CELL'] THEN o.thematic_area_id END AS thematic_area_id,
      CASE WHEN by_what && ARRAY['PHASE', 'CELL'] THEN o.phase_id END AS phase_id,
      CASE WHEN 'WORK_PACKAGE' = ANY (by_what) THEN o.work_package_id END AS work_package_id,
      CASE WHEN 'PARTNER' = ANY (by_what) THEN o.partner_id END AS partner_id,
      CASE WHEN 'PILOT' = ANY (by_what) THEN o.pilot_id END AS pilot_id,
      sum(o.weight) FILTER (WHERE o.counted) AS weight,
      sum(o.weight * o.achieved) FILTER (WHERE o.counted) AS achieved,
      sum(o.weight * o.planned) FILTER (WHERE o.counted) AS planned,
      sum(o.weight * o.coverage) FILTER (WHERE o.counted) AS coverage,
      bool_and(o.nothing_due) FILTER (WHERE o.counted AND o.weight > 0) AS nothing_due,
      count(*) FILTER (WHERE o.counted AND o.weight > 0) AS pilots,
      count(*) FILTER (WHERE (o.counted AND o.weight > 0) IS NOT TRUE) AS left_out,
      sum(o.missing) FILTER (WHERE o.counted AND o.weight > 0) AS missing,
      sum(o.stale) FILTER (WHERE o.counted AND o.weight > 0) AS stale
    FROM days d CROSS JOIN LATERAL pilots_on(d.ids, d.day, known_at) o
    GROUP BY 1, 2, 3, 4, 5, 6, 7
  ), of_late AS (
    SELECT d.day, o.project_id,
      CASE WHEN by_what && ARRAY['AREA', 'CELL'] THEN o.thematic_area_id END AS thematic_area_id,
      CASE WHEN by_what && ARRAY['PHASE', 'CELL'] THEN o.phase_id END AS phase_id,
      CASE WHEN 'WORK_PACKAGE' = ANY (by_what) THEN o.work_package_id END AS work_package_id,
      CASE WHEN 'PARTNER' = ANY (by_what) THEN o.partner_id END AS partner_id,
      CASE WHEN 'PILOT' = ANY (by_what) THEN o.pilot_id END AS pilot_id,
      count(*) AS late
    FROM days d CROSS JOIN LATERAL late_items(d.ids, d.day) o WHERE with_late AND o.state = 'LATE'
    GROUP BY 1, 2, 3, 4, 5, 6, 7
  ), everything AS (
    SELECT p.*, 0 AS late FROM of_pilots p
    UNION ALL
    SELECT l.day, l.project_id, l.thematic_area_id, l.phase_id, l.work_package_id, l.partner_id, l.pilot_id,
      NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, l.late FROM of_late l
    UNION ALL
    SELECT w.day, w.id, a.id, f.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0
    FROM (SELECT DISTINCT day, id FROM moment) w
    LEFT JOIN thematic_area a ON a.project_id = w.id AND a.archived_at IS NULL AND by_what && ARRAY['AREA', 'CELL']
    LEFT JOIN phase f ON f.project_id = w.id AND f.archived_at IS NULL AND by_what && ARRAY['PHASE', 'CELL']
    WHERE NOT by_what && ARRAY['WORK_PACKAGE', 'PARTNER', 'PILOT']
  ), grouped AS (
    SELECT CASE WHEN 'PROJECT' = ANY (by_what) THEN e.project_id END AS project_id,
      e.thematic_area_id, e.phase_id, e.work_package_id, e.partner_id, e.pilot_id, w.month,
      sum(e.achieved) / nullif(sum(e.weight), 0) AS achieved,
      sum(e.planned) / nullif(sum(e.weight), 0) AS planned,
      sum(e.coverage) / nullif(sum(e.weight), 0) AS coverage,
      bool_and(e.nothing_due) AS nothing_due,
      sum(e.pilots)::int AS pilots, sum(e.left_out)::int AS left_out,
      coalesce(sum(e.missing), 0)::int AS missing, coalesce(sum(e.stale), 0)::int AS stale, sum(e.late)::int AS late,
      min(w.behind_threshold) AS behind, min(w.ahead_threshold) AS ahead
    FROM moment w JOIN everything e ON e.project_id = w.id AND e.day = w.day
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
