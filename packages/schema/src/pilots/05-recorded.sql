-- What is recorded has one open row per key, and figures that are figures.
CREATE UNIQUE INDEX IF NOT EXISTS pilot_plan_open_key ON pilot_plan (pilot_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS target_open_key ON target (indicator_id, due_on) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS measurement_open_key ON measurement (contributor_id, on_day) WHERE superseded_at IS NULL AND NOT retracted;
CREATE INDEX IF NOT EXISTS measurement_rule_idx ON measurement (contributor_id, on_day)
  INCLUDE (value, numerator, denominator, recorded_at, superseded_at, retracted);
ALTER TABLE measurement DROP CONSTRAINT IF EXISTS measurement_figures_check;
ALTER TABLE measurement ADD CONSTRAINT measurement_figures_check CHECK (
  (value IS NULL) <> (numerator IS NULL) AND (numerator IS NULL) = (denominator IS NULL) AND coalesce(denominator > 0, true)
  AND coalesce(value, numerator, 0) NOT IN ('NaN', 'Infinity', '-Infinity'));
