-- Rows of the audit are found by their moment when they are sealed: an index that costs their writers next to nothing.
CREATE INDEX IF NOT EXISTS audit_entry_at_brin_idx ON audit_entry USING brin (at) WITH (autosummarize = on);

-- Forgets the salts of sealed rows that are blanked or removed by right, so that the log tells nothing of them any more and is whole all the
-- same; the security log is told with their number, which stays sealed. For the functions of the tables' owner only.
CREATE OR REPLACE FUNCTION forget_seals(kind text, about uuid, record_type text, record_id text, row_ids uuid[]) RETURNS integer
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  event uuid := gen_random_uuid();
  forgotten integer;
BEGIN
  -- Who seals meanwhile has read the rows as they were: it is waited for, and comes again later (the lock is the sealer's).
  PERFORM pg_advisory_xact_lock(7140414);
  UPDATE log_leaf SET salt = NULL, forgotten_by = event WHERE row_id = ANY (row_ids) AND salt IS NOT NULL;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  INSERT INTO security_event (id, version, kind, user_id, by_user_id, network, record_type, record_id, detail, times, request_id, at)
  VALUES (event, 1, kind, about, nullif(current_setting('app.user_id', true), '')::uuid, nullif(current_setting('app.network', true), ''),
          record_type, record_id, forgotten::text, 1, nullif(current_setting('app.request', true), ''), moment_now());
  RETURN forgotten;
END
$$;
REVOKE EXECUTE ON FUNCTION forget_seals(text, uuid, text, text, uuid[]) FROM PUBLIC;

-- What the audit says stays. The one exception is a demonstration that is removed, which the application asks of the tables'
-- owner: itself it can only add to the audit.
CREATE OR REPLACE FUNCTION remove_audit_of_demonstration(demonstration_id uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  gone uuid[];
BEGIN
  WITH deleted AS (DELETE FROM audit_entry a USING project p WHERE p.id = demonstration_id AND p.demonstration AND a.project_id = p.id RETURNING a.id)
  SELECT coalesce(array_agg(id), '{}') INTO gone FROM deleted;
  PERFORM forget_seals('DEMONSTRATION_REMOVED', NULL, 'Project', demonstration_id::text, gone);
  RETURN cardinality(gone);
END
$$;
