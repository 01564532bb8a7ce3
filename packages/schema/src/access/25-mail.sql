-- How the newest mail about a record fared; none where nobody asked for one.
CREATE OR REPLACE FUNCTION mail_of(record uuid) RETURNS TABLE (state text, at timestamptz, refusal integer)
LANGUAGE sql STABLE
AS $$
  SELECT
    CASE WHEN m.sent_at IS NOT NULL THEN 'SENT' WHEN m.failed_at IS NOT NULL THEN 'FAILED' WHEN m.attempted_at IS NOT NULL THEN 'PERHAPS_SENT' ELSE 'WAITING' END,
    coalesce(m.sent_at, m.failed_at, m.attempted_at, m.queued_at), m.refusal
  FROM mail m WHERE m.record_id = record ORDER BY m.queued_at DESC, m.id DESC LIMIT 1
$$;
