-- The progress rule: the one place where it is written. D is the day asked, K the moment of knowing.

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

-- Every indicator of the pilots on day D as known at K: its actual level, how far that is, how far it should be.
-- Each seat's measurements are read by themselves, in the order of their index: to sort those of all seats takes as long again.
CREATE OR REPLACE FUNCTION indicator_progress(pilot_ids uuid[], as_of date, known_at timestamptz)
RETURNS TABLE (
  indicator_id uuid, pilot_id uuid, weight numeric, actual numeric, baseline numeric, target numeric,
  raw numeric, counted numeric, planned numeric, nothing_due boolean, missing boolean, stale_from date
)
LANGUAGE sql STABLE
AS $$
  WITH RECURSIVE chosen AS (
    SELECT i.*, coalesce(i.baseline, CASE i.measure WHEN 'SCALE' THEN 1 ELSE 0 END) AS b
    FROM indicator i
    WHERE i.pilot_id = ANY (pilot_ids) AND i.archived_at IS NULL
  ), seat AS (
    SELECT c.id, c.id AS seat_id, c.indicator_id, c.until FROM contributor c JOIN chosen i ON i.id = c.indicator_id
    WHERE c.continues_id IS NULL AND c.archived_at IS NULL
    UNION ALL
    SELECT c.id, s.seat_id, c.indicator_id, c.until FROM contributor c JOIN seat s ON c.continues_id = s.id
    WHERE c.archived_at IS NULL
  ), held AS (
    SELECT s.seat_id, s.indicator_id, i.aggregation, newest.*, total.*
    FROM seat s JOIN chosen i ON i.id = s.indicator_id
    CROSS JOIN LATERAL (
      SELECT m.on_day, m.value, m.numerator, m.denominator FROM measurement m
      WHERE m.contributor_id = s.id AND NOT m.retracted AND m.on_day <= as_of AND was_known(m.recorded_at, m.superseded_at, known_at)
      ORDER BY m.on_day DESC LIMIT 1) newest
    CROSS JOIN LATERAL (
      SELECT sum(m.value) AS total, count(m.value) AS times, sum(m.numerator) AS total_numerator, sum(m.denominator) AS total_denominator FROM measurement m
      WHERE i.aggregation <> 'LATEST'
        AND m.contributor_id = s.id AND NOT m.retracted AND m.on_day <= as_of AND was_known(m.recorded_at, m.superseded_at, known_at)) total
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
      min(v.newest) AS oldest
    FROM chosen i JOIN seat_value v ON v.indicator_id = i.id
    GROUP BY i.id, i.measure, i.combination, i.aggregation, i.baseline
  ), aim AS (
    SELECT t.indicator_id, (array_agg(t.value ORDER BY t.due_on DESC))[1] AS target,
      (array_agg(t.value ORDER BY t.due_on DESC) FILTER (WHERE t.due_on <= as_of))[1] AS due
    FROM target t JOIN chosen i ON i.id = t.indicator_id
    WHERE t.value IS NOT NULL AND was_known(t.recorded_at, t.superseded_at, known_at)
    GROUP BY t.indicator_id
  )
  SELECT i.id, i.pilot_id, i.weight, l.actual, i.b, a.target,
    share_of_way(w.level, w.b, w.target, i.direction),
    CASE WHEN a.target IS NOT NULL THEN coalesce(clamp_share(share_of_way(w.level, w.b, w.target, i.direction)), 0) END,
    CASE WHEN a.target IS NOT NULL THEN coalesce(clamp_share(share_of_way(w.due, w.b, w.target, i.direction)), 0) END,
    a.due IS NULL, a.target IS NOT NULL AND l.actual IS NULL,
    (l.oldest + period_of(i.every))::date
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
  LEFT JOIN indicator_progress(pilot_ids, as_of, known_at) i ON i.pilot_id = p.id
  WHERE p.id = ANY (pilot_ids)
  GROUP BY p.id, l.starts_on
$$;
