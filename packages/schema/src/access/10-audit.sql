-- Who changed what: one row per field, written in the changer's own transaction. The author comes from app.user_id.
-- Columns that every write touches, and secrets, are left out. Beside it stands what the rules of reading looked at then (90-triggers).
CREATE OR REPLACE FUNCTION camel_case(name text) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
  SELECT string_agg(CASE WHEN n = 1 THEN part ELSE upper(left(part, 1)) || substr(part, 2) END, '' ORDER BY n)
  FROM regexp_split_to_table(regexp_replace(name, '_id$', ''), '_') WITH ORDINALITY p (part, n)
$$;

CREATE OR REPLACE FUNCTION write_audit() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  former jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  latter jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
  whole jsonb := CASE WHEN TG_OP = 'DELETE' THEN former ELSE latter END;
  author uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  judged_before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN judged_facts(TG_ARGV[0], former) END;
  judged_after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN judged_facts(TG_ARGV[0], latter) END;
BEGIN
  INSERT INTO audit_entry (id, version, project_id, record_type, record_id, action, field, before, after, by_user_id, at, judged_before, judged_after)
  SELECT gen_random_uuid(), 1, (CASE WHEN TG_ARGV[1] <> 'id' OR TG_OP <> 'DELETE' THEN whole ->> TG_ARGV[1] END)::uuid,
         TG_ARGV[0], whole ->> 'id',
         CASE TG_OP WHEN 'INSERT' THEN 'CREATED' WHEN 'UPDATE' THEN 'CHANGED' ELSE 'DELETED' END,
         camel_case(k), nullif(former -> k, 'null'), nullif(latter -> k, 'null'), author, moment_now(),
         nullif(judged_before, judged_after), judged_after
  FROM jsonb_object_keys(whole) k
  WHERE (former -> k) IS DISTINCT FROM (latter -> k)
    AND NOT (TG_OP <> 'UPDATE' AND coalesce(whole -> k, 'null') = 'null')
    AND k NOT IN ('id', 'version', 'created_at', 'updated_at', 'project_id', 'password_hash', 'token_hash');
  RETURN NULL;
END
$$;

-- Every gateway learns that rights may have changed, and drops what it kept of viewers; the one whose transaction it was
-- reads it from the setting before it answers.
CREATE OR REPLACE FUNCTION tell_access_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_notify('access_changed', '');
  PERFORM set_config('app.access_changed', 'yes', true);
  RETURN NULL;
END
$$;
