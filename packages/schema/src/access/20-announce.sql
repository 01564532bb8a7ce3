-- Open screens learn that a record changed: which one and its version, never what it holds. A notice may be missed.
CREATE OR REPLACE FUNCTION tell_record_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_notify('record_changed', json_build_object('record', TG_ARGV[0], 'id', NEW.id, 'version', NEW.version)::text);
  RETURN NULL;
END
$$;
