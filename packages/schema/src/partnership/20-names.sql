-- What those are called of whom no name is known. Nothing is made up: by their part and their place in the list.
CREATE OR REPLACE FUNCTION name_or_place(name text, role text, place integer, language text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT coalesce(name, CASE WHEN language = 'it'
    THEN CASE role WHEN 'ASSOCIATED_PARTNER' THEN 'Membro associato ' ELSE 'Partner ' END || place || ', nome non noto'
    ELSE CASE role WHEN 'ASSOCIATED_PARTNER' THEN 'Associated member ' ELSE 'Partner ' END || place || ', name not known' END)
$$;
