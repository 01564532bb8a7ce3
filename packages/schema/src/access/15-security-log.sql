-- What is told to the security log by the tables themselves: accounts and rights, whoever writes them and however. Who did it, from
-- where and in which request comes from the settings of the transaction.
CREATE OR REPLACE FUNCTION log_security(kind text, about uuid, record_type text, record_id text, detail text) RETURNS void
LANGUAGE sql VOLATILE
AS $$
  INSERT INTO security_event (id, version, kind, user_id, by_user_id, network, record_type, record_id, detail, times, request_id, at)
  VALUES (gen_random_uuid(), 1, kind, about, nullif(current_setting('app.user_id', true), '')::uuid, nullif(current_setting('app.network', true), ''),
          record_type, record_id, detail, 1, nullif(current_setting('app.request', true), ''), moment_now())
$$;

CREATE OR REPLACE FUNCTION log_account() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  author uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  is_new boolean := TG_OP = 'INSERT';
BEGIN
  IF is_new THEN
    PERFORM log_security('ACCOUNT_MADE', NEW.id, 'User', NEW.id::text, NULL);
  ELSIF OLD.archived_at IS DISTINCT FROM NEW.archived_at THEN
    PERFORM log_security(CASE WHEN NEW.archived_at IS NULL THEN 'ACCOUNT_REOPENED' ELSE 'ACCOUNT_CLOSED' END, NEW.id, 'User', NEW.id::text, NULL);
  ELSIF OLD.email IS DISTINCT FROM NEW.email AND NEW.erased_at IS NULL THEN
    PERFORM log_security('EMAIL_CHANGED', NEW.id, 'User', NEW.id::text, NULL);
  ELSIF author <> NEW.id AND OLD.display_name IS DISTINCT FROM NEW.display_name THEN
    PERFORM log_security('ACCOUNT_CHANGED', NEW.id, 'User', NEW.id::text, NULL);
  END IF;
  IF NEW.administrator AND (is_new OR NOT OLD.administrator) THEN
    PERFORM log_security('ADMINISTRATOR_MADE', NEW.id, 'User', NEW.id::text, NULL);
  ELSIF NOT is_new AND OLD.administrator AND NOT NEW.administrator THEN
    PERFORM log_security('ADMINISTRATOR_ENDED', NEW.id, 'User', NEW.id::text, NULL);
  END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER app_user_logged AFTER INSERT OR UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION log_account();

-- What anybody is refused: counted by what, whom, who, whence and hour. The log is told of the first, and of the others when the hour is over.
CREATE OR REPLACE FUNCTION count_refusals(kinds text[], about uuid[], authors uuid[], networks text[], details text[], counts integer[]) RETURNS void
LANGUAGE sql VOLATILE
AS $$
  WITH counted AS (
    INSERT INTO refusal_count AS c (id, hour, kind, user_id, by_user_id, network, detail, times, told)
    SELECT concat_ws('|', extract(epoch FROM h.hour), r.kind, coalesce(r.about::text, '-'), coalesce(r.author::text, '-'), r.network, r.detail),
           h.hour, r.kind, r.about, r.author, r.network, r.detail, r.times, r.times
    FROM unnest(kinds, about, authors, networks, details, counts) r (kind, about, author, network, detail, times),
         (SELECT date_trunc('hour', moment_of_write()) AS hour) h
    ON CONFLICT (id) DO UPDATE SET times = c.times + excluded.times
    RETURNING c.*
  )
  INSERT INTO security_event (id, version, kind, user_id, by_user_id, network, detail, times, at)
  SELECT gen_random_uuid(), 1, kind, user_id, by_user_id, network, detail, times, moment_now() FROM counted WHERE told = times
$$;

-- Tells the log of what was counted in hours that are over.
CREATE OR REPLACE FUNCTION tell_refusals() RETURNS void
LANGUAGE sql VOLATILE
AS $$
  WITH over AS (DELETE FROM refusal_count WHERE hour < date_trunc('hour', moment_of_write()) RETURNING *)
  INSERT INTO security_event (id, version, kind, user_id, by_user_id, network, detail, times, at)
  SELECT gen_random_uuid(), 1, kind, user_id, by_user_id, network, detail, times - told, moment_now() FROM over WHERE times > told
$$;
