-- How a text is compared when people search: small letters, no accents. Immutable, so that indexes may use it:
-- the dictionary is named, and does not depend on the session.
CREATE OR REPLACE FUNCTION search_form(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
