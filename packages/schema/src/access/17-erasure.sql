-- Who is erased goes by no name of theirs. What the functions here do only the tables' owner may: of what the log says they blank what is
-- of a person. The ones that the application may call are made from the records' declarations (95-erasure).

-- Every text that a field of an account ever held, as the audit tells it.
CREATE OR REPLACE FUNCTION texts_of_person(person uuid, name text) RETURNS text[]
LANGUAGE sql STABLE
AS $$
  SELECT coalesce(array_agg(DISTINCT t.text), '{}') FROM audit_entry a, unnest(ARRAY[a.before #>> '{}', a.after #>> '{}']) t (text)
  WHERE a.record_type = 'User' AND a.record_id = person::text AND a.field = name AND t.text IS NOT NULL
$$;

-- Records of a kind of which the audit says that a field once held one of these texts, whatever their case.
CREATE OR REPLACE FUNCTION records_that_held(kind text, name text, texts text[]) RETURNS text[]
LANGUAGE sql STABLE
AS $$
  SELECT coalesce(array_agg(DISTINCT record_id), '{}') FROM audit_entry
  WHERE record_type = kind AND field = name AND (lower(before #>> '{}') = ANY (texts) OR lower(after #>> '{}') = ANY (texts))
$$;

-- Blanks what the audit tells of some fields of some records; answers the rows that told something.
CREATE OR REPLACE FUNCTION blank_audit(kind text, ids text[], names text[]) RETURNS uuid[]
LANGUAGE sql VOLATILE
AS $$
  WITH blanked AS (
    UPDATE audit_entry SET before = NULL, after = NULL
    WHERE record_type = kind AND record_id = ANY (ids) AND field = ANY (names) AND (before IS NOT NULL OR after IS NOT NULL)
    RETURNING id)
  SELECT coalesce(array_agg(id), '{}') FROM blanked
$$;

-- The same where somebody looked with the person's rights: the audit says it by the name.
CREATE OR REPLACE FUNCTION blank_seeing(names text[]) RETURNS uuid[]
LANGUAGE sql VOLATILE
AS $$
  WITH blanked AS (
    UPDATE audit_entry SET before = NULL, after = NULL
    WHERE record_type = 'Session' AND field = 'seeingAs' AND (before #>> '{}' = ANY (names) OR after #>> '{}' = ANY (names))
    RETURNING id)
  SELECT coalesce(array_agg(id), '{}') FROM blanked
$$;

-- Of the security log: from where the person asked, or somebody in their name, and what they called things. How many seals an event let
-- forget stays, and so does the name of a key.
CREATE OR REPLACE FUNCTION is_counted(kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE
AS $$ SELECT kind IN ('ACCOUNT_ERASED', 'DEMONSTRATION_REMOVED', 'DATA_FORGOTTEN', 'LOG_KEY_CHANGED') $$;

CREATE OR REPLACE FUNCTION blank_events(person uuid) RETURNS uuid[]
LANGUAGE sql VOLATILE
AS $$
  WITH blanked AS (
    UPDATE security_event SET network = CASE WHEN coalesce(by_user_id, user_id) <> person THEN network END, detail = CASE WHEN is_counted(kind) THEN detail END
    WHERE (by_user_id = person OR user_id = person)
      AND (network IS NOT NULL AND coalesce(by_user_id, user_id) = person OR detail IS NOT NULL AND NOT is_counted(kind))
    RETURNING id)
  SELECT coalesce(array_agg(id), '{}') FROM blanked
$$;
