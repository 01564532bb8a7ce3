-- Achieved, planned and coverage of any group, always over its pilots by weight, never a mean of means. Rounded last.
-- What holds for a day is asked once for all projects of that day, and summed before it meets the months that end on it.
-- A group's place is one array (area, phase, work package, partner, pilot): to group by five columns takes twice as long
-- (and OFFSET 0 keeps what is asked of groups from being asked of every pilot).
-- Planned once for each connection: to plan it takes a third of the time that it runs.
-- Late items are sought only when they are asked for: they need every seat's newest measurement. In plpgsql they are a
-- statement of their own, which is not even opened for whoever does not ask.
CREATE OR REPLACE FUNCTION late_places(project_ids uuid[], as_of date)
RETURNS TABLE (project_id uuid, thematic_area_id uuid, phase_id uuid, work_package_id uuid, partner_id uuid, pilot_id uuid)
LANGUAGE plpgsql STABLE
AS $$
BEGIN
  RETURN QUERY SELECT o.project_id, o.thematic_area_id, o.phase_id, o.work_package_id, o.partner_id, o.pilot_id
    FROM late_items(project_ids, as_of) o WHERE o.state = 'LATE';
END
$$;

DROP FUNCTION IF EXISTS programme_progress(uuid[], date, timestamptz, text[]);
CREATE OR REPLACE FUNCTION programme_progress(project_ids uuid[], as_of date, known_at timestamptz, by_what text[], with_late boolean DEFAULT true)
RETURNS TABLE (
  key text, project_id uuid, thematic_area_id uuid, phase_id uuid, work_package_id uuid, partner_id uuid, pilot_id uuid, month date,
  achieved numeric, planned numeric, coverage numeric, standing text, pilots int, left_out int, missing int, stale int, late int
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
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
    SELECT d.day, ARRAY(SELECT m.id FROM moment m WHERE m.day = d.day) AS ids, by_what && ARRAY['AREA', 'CELL'] AS by_area, by_what && ARRAY['PHASE', 'CELL'] AS by_phase,
      'WORK_PACKAGE' = ANY (by_what) AS by_package, 'PARTNER' = ANY (by_what) AS by_partner, 'PILOT' = ANY (by_what) AS by_pilot,
      by_what && ARRAY['AREA', 'CELL', 'PHASE', 'WORK_PACKAGE', 'PARTNER', 'PILOT'] AS by_place
    FROM unnest(ARRAY(SELECT DISTINCT m.day FROM moment m)) d (day)
  ), of_pilots AS (
    SELECT d.day, o.project_id,
      CASE WHEN d.by_place THEN ARRAY[CASE WHEN d.by_area THEN o.thematic_area_id END, CASE WHEN d.by_phase THEN o.phase_id END,
        CASE WHEN d.by_package THEN o.work_package_id END, CASE WHEN d.by_partner THEN o.partner_id END, CASE WHEN d.by_pilot THEN o.pilot_id END] END AS place,
      sum(o.weight) FILTER (WHERE o.counted) AS weight,
      sum(o.weight * o.achieved) FILTER (WHERE o.counted) AS achieved,
      sum(o.weight * o.planned) FILTER (WHERE o.counted) AS planned,
      sum(o.weight * o.coverage) FILTER (WHERE o.counted) AS coverage,
      bool_and(o.nothing_due) FILTER (WHERE o.counted) AS nothing_due,
      count(*) FILTER (WHERE o.counted) AS pilots, count(*) FILTER (WHERE NOT o.counted) AS left_out,
      sum(o.missing) FILTER (WHERE o.counted) AS missing, sum(o.stale) FILTER (WHERE o.counted) AS stale
    FROM days d CROSS JOIN LATERAL pilots_on(d.ids, d.day, known_at) o
    GROUP BY 1, 2, 3
  ), of_late AS (
    SELECT d.day, o.project_id,
      CASE WHEN d.by_place THEN ARRAY[CASE WHEN d.by_area THEN o.thematic_area_id END, CASE WHEN d.by_phase THEN o.phase_id END,
        CASE WHEN d.by_package THEN o.work_package_id END, CASE WHEN d.by_partner THEN o.partner_id END, CASE WHEN d.by_pilot THEN o.pilot_id END] END AS place,
      count(*) AS late
    FROM days d CROSS JOIN LATERAL late_places(d.ids, d.day) o WHERE with_late
    GROUP BY 1, 2, 3
  ), everything AS (
    SELECT p.*, 0 AS late FROM of_pilots p
    UNION ALL
    SELECT l.day, l.project_id, l.place, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, l.late FROM of_late l
    UNION ALL
    SELECT w.day, w.id, CASE WHEN by_what && ARRAY['AREA', 'PHASE', 'CELL'] THEN ARRAY[a.id, f.id, NULL, NULL, NULL] END, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0
    FROM (SELECT DISTINCT day, id FROM moment) w
    LEFT JOIN thematic_area a ON a.project_id = w.id AND a.archived_at IS NULL AND by_what && ARRAY['AREA', 'CELL']
    LEFT JOIN phase f ON f.project_id = w.id AND f.archived_at IS NULL AND by_what && ARRAY['PHASE', 'CELL']
    WHERE NOT by_what && ARRAY['WORK_PACKAGE', 'PARTNER', 'PILOT']
  ), summed AS (
    SELECT CASE WHEN 'PROJECT' = ANY (by_what) THEN e.project_id END AS project_id, e.place, w.month,
      sum(e.achieved) / nullif(sum(e.weight), 0) AS achieved,
      sum(e.planned) / nullif(sum(e.weight), 0) AS planned,
      sum(e.coverage) / nullif(sum(e.weight), 0) AS coverage,
      bool_and(e.nothing_due) AS nothing_due,
      sum(e.pilots)::int AS pilots, sum(e.left_out)::int AS left_out,
      coalesce(sum(e.missing), 0)::int AS missing, coalesce(sum(e.stale), 0)::int AS stale, sum(e.late)::int AS late,
      min(w.behind_threshold) AS behind, min(w.ahead_threshold) AS ahead
    FROM moment w JOIN everything e ON e.project_id = w.id AND e.day = w.day
    GROUP BY 1, 2, 3
    OFFSET 0
  ), grouped AS (
    SELECT s.*, s.place[1] AS thematic_area_id, s.place[2] AS phase_id, s.place[3] AS work_package_id, s.place[4] AS partner_id, s.place[5] AS pilot_id
    FROM summed s
    WHERE (NOT by_what && ARRAY['AREA', 'CELL'] OR s.place[1] IS NOT NULL)
      AND (NOT by_what && ARRAY['PHASE', 'CELL'] OR s.place[2] IS NOT NULL)
      AND (NOT 'WORK_PACKAGE' = ANY (by_what) OR s.place[3] IS NOT NULL)
      AND (NOT 'PARTNER' = ANY (by_what) OR s.place[4] IS NOT NULL)
      AND (NOT 'PILOT' = ANY (by_what) OR s.place[5] IS NOT NULL)
  )
  SELECT concat_ws('/', g.project_id, g.thematic_area_id, g.phase_id, g.work_package_id, g.partner_id, g.pilot_id, g.month, 'all'),
    g.project_id, g.thematic_area_id, g.phase_id, g.work_package_id, g.partner_id, g.pilot_id, g.month,
    round(g.achieved, 6), round(g.planned, 6), round(g.coverage, 6),
    CASE WHEN g.pilots = 0 THEN 'NOT_KNOWN' WHEN g.nothing_due THEN 'NOTHING_DUE'
         WHEN g.achieved - g.planned < -g.behind THEN 'BEHIND' WHEN g.achieved - g.planned > g.ahead THEN 'AHEAD' ELSE 'ON_PLAN' END,
    g.pilots, g.left_out, g.missing, g.stale, g.late
  FROM grouped g;
END
$$;
