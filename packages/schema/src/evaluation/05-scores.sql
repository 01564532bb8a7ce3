-- A score is a mark of the scale or an abstention, never both and never neither.
ALTER TABLE score DROP CONSTRAINT IF EXISTS score_mark_check;
ALTER TABLE score ADD CONSTRAINT score_mark_check CHECK ((mark IS NULL) <> (abstention IS NULL) AND coalesce(mark BETWEEN 1 AND 5, true));
CREATE INDEX IF NOT EXISTS score_opened_idx ON score (criterion_id) INCLUDE (mark, abstention) WHERE opened_at IS NOT NULL;

-- The person is a member of a partner that is responsible for one of the plan's pilots.
CREATE OR REPLACE FUNCTION evaluates_own_pilot(plan uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT EXISTS (
    SELECT 1 FROM evaluation_subject s JOIN pilot p ON p.id = s.pilot_id
    JOIN membership m ON m.partner_id = p.partner_id AND m.user_id = person AND m.archived_at IS NULL
    WHERE s.plan_id = plan AND s.archived_at IS NULL)
$$;
