-- The progress rule: the one place where it is written. D is the day asked, K the moment of knowing.

DROP FUNCTION IF EXISTS indicator_progress(uuid[], date, timestamptz);

-- How long one period of measuring is.
CREATE OR REPLACE FUNCTION period_of(every text) RETURNS interval
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE every WHEN 'MONTH' THEN interval '1 month' WHEN 'QUARTER' THEN interval '3 months'
                    WHEN 'HALF_YEAR' THEN interval '6 months' WHEN 'YEAR' THEN interval '1 year' END
$$;

-- A level as it counts: where a band is best, how far outside it is (0 within); else the level itself.
CREATE OR REPLACE FUNCTION outside_band(level numeric, low numeric, high numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN low IS NULL OR level IS NULL THEN level ELSE greatest(low - level, level - high, 0) END
$$;

-- How far a level is from baseline b to target t, right in every direction; not clamped.
CREATE OR REPLACE FUNCTION share_of_way(level numeric, b numeric, t numeric, direction text) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN level IS NULL OR t IS NULL THEN NULL
              WHEN t = b THEN CASE WHEN (direction = 'MORE' AND level >= t) OR (direction <> 'MORE' AND level <= t) THEN 1 ELSE 0 END
              ELSE (level - b) / (t - b) END
$$;

CREATE OR REPLACE FUNCTION clamp_share(share numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT least(greatest(share, 0), 1) $$;

-- What was written down by K and held then.
CREATE OR REPLACE FUNCTION was_known(recorded_at timestamptz, superseded_at timestamptz, known_at timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT recorded_at <= known_at AND (superseded_at IS NULL OR superseded_at > known_at) $$;

-- The indicators that count in pilots, or those that are named, counting or not. Whichever is not asked is folded away.
CREATE OR REPLACE FUNCTION chosen_indicators(pilot_ids uuid[], indicator_ids uuid[]) RETURNS SETOF indicator
LANGUAGE sql STABLE
AS $$
  SELECT i.* FROM indicator i
  WHERE (pilot_ids IS NOT NULL AND i.pilot_id = ANY (pilot_ids) AND i.archived_at IS NULL) OR (indicator_ids IS NOT NULL AND i.id = ANY (indicator_ids))
$$;

-- Their contributors, each with the seat that it holds: a successor goes on in the seat of the first one. A seat has one
-- successor at most; said so (LIMIT), it is looked up by its index, where the planner would read all contributors each time.
CREATE OR REPLACE FUNCTION indicator_seats(pilot_ids uuid[], indicator_ids uuid[]) RETURNS TABLE (contributor_id uuid, seat_id uuid, indicator_id uuid)
LANGUAGE sql STABLE
AS $$
  WITH RECURSIVE seat AS (
    SELECT c.id, c.id AS seat_id, c.indicator_id FROM contributor c JOIN chosen_indicators(pilot_ids, indicator_ids) i ON i.id = c.indicator_id
    WHERE c.continues_id IS NULL AND c.archived_at IS NULL
    UNION ALL
    SELECT next.id, s.seat_id, s.indicator_id FROM seat s
    CROSS JOIN LATERAL (SELECT c.id FROM contributor c WHERE c.continues_id = s.id AND c.indicator_id = s.indicator_id AND c.archived_at IS NULL LIMIT 1) next
  )
  SELECT s.id, s.seat_id, s.indicator_id FROM seat s
$$;

-- Indicators on day D as known at K: the actual level, how far that is, how far it should be, and against the target due.
-- Each seat's measurements are read by themselves, in the order of their index: to sort those of all seats takes as long again.
CREATE OR REPLACE FUNCTION indicator_figures(pilot_ids uuid[], indicator_ids uuid[], as_of date, known_at timestamptz)
RETURNS TABLE (
  indicator_id uuid, pilot_id uuid, weight numeric, actual numeric, numerator numeric, denominator numeric, measured_on date, stale_from date,
  baseline numeric, target numeric, target_on date, due numeric, due_on date, aim numeric, met boolean,
  raw numeric, counted numeric, planned numeric, nothing_due boolean, missing boolean
)
LANGUAGE sql STABLE
AS $$
  WITH chosen AS (
    SELECT i.*, coalesce(i.baseline, CASE i.measure WHEN 'SCALE' THEN 1 ELSE 0 END) AS b FROM chosen_indicators(pilot_ids, indicator_ids) i
  ), held AS (
    SELECT s.seat_id, s.indicator_id, i.aggregation, newest.*, total.*
    FROM indicator_seats(pilot_ids, indicator_ids) s JOIN chosen i ON i.id = s.indicator_id
    CROSS JOIN LATERAL (
      SELECT m.on_day, m.value, m.numerator, m.denominator FROM measurement m
      WHERE m.contributor_id = s.contributor_id AND NOT m.retracted AND m.on_day <= as_of AND was_known(m.recorded_at, m.superseded_at, known_at)
      ORDER BY m.on_day DESC LIMIT 1) newest
    CROSS JOIN LATERAL (
      SELECT sum(m.value) AS total, count(m.value) AS times, sum(m.numerator) AS total_numerator, sum(m.denominator) AS total_denominator FROM measurement m
      WHERE i.aggregation <> 'LATEST'
        AND m.contributor_id = s.contributor_id AND NOT m.retracted AND m.on_day <= as_of AND was_known(m.recorded_at, m.superseded_at, known_at)) total
  ), seat_value AS (
    SELECT h.seat_id, h.indicator_id, max(h.on_day) AS newest,
      CASE h.aggregation WHEN 'SUM' THEN sum(h.total) WHEN 'AVERAGE' THEN sum(h.total) / nullif(sum(h.times), 0) ELSE (array_agg(h.value ORDER BY h.on_day DESC))[1] END AS value,
      CASE h.aggregation WHEN 'SUM' THEN sum(h.total_numerator) ELSE (array_agg(h.numerator ORDER BY h.on_day DESC))[1] END AS numerator,
      CASE h.aggregation WHEN 'SUM' THEN sum(h.total_denominator) ELSE (array_agg(h.denominator ORDER BY h.on_day DESC))[1] END AS denominator
    FROM held h
    GROUP BY h.seat_id, h.indicator_id, h.aggregation
  ), level AS (
    SELECT i.id,
      CASE i.measure WHEN 'RATIO' THEN sum(v.numerator) / nullif(sum(v.denominator), 0)
        ELSE CASE i.combination WHEN 'AVERAGE' THEN avg(v.value) ELSE sum(v.value) END
             + CASE WHEN i.aggregation = 'SUM' THEN coalesce(i.baseline, 0) ELSE 0 END
      END AS actual,
      sum(v.numerator) AS numerator, sum(v.denominator) AS denominator, max(v.newest) AS newest, min(v.newest) AS oldest
    FROM chosen i JOIN seat_value v ON v.indicator_id = i.id
    GROUP BY i.id, i.measure, i.combination, i.aggregation, i.baseline
  ), aim AS (
    SELECT t.indicator_id, (array_agg(t.value ORDER BY t.due_on DESC))[1] AS target, max(t.due_on) AS target_on,
      (array_agg(t.value ORDER BY t.due_on DESC) FILTER (WHERE t.due_on <= as_of))[1] AS due, max(t.due_on) FILTER (WHERE t.due_on <= as_of) AS due_on
    FROM target t JOIN chosen i ON i.id = t.indicator_id
    WHERE t.value IS NOT NULL AND was_known(t.recorded_at, t.superseded_at, known_at)
    GROUP BY t.indicator_id
  )
  SELECT i.id, i.pilot_id, i.weight, l.actual, l.numerator, l.denominator, l.newest, (l.oldest + period_of(i.every))::date,
    i.b, a.target, a.target_on, a.due, a.due_on,
    CASE WHEN i.direction = 'BAND' AND w.due = 0 AND l.actual IS NOT NULL THEN least(greatest(l.actual, i.band_low), i.band_high) ELSE a.due END,
    CASE WHEN i.direction = 'MORE' THEN w.level >= w.due ELSE w.level <= w.due END,
    share_of_way(w.level, w.b, w.target, i.direction),
    CASE WHEN a.target IS NOT NULL THEN coalesce(clamp_share(share_of_way(w.level, w.b, w.target, i.direction)), 0) END,
    CASE WHEN a.target IS NOT NULL THEN coalesce(clamp_share(share_of_way(w.due, w.b, w.target, i.direction)), 0) END,
    a.due IS NULL, a.target IS NOT NULL AND l.actual IS NULL
  FROM chosen i LEFT JOIN level l ON l.id = i.id LEFT JOIN aim a ON a.indicator_id = i.id
  CROSS JOIN LATERAL (
    SELECT outside_band(l.actual, i.band_low, i.band_high) AS level, outside_band(i.b, i.band_low, i.band_high) AS b,
      outside_band(a.target, i.band_low, i.band_high) AS target, outside_band(a.due, i.band_low, i.band_high) AS due) w
$$;

-- A pilot's progress on day D as known at K, from its measurements. It counts from the earlier of its real and its planned
-- start (plan known at K) on.
-- ROWS: a function that is thought to answer for few pilots is joined by their keys and not by reading all pilots.
DROP FUNCTION IF EXISTS pilot_counts_from(uuid, timestamptz);
DROP FUNCTION IF EXISTS pilot_progress_by_rule(uuid[], date, timestamptz);
CREATE FUNCTION pilot_progress_by_rule(pilot_ids uuid[], as_of date, known_at timestamptz)
RETURNS TABLE (
  pilot_id uuid, counts_from date, counted boolean, achieved numeric, planned numeric, coverage numeric,
  nothing_due boolean, missing int, left_out int, stale int
)
LANGUAGE sql STABLE ROWS 50
AS $$
  SELECT p.id, least(p.started_on, l.starts_on),
    p.audience <> 'OWN' AND p.archived_at IS NULL AND coalesce(least(p.started_on, l.starts_on) <= as_of, false)
      AND coalesce(p.cancelled_on > as_of, true) AND coalesce(sum(i.weight) FILTER (WHERE i.target IS NOT NULL), 0) > 0,
    sum(i.weight * i.counted) / nullif(sum(i.weight) FILTER (WHERE i.target IS NOT NULL), 0),
    sum(i.weight * i.planned) / nullif(sum(i.weight) FILTER (WHERE i.target IS NOT NULL), 0),
    coalesce(sum(i.weight) FILTER (WHERE i.target IS NOT NULL AND NOT i.missing), 0) / nullif(sum(i.weight) FILTER (WHERE i.target IS NOT NULL), 0),
    coalesce(bool_and(i.nothing_due) FILTER (WHERE i.target IS NOT NULL), true),
    (count(*) FILTER (WHERE i.missing))::int,
    (count(*) FILTER (WHERE i.indicator_id IS NOT NULL AND i.target IS NULL))::int,
    (count(*) FILTER (WHERE i.target IS NOT NULL AND i.stale_from <= as_of))::int
  FROM pilot p
  LEFT JOIN LATERAL (
    SELECT l.starts_on FROM pilot_plan l
    WHERE l.pilot_id = p.id AND was_known(l.recorded_at, l.superseded_at, known_at)
    ORDER BY l.recorded_at DESC LIMIT 1) l ON true
  LEFT JOIN indicator_figures(pilot_ids, NULL, as_of, known_at) i ON i.pilot_id = p.id
  WHERE p.id = ANY (pilot_ids)
  GROUP BY p.id, l.starts_on
$$;

-- One indicator's figures, as its pages show them. Without a day: the day that its project is seen as of. Without a moment: now.
CREATE OR REPLACE FUNCTION indicator_standing(indicator uuid, project uuid, as_of date, known_at timestamptz)
RETURNS TABLE (
  level numeric, numerator numeric, denominator numeric, measured_on date, stale boolean, baseline numeric, target numeric, target_due_on date,
  last_target numeric, last_target_due_on date, aim numeric, met boolean, achieved numeric, planned numeric
)
LANGUAGE sql STABLE
AS $$
  SELECT f.actual, f.numerator, f.denominator, f.measured_on, coalesce(f.stale_from <= d.day, false), f.baseline, f.due, f.due_on,
    f.target, f.target_on, f.aim, f.met, f.counted, f.planned
  FROM (SELECT coalesce(as_of, project_as_of(p)) AS day FROM project p WHERE p.id = project OFFSET 0) d
  CROSS JOIN LATERAL indicator_figures(NULL, ARRAY[indicator], d.day, coalesce(known_at, 'infinity')) f
$$;

-- The days on which an indicator was measured, with the mean over the seats that were measured on that very day.
CREATE OR REPLACE FUNCTION indicator_days(indicator uuid, as_of date, known_at timestamptz) RETURNS TABLE (on_day date, mean numeric)
LANGUAGE sql STABLE
AS $$
  SELECT m.on_day, coalesce(sum(m.numerator) / sum(m.denominator), avg(m.value))
  FROM indicator_seats(NULL, ARRAY[indicator]) s JOIN measurement m ON m.contributor_id = s.contributor_id
  WHERE NOT m.retracted AND m.on_day <= as_of AND was_known(m.recorded_at, m.superseded_at, known_at)
  GROUP BY m.on_day
$$;

-- These days as rows of a list. The level after a day is asked of indicator_figures for the rows that are shown only.
DROP FUNCTION IF EXISTS indicator_series(uuid, uuid, date, timestamptz);
CREATE FUNCTION indicator_series(indicator uuid, project uuid, as_of date, known_at timestamptz)
RETURNS TABLE (on_day date, mean numeric, indicator_id uuid, known_at_moment timestamptz)
LANGUAGE sql STABLE
AS $$
  SELECT m.on_day, m.mean, indicator, coalesce(known_at, 'infinity')
  FROM (SELECT coalesce(as_of, project_as_of(p)) AS day FROM project p WHERE p.id = project OFFSET 0) d
  CROSS JOIN LATERAL indicator_days(indicator, d.day, coalesce(known_at, 'infinity')) m
$$;

-- What each seat of an indicator showed in a period as known now: the newest value where the newest counts, else the mean of
-- its measurements; a ratio is always counted over out of.
CREATE OR REPLACE FUNCTION indicator_seat_values(indicator uuid, from_day date, until_day date) RETURNS TABLE (seat_id uuid, value numeric)
LANGUAGE sql STABLE
AS $$
  SELECT p.seat_id, coalesce(sum(p.numerator) / sum(p.denominator), avg(p.value))
  FROM (
    SELECT s.seat_id, m.value, m.numerator, m.denominator, i.aggregation, row_number() OVER (PARTITION BY s.seat_id ORDER BY m.on_day DESC) AS age
    FROM indicator i CROSS JOIN indicator_seats(NULL, ARRAY[i.id]) s JOIN measurement m ON m.contributor_id = s.contributor_id
    WHERE i.id = indicator AND m.superseded_at IS NULL AND NOT m.retracted
      AND m.on_day BETWEEN coalesce(from_day, '-infinity') AND coalesce(until_day, 'infinity')) p
  WHERE p.aggregation <> 'LATEST' OR p.age = 1
  GROUP BY p.seat_id
$$;
