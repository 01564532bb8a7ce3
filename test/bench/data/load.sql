-- The rows of a data set, made inside PostgreSQL; how many is said by settings of the session (bench.*).
-- Triggers and foreign keys are off meanwhile (session_replication_role); the stored progress is written afterwards.

-- Identities in the order of their making, as UUIDs of version 7 are.
CREATE FUNCTION pg_temp.made(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid
$$;
CREATE FUNCTION pg_temp.size(name text) RETURNS int LANGUAGE sql STABLE AS $$ SELECT current_setting('bench.' || name)::int $$;
-- The first of the month of the first measurement, and the first of this month.
CREATE FUNCTION pg_temp.begin_day() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (date_trunc('month', now()) - make_interval(months => pg_temp.size('measurements')))::date
$$;
CREATE FUNCTION pg_temp.words(n bigint, how_many int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg((ARRAY['cluster','skills','export','region','supply','water','design','firms','energy','tourism','study','network',
    'training','wood','maritime','food','voucher','green','digital','care'])[1 + abs(hashint8(n * 31 + i)) % 20], ' ' ORDER BY i) FROM generate_series(1, how_many) i
$$;

INSERT INTO project (id, created_at, updated_at, acronym, title, starts_on, ends_on, behind_threshold, ahead_threshold)
SELECT pg_temp.made(1, n), now(), now(), 'P' || lpad(n::text, 4, '0'), initcap(pg_temp.words(n, 5)), pg_temp.begin_day(),
  (pg_temp.begin_day() + make_interval(months => pg_temp.size('measurements') + 24))::date, 0.1, 0.3
FROM generate_series(1, pg_temp.size('projects')) n;

INSERT INTO thematic_area (id, created_at, updated_at, number, title, project_id)
SELECT pg_temp.made(2, (p - 1) * 4 + a), now(), now(), a, jsonb_build_object('en', initcap(pg_temp.words(a, 2))), pg_temp.made(1, p)
FROM generate_series(1, pg_temp.size('projects')) p, generate_series(1, 4) a;

INSERT INTO phase (id, created_at, updated_at, number, title, project_id)
SELECT pg_temp.made(3, (p - 1) * 3 + f), now(), now(), f, jsonb_build_object('en', 'Phase ' || f), pg_temp.made(1, p)
FROM generate_series(1, pg_temp.size('projects')) p, generate_series(1, 3) f;

INSERT INTO work_package (id, created_at, updated_at, number, title, project_id)
SELECT pg_temp.made(4, (p - 1) * 5 + w), now(), now(), w, initcap(pg_temp.words(w, 3)), pg_temp.made(1, p)
FROM generate_series(1, pg_temp.size('projects')) p, generate_series(1, 5) w;

INSERT INTO partner (id, created_at, updated_at, number, position, name, english_name, acronym, role, country, city, website, project_id)
SELECT pg_temp.made(5, (p - 1) * 25 + n), now(), now(), n, n, initcap(pg_temp.words(p * 100 + n, 4)), initcap(pg_temp.words(p * 100 + n, 3)),
  CASE WHEN n % 5 > 0 THEN upper(left(md5((p * 100 + n)::text), 4)) END,
  CASE n WHEN 1 THEN 'LEAD_PARTNER' ELSE 'PARTNER' END, (ARRAY['IT', 'GR', 'SI', 'HU', 'RO', 'BG', 'AT', 'HR'])[1 + n % 8],
  initcap(pg_temp.words(n, 1)), 'https://partner-' || n || '.example.org', pg_temp.made(1, p)
FROM generate_series(1, pg_temp.size('projects')) p, generate_series(1, 25) n;

INSERT INTO pilot (id, created_at, updated_at, title, summary, status, weight, audience, started_on, started_on_precision, project_id, partner_id, work_package_id, thematic_area_id, phase_id)
SELECT pg_temp.made(6, g), now(), now(), initcap(pg_temp.words(g, 3)) || ' ' || g, pg_temp.words(g, 20), CASE WHEN g % 4 = 0 THEN 'COMPLETED' ELSE 'RUNNING' END, 1 + g % 3,
  CASE WHEN g % 7 = 0 THEN 'PUBLIC' ELSE 'PROJECT' END, pg_temp.begin_day() + (g % 200)::int, 'DAY',
  pg_temp.made(1, p), pg_temp.made(5, (p - 1) * 25 + 1 + n % 25), pg_temp.made(4, (p - 1) * 5 + 1 + n % 5),
  pg_temp.made(2, (p - 1) * 4 + 1 + n % 4), pg_temp.made(3, (p - 1) * 3 + 1 + n % 3)
FROM generate_series(1, pg_temp.size('projects')) p, generate_series(0, pg_temp.size('pilots') - 1) n, LATERAL (SELECT (p - 1) * pg_temp.size('pilots') + n + 1 AS g) made;

INSERT INTO pilot_plan (id, recorded_at, starts_on, ends_on, project_id, pilot_id)
SELECT id, now(), started_on, started_on + 2000, project_id, id FROM pilot;

INSERT INTO indicator (id, created_at, updated_at, position, title, unit, measure, aggregation, combination, direction, baseline, weight, every, project_id, pilot_id)
SELECT pg_temp.made(7, g), now(), now(), k, initcap(pg_temp.words(g, 4)), (ARRAY['firms', 'days', 'EUR'])[1 + k % 3], 'NUMBER',
  CASE WHEN k % 2 = 0 THEN 'SUM' ELSE 'LATEST' END, 'SUM', 'MORE', 0, 1, 'MONTH', project_id, id
FROM (SELECT p.*, row_number() OVER (ORDER BY id) AS n FROM pilot p) p, generate_series(1, pg_temp.size('indicators')) k,
  LATERAL (SELECT (p.n - 1) * pg_temp.size('indicators') + k AS g) made;

INSERT INTO contributor (id, created_at, updated_at, project_id, indicator_id, partner_id)
SELECT i.id, now(), now(), i.project_id, i.id, p.partner_id FROM indicator i JOIN pilot p ON p.id = i.pilot_id;

INSERT INTO target (id, recorded_at, due_on, value, project_id, indicator_id)
SELECT pg_temp.made(8, i.n * 4 + y), now(), (pg_temp.begin_day() + make_interval(months => pg_temp.size('measurements') * y / 3))::date, 1000 * y, i.project_id, i.id
FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM indicator) i, generate_series(1, 4) y;

INSERT INTO measurement (id, recorded_at, on_day, value, source, retracted, project_id, recorded_by_id, indicator_id, contributor_id)
SELECT pg_temp.made(9, (m - 1) * i.many + i.n), d.day + interval '3 days 10 hours', d.day,
  CASE WHEN i.aggregation = 'SUM' THEN 1 + (i.n + m) % 90 ELSE m * 60 + i.n % 50 END, 'Register, page ' || (i.n + m) % 400, false,
  i.project_id, pg_temp.made(10, 1), i.id, i.id
FROM generate_series(1, pg_temp.size('measurements')) m,
  LATERAL (SELECT (pg_temp.begin_day() + make_interval(months => m - 1))::date AS day) d,
  (SELECT *, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS many FROM indicator) i
ORDER BY m, i.n;

INSERT INTO deliverable (id, created_at, updated_at, title, due_on, handed_in_on, project_id, work_package_id)
SELECT pg_temp.made(11, (p - 1) * 20 + n), now(), now(), initcap(pg_temp.words(n, 3)), d.due, CASE WHEN n % 10 > 0 AND d.due < now() THEN d.due END,
  pg_temp.made(1, p), pg_temp.made(4, (p - 1) * 5 + 1 + n % 5)
FROM generate_series(1, pg_temp.size('projects')) p, generate_series(1, 20) n, LATERAL (SELECT (pg_temp.begin_day() + make_interval(months => n * 3))::date AS due) d;

-- One person who is in every project a member, for its second partner, with a session whose cookie value the bench knows.
INSERT INTO app_user (id, created_at, updated_at, display_name, email) VALUES (pg_temp.made(10, 1), now(), now(), 'Bench', 'bench@example.org');
INSERT INTO membership (id, created_at, updated_at, role, project_id, partner_id, user_id)
SELECT pg_temp.made(12, n), now(), now(), 'PARTNER', pg_temp.made(1, n), pg_temp.made(5, (n - 1) * 25 + 2), pg_temp.made(10, 1) FROM generate_series(1, pg_temp.size('projects')) n;
INSERT INTO session (id, created_at, seen_at, expires_at, token_hash, user_id)
VALUES (pg_temp.made(13, 1), now(), now(), now() + interval '10 years', current_setting('bench.token_hash'), pg_temp.made(10, 1));
