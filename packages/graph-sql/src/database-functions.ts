/**
 * Functions that the compiled statements call; the database must have them before tables are made, since indexes use
 * `search_form`. It needs the extensions unaccent and pg_trgm.
 */
export const databaseFunctions = String.raw`
-- How a text is compared when people search: small letters, no accents. Immutable, so that indexes may use it:
-- the dictionary is named, and does not depend on the session.
CREATE OR REPLACE FUNCTION search_form(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

-- True while an order that no index has is sought among few enough rows; beyond that the statement ends with CP001.
CREATE OR REPLACE FUNCTION few_candidates(candidates bigint, allowed bigint) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
  IF candidates > allowed THEN
    RAISE EXCEPTION 'too many candidates' USING ERRCODE = 'CP001', DETAIL = allowed::text;
  END IF;
  RETURN true;
END
$$;

-- A quoted cell of CSV. What a spreadsheet would take for a formula gets an apostrophe before it; a number does not.
CREATE OR REPLACE FUNCTION csv_text(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT '"' || CASE WHEN $1 ~ '^[=+@\t\r-]' AND $1 !~ '^[+-]?[0-9]+([.,][0-9]+)?$' THEN '''' ELSE '' END || replace($1, '"', '""') || '"' $$;
`
