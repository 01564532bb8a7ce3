-- What the servers that stand beside the gateway need in the database they run on.

-- Recording one measurement by hand: the steps of recordMeasurements (rights, faults, progress before and after) in one call.
CREATE FUNCTION bench_record(author uuid, seat uuid, day date, figure numeric) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  s record;
  made uuid := gen_random_uuid();
  before numeric;
  after record;
BEGIN
  PERFORM set_config('app.user_id', author::text, true);
  SELECT c.project_id, c.indicator_id, i.pilot_id, i.measure, i.scale_max, c.since, c.until, project_today(c.project_id) AS today,
      EXISTS (SELECT 1 FROM membership m WHERE m.user_id = author AND m.partner_id IN (p.partner_id, c.partner_id) AND m.role = 'PARTNER' AND m.archived_at IS NULL) AS writable
    INTO s FROM contributor c JOIN indicator i ON i.id = c.indicator_id JOIN pilot p ON p.id = i.pilot_id
    WHERE c.id = seat AND c.archived_at IS NULL AND i.archived_at IS NULL;
  IF s.writable IS NOT TRUE THEN RAISE EXCEPTION 'not yours'; END IF;
  IF day > s.today OR day < s.since OR day >= s.until OR s.measure <> 'NUMBER' OR figure IS NULL THEN RAISE EXCEPTION 'bad input'; END IF;
  IF EXISTS (SELECT 1 FROM measurement m WHERE m.contributor_id = seat AND m.on_day = day AND m.superseded_at IS NULL AND NOT m.retracted) THEN
    RAISE EXCEPTION 'measured already';
  END IF;
  SELECT r.achieved INTO before FROM pilot_progress_by_rule(ARRAY[s.pilot_id], project_as_of(s.project_id), clock_timestamp()) r;
  INSERT INTO measurement (id, version, project_id, indicator_id, contributor_id, on_day, value, retracted, recorded_at, recorded_by_id)
  VALUES (made, 1, s.project_id, s.indicator_id, seat, day, figure, false, clock_timestamp(), author);
  SELECT r.achieved, r.planned INTO after FROM pilot_progress_by_rule(ARRAY[s.pilot_id], project_as_of(s.project_id), clock_timestamp()) r;
  RETURN json_build_object('recorded', 1, 'ids', json_build_array(made), 'changes', json_build_array(json_build_object(
    'pilotId', s.pilot_id, 'before', before, 'after', after.achieved, 'planned', after.planned)));
END
$$;

-- PostGraphile runs as a role that sees rows by policies; who asks comes as settings of the transaction.
CREATE FUNCTION bench_ids(setting text) RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('bench.' || setting, true), '')::uuid[] $$;

DO $$
DECLARE
  name text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'bench_reader') THEN CREATE ROLE bench_reader; END IF;
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO bench_reader;
  FOREACH name IN ARRAY ARRAY['partner', 'indicator', 'measurement', 'contributor', 'target'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY seen ON %I FOR SELECT TO bench_reader USING (project_id = ANY ((SELECT bench_ids(''visible''))::uuid[]))', name);
  END LOOP;
  ALTER TABLE project ENABLE ROW LEVEL SECURITY;
  CREATE POLICY seen ON project FOR SELECT TO bench_reader USING (id = ANY ((SELECT bench_ids('visible'))::uuid[]));
  ALTER TABLE pilot ENABLE ROW LEVEL SECURITY;
  CREATE POLICY seen ON pilot FOR SELECT TO bench_reader USING (project_id = ANY ((SELECT bench_ids('visible'))::uuid[])
    AND (audience = 'PUBLIC' OR audience = 'PROJECT' AND project_id = ANY ((SELECT bench_ids('members'))::uuid[]) OR partner_id = ANY ((SELECT bench_ids('partners'))::uuid[])));
END
$$;

CREATE TYPE bench_group AS (project_id uuid, achieved numeric, planned numeric, coverage numeric, standing text, pilots int, left_out int, missing int, stale int);

-- The product's progress for PostGraphile: of all projects that the person is a member of, or of one of them.
CREATE FUNCTION bench_progress(one uuid DEFAULT NULL, as_of date DEFAULT NULL) RETURNS SETOF bench_group LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT g.project_id, g.achieved, g.planned, g.coverage, g.standing, g.pilots, g.left_out, g.missing, g.stale
  FROM programme_progress(ARRAY(SELECT p FROM unnest(bench_ids('members')) p WHERE one IS NULL OR p = one), as_of, NULL, '{PROJECT}') g ORDER BY g.project_id
$$;

-- And its way of recording: the function above, as the person of the transaction.
CREATE FUNCTION bench_record_mine(seat uuid, day date, figure numeric) RETURNS json LANGUAGE sql VOLATILE SECURITY DEFINER AS $$
  SELECT bench_record((bench_ids('person'))[1], seat, day, figure)
$$;
