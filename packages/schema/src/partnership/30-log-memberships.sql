-- Rights in a project are told to the security log, whoever gives or takes them.
CREATE OR REPLACE FUNCTION log_membership() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM log_security('MEMBERSHIP_GIVEN', NEW.user_id, 'Project', NEW.project_id::text, NEW.role);
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM log_security('MEMBERSHIP_ENDED', OLD.user_id, 'Project', OLD.project_id::text, OLD.role);
  ELSIF OLD.archived_at IS DISTINCT FROM NEW.archived_at THEN
    PERFORM log_security(CASE WHEN NEW.archived_at IS NULL THEN 'MEMBERSHIP_GIVEN' ELSE 'MEMBERSHIP_ENDED' END, NEW.user_id, 'Project', NEW.project_id::text, NEW.role);
  ELSIF OLD.role <> NEW.role OR OLD.partner_id IS DISTINCT FROM NEW.partner_id THEN
    PERFORM log_security('MEMBERSHIP_CHANGED', NEW.user_id, 'Project', NEW.project_id::text, NEW.role);
  END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER membership_logged AFTER INSERT OR UPDATE OR DELETE ON membership FOR EACH ROW EXECUTE FUNCTION log_membership();
