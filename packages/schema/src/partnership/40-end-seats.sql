-- Who is erased has no part in any project any more, and nobody takes an offer up that was made to them.
CREATE OR REPLACE FUNCTION end_seats(person uuid, addresses text[]) RETURNS void
LANGUAGE sql VOLATILE
AS $$
  UPDATE membership SET archived_at = moment_of_write(), version = version + 1, updated_at = moment_of_write() WHERE user_id = person AND archived_at IS NULL;
  UPDATE invitation SET archived_at = moment_of_write(), version = version + 1, updated_at = moment_of_write()
  WHERE lower(email) = ANY (addresses) AND accepted_at IS NULL AND archived_at IS NULL
$$;
