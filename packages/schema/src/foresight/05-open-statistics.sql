-- One figure in force for a region, measure, division and year of a project; by it a region's position is read.
CREATE UNIQUE INDEX IF NOT EXISTS regional_statistic_open_key ON regional_statistic (project_id, measure, year, region_id, division) WHERE superseded_at IS NULL;
ALTER TABLE regional_statistic DROP CONSTRAINT IF EXISTS regional_statistic_value_check;
ALTER TABLE regional_statistic ADD CONSTRAINT regional_statistic_value_check CHECK (value >= 0 AND value NOT IN ('NaN', 'Infinity'));
