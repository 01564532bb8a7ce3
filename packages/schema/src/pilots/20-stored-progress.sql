-- One row per pilot that answers every day from valid_from on as known now: after the newest measurement only the plan,
-- staleness and counting still depend on the day, and those are kept as days.

-- Rewrites the rows of pilots. Writers of one pilot wait for each other, in the order of ids, so that the last one to
-- commit has seen what the others wrote. Who writes many waits for all writers, and they for him: PostgreSQL has room for
-- some thousand locks of everybody together. What is planned does not depend on measurements: after those it stays.
-- Figures are kept without the zeros that a division leaves: to add up long ones takes a quarter longer.
DROP FUNCTION IF EXISTS refresh_pilot_progress(uuid[]);
CREATE OR REPLACE FUNCTION refresh_pilot_progress(pilot_ids uuid[], with_plan boolean DEFAULT true) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  pilot uuid;
  wanted uuid[];
BEGIN
  SELECT array_agg(DISTINCT id ORDER BY id) INTO wanted FROM unnest(pilot_ids) id;
  IF wanted IS NULL THEN RETURN; END IF;
  IF cardinality(wanted) > 500 THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('every pilot', 4));
  ELSE
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('every pilot', 4));
    FOREACH pilot IN ARRAY wanted LOOP
      PERFORM pg_advisory_xact_lock(hashtextextended(pilot::text, 4));
    END LOOP;
  END IF;
  DELETE FROM pilot_progress g WHERE g.pilot_id = ANY (wanted) AND NOT EXISTS (SELECT 1 FROM pilot p WHERE p.id = g.pilot_id);
  INSERT INTO pilot_progress AS stored (pilot_id, project_id, thematic_area_id, phase_id, work_package_id, partner_id, weight, shared,
    valid_from, counts_from, counts_until, achieved, coverage, missing, left_out, stale_from)
  SELECT p.id, p.project_id, p.thematic_area_id, p.phase_id, p.work_package_id, p.partner_id, trim_scale(p.weight), p.audience <> 'OWN' AND p.archived_at IS NULL,
    coalesce((SELECT max(m.on_day) FROM indicator i JOIN measurement m ON m.indicator_id = i.id
              WHERE i.pilot_id = p.id AND i.archived_at IS NULL AND m.superseded_at IS NULL AND NOT m.retracted), '0001-01-01'),
    CASE WHEN p.audience <> 'OWN' AND p.archived_at IS NULL THEN r.counts_from END, p.cancelled_on,
    trim_scale(r.achieved), trim_scale(r.coverage), r.missing, r.left_out,
    ARRAY(SELECT i.stale_from FROM indicator_figures(ARRAY[p.id], NULL, '9999-12-31', moment_now()) i WHERE i.target IS NOT NULL AND i.stale_from IS NOT NULL ORDER BY 1)
  FROM pilot p JOIN pilot_progress_by_rule(wanted, '9999-12-31', moment_now()) r ON r.pilot_id = p.id
  ON CONFLICT (pilot_id) DO UPDATE SET project_id = excluded.project_id, thematic_area_id = excluded.thematic_area_id,
    phase_id = excluded.phase_id, work_package_id = excluded.work_package_id, partner_id = excluded.partner_id, weight = excluded.weight,
    shared = excluded.shared, valid_from = excluded.valid_from, counts_from = excluded.counts_from,
    counts_until = excluded.counts_until, achieved = excluded.achieved, coverage = excluded.coverage, missing = excluded.missing,
    left_out = excluded.left_out, stale_from = excluded.stale_from;
  IF NOT with_plan THEN RETURN; END IF;
  UPDATE pilot_progress stored SET plan_days = coalesce(plan.days, '{}'), plan_shares = coalesce(plan.shares, '{}')
  FROM unnest(wanted) w (id) LEFT JOIN (
    SELECT d.pilot_id, array_agg(d.due_on ORDER BY d.due_on) AS days, array_agg(trim_scale(r.planned) ORDER BY d.due_on) AS shares
    FROM (SELECT DISTINCT i.pilot_id, t.due_on FROM indicator i JOIN target t ON t.indicator_id = i.id
          WHERE i.pilot_id = ANY (wanted) AND i.archived_at IS NULL AND t.superseded_at IS NULL AND t.value IS NOT NULL) d
    CROSS JOIN LATERAL pilot_progress_by_rule(ARRAY[d.pilot_id], d.due_on, moment_now()) r
    WHERE r.planned IS NOT NULL GROUP BY d.pilot_id) plan ON plan.pilot_id = w.id
  WHERE stored.pilot_id = w.id;
END
$$;

-- A statement's changed rows tell which pilots to refresh.
CREATE OR REPLACE FUNCTION refresh_changed_pilots() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  touched uuid[];
BEGIN
  EXECUTE format(
    'SELECT array_agg(DISTINCT %s) FROM changed c', CASE TG_TABLE_NAME
      WHEN 'pilot' THEN 'c.id'
      WHEN 'pilot_plan' THEN 'c.pilot_id'
      WHEN 'indicator' THEN 'c.pilot_id'
      ELSE '(SELECT i.pilot_id FROM indicator i WHERE i.id = c.indicator_id)' END) INTO touched;
  PERFORM refresh_pilot_progress(array_remove(touched, NULL), TG_TABLE_NAME NOT IN ('measurement', 'contributor'));
  RETURN NULL;
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['pilot', 'pilot_plan', 'indicator', 'contributor', 'target', 'measurement'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_progress_insert AFTER INSERT ON %1$s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_pilots()', name);
    EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_progress_update AFTER UPDATE ON %1$s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_pilots()', name);
    EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_progress_delete AFTER DELETE ON %1$s REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_pilots()', name);
  END LOOP;
END
$$;

-- Every shared pilot of the projects on day D: from its stored row where that holds, else by the rule. K null: as known now.
-- A pilot of weight 0 does not count.
DROP FUNCTION IF EXISTS pilots_on(uuid[], date, timestamptz);
CREATE FUNCTION pilots_on(project_ids uuid[], as_of date, known_at timestamptz)
RETURNS TABLE (
  pilot_id uuid, project_id uuid, thematic_area_id uuid, phase_id uuid, work_package_id uuid, partner_id uuid, weight numeric,
  counted boolean, achieved numeric, planned numeric, coverage numeric, nothing_due boolean, missing int, left_out int, stale int
)
LANGUAGE sql STABLE
AS $$
  -- width_bucket counts the days of a sorted array that have come.
  SELECT s.pilot_id, s.project_id, s.thematic_area_id, s.phase_id, s.work_package_id, s.partner_id, s.weight,
    coalesce(s.counts_from <= as_of, false) AND coalesce(s.counts_until > as_of, true) AND s.achieved IS NOT NULL AND s.weight > 0,
    s.achieved, coalesce(s.plan_shares[width_bucket(as_of, s.plan_days)], 0), s.coverage, width_bucket(as_of, s.plan_days) = 0,
    s.missing, s.left_out, width_bucket(as_of, s.stale_from)
  FROM pilot_progress s WHERE s.project_id = ANY (project_ids) AND s.shared AND known_at IS NULL AND s.valid_from <= as_of
  UNION ALL
  SELECT s.pilot_id, s.project_id, s.thematic_area_id, s.phase_id, s.work_package_id, s.partner_id, s.weight,
    r.counted AND s.weight > 0, r.achieved, r.planned, r.coverage, r.nothing_due, r.missing, r.left_out, r.stale
  FROM (
    SELECT array_agg(s.pilot_id) AS ids FROM pilot_progress s
    WHERE s.project_id = ANY (project_ids) AND s.shared AND s.valid_from > CASE WHEN known_at IS NULL THEN as_of ELSE '-infinity' END HAVING count(*) > 0) others
  CROSS JOIN LATERAL pilot_progress_by_rule(others.ids, as_of, coalesce(known_at, moment_now())) r
  JOIN pilot_progress s ON s.pilot_id = r.pilot_id
$$;
