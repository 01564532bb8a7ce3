-- The figure of a value: that of the measurement in force for the seat and day of the one it names, else its own.
-- A measurement that was retracted leaves it missing.
CREATE OR REPLACE FUNCTION benchmark_figure(own numeric, measurement uuid) RETURNS numeric
LANGUAGE sql STABLE
AS $$
  SELECT CASE WHEN measurement IS NULL THEN own ELSE (
    SELECT coalesce(n.value, n.numerator / n.denominator) FROM measurement m
    JOIN measurement n ON n.contributor_id = m.contributor_id AND n.on_day = m.on_day AND n.superseded_at IS NULL AND NOT n.retracted
    WHERE m.id = measurement) END
$$;

-- All that an edition freezes of a benchmark, always in the same order.
CREATE OR REPLACE FUNCTION benchmark_data(benchmark uuid) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object(
    'indicators', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title, 'unit', i.unit, 'definition', i.definition, 'direction', i.direction,
        'weight', trim_scale(i.weight), 'goalpostLow', trim_scale(i.goalpost_low), 'goalpostHigh', trim_scale(i.goalpost_high), 'source', i.source)
        || jsonb_strip_nulls(jsonb_build_object('bandLow', trim_scale(i.band_low), 'bandHigh', trim_scale(i.band_high), 'pillarId', i.pillar_id,
          'denominatorId', i.denominator_id, 'per', trim_scale(i.per)))
        ORDER BY i.position, i.title, i.id), '[]')
      FROM benchmark_indicator i WHERE i.benchmark_id = benchmark AND i.archived_at IS NULL),
    'pillars', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'definition', p.definition, 'weight', trim_scale(p.weight))
        || jsonb_strip_nulls(jsonb_build_object('aboveId', p.above_id)) ORDER BY p.position, p.title, p.id), '[]')
      FROM benchmark_pillar p WHERE p.benchmark_id = benchmark AND p.archived_at IS NULL),
    'entries', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'kind', e.kind, 'description', e.description, 'pilotId', e.pilot_id,
        'regionCode', r.code, 'regionName', r.name, 'regionPerformance', r.performance, 'thematicAreaId', e.thematic_area_id,
        'thematicArea', a.title, 'source', e.source, 'sourceLink', e.source_link) ORDER BY e.title, e.id), '[]')
      FROM benchmark_entry e LEFT JOIN region r ON r.id = e.region_id LEFT JOIN thematic_area a ON a.id = e.thematic_area_id
      WHERE e.benchmark_id = benchmark AND e.archived_at IS NULL),
    'values', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('entryId', v.entry_id, 'indicatorId', v.indicator_id,
        'value', trim_scale(benchmark_figure(v.value, v.measurement_id)), 'measurementId', n.id, 'onDay', coalesce(n.on_day, v.on_day),
        'source', coalesce(v.source, n.source), 'sourceLink', v.source_link) ORDER BY e.title, e.id, i.position, i.title, i.id), '[]')
      FROM benchmark_value v
      JOIN benchmark_entry e ON e.id = v.entry_id AND e.archived_at IS NULL
      JOIN benchmark_indicator i ON i.id = v.indicator_id AND i.archived_at IS NULL
      LEFT JOIN measurement m ON m.id = v.measurement_id
      LEFT JOIN measurement n ON n.contributor_id = m.contributor_id AND n.on_day = m.on_day AND n.superseded_at IS NULL AND NOT n.retracted
      WHERE e.benchmark_id = benchmark AND v.archived_at IS NULL))
$$;

-- Of frozen data, what a computation rests on: figures and where they were measured, not words.
CREATE OR REPLACE FUNCTION benchmark_figures(frozen jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
  SELECT jsonb_build_array(
    (SELECT jsonb_agg(i - '{title,unit,definition,source}'::text[]) FROM jsonb_array_elements(frozen -> 'indicators') i),
    (SELECT jsonb_agg(p - '{title,definition}'::text[]) FROM jsonb_array_elements(frozen -> 'pillars') p),
    (SELECT jsonb_agg(e -> 'id' ORDER BY e ->> 'id') FROM jsonb_array_elements(frozen -> 'entries') e),
    (SELECT jsonb_agg(v - '{onDay,source,sourceLink}'::text[] ORDER BY v ->> 'entryId', v ->> 'indicatorId') FROM jsonb_array_elements(frozen -> 'values') v))
$$;

-- Would the same benchmark, frozen today, rest on other figures?
CREATE OR REPLACE FUNCTION edition_has_newer_data(edition uuid) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT benchmark_figures(d.frozen) IS DISTINCT FROM benchmark_figures(benchmark_data(e.benchmark_id))
  FROM benchmark_edition e JOIN benchmark_edition_data d ON d.edition_id = e.id WHERE e.id = edition
$$;
