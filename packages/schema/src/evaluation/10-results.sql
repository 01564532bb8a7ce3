-- What comes of the marks: the one place where it is worked out. Only opened scores are read; abstentions are counted,
-- and left out of means.
CREATE OR REPLACE FUNCTION criterion_result(criterion uuid)
RETURNS TABLE (marks int, cannot_judge int, too_early int, mean numeric, spread numeric, lowest int, highest int, disagrees boolean)
LANGUAGE sql STABLE
AS $$
  SELECT count(s.mark)::int,
    (count(*) FILTER (WHERE s.abstention = 'CANNOT_JUDGE'))::int,
    (count(*) FILTER (WHERE s.abstention = 'TOO_EARLY'))::int,
    round(avg(s.mark), 6), round(stddev_samp(s.mark), 6), min(s.mark), max(s.mark),
    coalesce(max(s.mark) - min(s.mark) > (SELECT p.disagreement_threshold FROM criterion c JOIN evaluation_plan p ON p.id = c.plan_id WHERE c.id = criterion), false)
  FROM score s
  WHERE s.criterion_id = criterion AND s.opened_at IS NOT NULL AND s.archived_at IS NULL
$$;

-- The plan as a whole: the mean of the criteria by weight, over those that have a mark, and how much weight those have.
CREATE OR REPLACE FUNCTION evaluation_result(plan uuid)
RETURNS TABLE (weight_sum numeric, overall numeric, judged_share numeric, awaited int, judgements int)
LANGUAGE sql STABLE
AS $$
  SELECT coalesce(sum(c.weight), 0),
    round(sum(c.weight * r.mean) / nullif(sum(c.weight) FILTER (WHERE r.mean IS NOT NULL), 0), 6),
    round(coalesce(sum(c.weight) FILTER (WHERE r.mean IS NOT NULL), 0) / nullif(sum(c.weight), 0), 6),
    (SELECT count(*)::int FROM evaluator e WHERE e.plan_id = plan AND e.archived_at IS NULL
       AND e.handed_in_at IS NULL AND e.conflict_declared_at IS NULL AND e.left_out_at IS NULL),
    (SELECT count(DISTINCT s.evaluator_id)::int FROM score s WHERE s.plan_id = plan AND s.opened_at IS NOT NULL AND s.archived_at IS NULL)
  FROM criterion c CROSS JOIN LATERAL criterion_result(c.id) r
  WHERE c.plan_id = plan AND c.archived_at IS NULL
$$;
