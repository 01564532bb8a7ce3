-- What is late on a day, and what is due next: the one place that says so.
-- Whose it is: a partner's, or where `user_id` is filled one person's own.
DROP FUNCTION IF EXISTS late_items(uuid[], date);
CREATE FUNCTION late_items(project_ids uuid[], as_of date)
RETURNS TABLE (
  key text, kind text, state text, record_id uuid, title text, due_on date, days_late int, project_id uuid,
  work_package_id uuid, pilot_id uuid, partner_id uuid, thematic_area_id uuid, phase_id uuid, evaluation_plan_id uuid, user_id uuid
)
LANGUAGE sql STABLE
AS $$
  WITH wanted AS (
    SELECT p.id, coalesce(as_of, project_as_of(p)) AS day FROM project p WHERE p.id = ANY (project_ids)
  ), running AS (
    SELECT p.*, w.day, plan.starts_on AS plan_start, plan.ends_on AS plan_end
    FROM wanted w JOIN pilot p ON p.project_id = w.id
    LEFT JOIN LATERAL (SELECT l.starts_on, l.ends_on FROM pilot_plan l WHERE l.pilot_id = p.id AND l.superseded_at IS NULL ORDER BY l.recorded_at DESC LIMIT 1) plan ON true
    WHERE p.archived_at IS NULL AND p.audience <> 'OWN' AND coalesce(p.cancelled_on > w.day, true)
  ), seat AS (
    SELECT c.id, c.partner_id, i.title || ', ' || r.title AS title, r.id AS pilot_id, r.project_id, r.work_package_id, r.thematic_area_id, r.phase_id, r.day,
      (coalesce((
        WITH RECURSIVE before AS (
          SELECT c.id, c.continues_id UNION ALL SELECT b.id, b.continues_id FROM contributor b JOIN before a ON b.id = a.continues_id)
        SELECT max(m.on_day) FROM measurement m JOIN before b ON m.contributor_id = b.id
        WHERE m.on_day <= r.day AND m.superseded_at IS NULL AND NOT m.retracted), r.started_on) + period_of(i.every))::date AS due_on
    -- From the pilots to their indicators to their seats: the planner cannot know how few pilots there are.
    FROM running r
    CROSS JOIN LATERAL (SELECT n.id, n.title, n.every FROM indicator n WHERE n.pilot_id = r.id AND n.archived_at IS NULL AND n.every IS NOT NULL OFFSET 0) i
    CROSS JOIN LATERAL (SELECT s.id, s.partner_id, s.continues_id FROM contributor s
                        WHERE s.indicator_id = i.id AND s.archived_at IS NULL AND coalesce(s.until > r.day, true) OFFSET 0) c
    WHERE r.started_on <= r.day AND coalesce(r.ended_on > r.day, true) AND r.status IS DISTINCT FROM 'SUSPENDED'
      AND NOT EXISTS (SELECT 1 FROM contributor n WHERE n.continues_id = c.id AND n.archived_at IS NULL)
  -- Marks and answers are given at a moment, and then no longer awaited, whatever day is spoken of.
  ), advice AS (
    SELECT r.id, r.title, r.plan_id, r.project_id, r.partner_id, r.response, r.due_on, r.response_due_on, r.done_on, w.day
    FROM wanted w JOIN recommendation r ON r.project_id = w.id JOIN evaluation_plan e ON e.id = r.plan_id
    WHERE r.archived_at IS NULL AND e.archived_at IS NULL AND e.status IN ('CONCLUDED', 'PUBLISHED')
  ), item AS (
    SELECT 'DELIVERABLE' AS kind, d.id, d.title, d.due_on, w.day, d.project_id, d.work_package_id, NULL::uuid AS pilot_id,
      coalesce(d.partner_id, p.leading_partner_id) AS partner_id, a.thematic_area_id, a.phase_id, NULL::uuid AS evaluation_plan_id, NULL::uuid AS user_id
    FROM wanted w JOIN deliverable d ON d.project_id = w.id JOIN work_package p ON p.id = d.work_package_id LEFT JOIN activity a ON a.id = d.activity_id
    WHERE d.archived_at IS NULL AND coalesce(d.handed_in_on > w.day, true)
    UNION ALL
    SELECT 'MILESTONE', m.id, m.title, m.due_on, w.day, m.project_id, m.work_package_id, NULL, p.leading_partner_id, NULL, NULL, NULL, NULL
    FROM wanted w JOIN milestone m ON m.project_id = w.id JOIN work_package p ON p.id = m.work_package_id
    WHERE m.archived_at IS NULL AND coalesce(m.passed_on > w.day, true)
    UNION ALL
    SELECT 'PILOT_START', r.id, r.title, r.plan_start, r.day, r.project_id, r.work_package_id, r.id, r.partner_id, r.thematic_area_id, r.phase_id, NULL, NULL
    FROM running r WHERE coalesce(r.started_on > r.day, true)
    UNION ALL
    SELECT 'PILOT_END', r.id, r.title, r.plan_end, r.day, r.project_id, r.work_package_id, r.id, r.partner_id, r.thematic_area_id, r.phase_id, NULL, NULL
    FROM running r WHERE r.started_on <= r.day AND coalesce(r.ended_on > r.day, true)
    UNION ALL
    SELECT 'MEASUREMENT', s.id, s.title, s.due_on, s.day, s.project_id, s.work_package_id, s.pilot_id, s.partner_id, s.thematic_area_id, s.phase_id, NULL, NULL
    FROM seat s
    UNION ALL
    SELECT 'DECISION', d.id, d.title, d.due_on, w.day, d.project_id, NULL, NULL, d.partner_id, NULL, NULL, NULL, NULL
    FROM wanted w JOIN event_decision d ON d.project_id = w.id JOIN event e ON e.id = d.event_id
    WHERE d.archived_at IS NULL AND e.archived_at IS NULL AND e.audience <> 'OWN' AND coalesce(d.done_on > w.day, true)
    UNION ALL
    SELECT 'MARKS', v.id, e.title, e.scoring_until, w.day, v.project_id, NULL, NULL, NULL, NULL, NULL, e.id, v.user_id
    FROM wanted w JOIN evaluator v ON v.project_id = w.id JOIN evaluation_plan e ON e.id = v.plan_id
    WHERE v.archived_at IS NULL AND e.archived_at IS NULL AND e.status = 'SCORING' AND v.conflict_declared_at IS NULL AND v.left_out_at IS NULL
      AND v.handed_in_at IS NULL AND NOT evaluates_own_pilot(e.id, v.user_id)
    UNION ALL
    SELECT 'ANSWER', a.id, a.title, a.due_on, a.day, a.project_id, NULL, NULL, a.partner_id, NULL, NULL, a.plan_id, NULL
    FROM advice a WHERE a.response IS NULL
    UNION ALL
    SELECT 'RECOMMENDATION', a.id, a.title, a.response_due_on, a.day, a.project_id, NULL, NULL, a.partner_id, NULL, NULL, a.plan_id, NULL
    FROM advice a WHERE a.response IS NOT NULL AND coalesce(a.done_on > a.day, true)
  )
  SELECT i.kind || ':' || i.id, i.kind, CASE WHEN i.due_on < i.day THEN 'LATE' ELSE 'DUE' END, i.id, i.title, i.due_on,
    greatest(i.day - i.due_on, 0), i.project_id, i.work_package_id, i.pilot_id, i.partner_id, i.thematic_area_id, i.phase_id, i.evaluation_plan_id, i.user_id
  FROM item i WHERE i.due_on IS NOT NULL
$$;
