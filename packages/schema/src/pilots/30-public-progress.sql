-- How far a project and its areas are on the day that the project speaks of: what strangers read where they are let.
-- A figure is that of two partners at least. Where what is not told would be that of one partner, it would follow from the
-- whole and the areas that are told: then the area of the fewest partners is not told either.
CREATE OR REPLACE FUNCTION public_progress(project uuid) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  WITH counting AS (
    SELECT o.thematic_area_id AS area, o.partner_id AS partner, o.weight, o.achieved, o.planned
    FROM project p CROSS JOIN LATERAL pilots_on(ARRAY[p.id], project_as_of(p), NULL) o WHERE p.id = project AND o.counted
  ), by_area AS (
    SELECT c.area, sum(c.weight * c.achieved) / sum(c.weight) AS achieved, sum(c.weight * c.planned) / sum(c.weight) AS planned,
      c.area IS NOT NULL AND count(DISTINCT c.partner) > 1 AS shared, count(DISTINCT c.partner) AS partners
    FROM counting c GROUP BY c.area
  ), rest AS (
    SELECT count(*) > 0 AND count(DISTINCT c.partner) < 2 AS of_one FROM counting c JOIN by_area a ON a.area IS NOT DISTINCT FROM c.area WHERE NOT a.shared
  ), ranked AS (
    SELECT a.*, row_number() OVER (ORDER BY a.partners, a.area) AS place FROM by_area a WHERE a.shared
  ), figure AS (
    SELECT r.area, r.achieved, r.planned FROM ranked r CROSS JOIN rest WHERE r.place > 1 OR NOT rest.of_one
    UNION ALL
    SELECT NULL, sum(c.weight * c.achieved) / sum(c.weight), sum(c.weight * c.planned) / sum(c.weight) FROM counting c HAVING count(DISTINCT c.partner) > 1
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('areaId', f.area, 'achieved', round(f.achieved, 6), 'planned', round(f.planned, 6))), '[]') FROM figure f
$$;
