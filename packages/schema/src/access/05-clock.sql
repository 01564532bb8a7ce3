-- The one clock: whatever asks what moment it is asks here. A test moves it for a whole database
-- (ALTER DATABASE … SET app.clock_shift = '30 days'); it is unset otherwise.
CREATE OR REPLACE FUNCTION clock_shift() RETURNS interval
LANGUAGE sql STABLE
AS $$ SELECT coalesce(nullif(current_setting('app.clock_shift', true), ''), '0')::interval $$;

-- The moment of the transaction: the same in all of it.
CREATE OR REPLACE FUNCTION moment_of_write() RETURNS timestamptz
LANGUAGE sql STABLE
AS $$ SELECT now() + clock_shift() $$;

-- The moment itself, later each time that it is asked: for what is recorded one after another in a transaction.
CREATE OR REPLACE FUNCTION moment_now() RETURNS timestamptz
LANGUAGE sql VOLATILE
AS $$ SELECT clock_timestamp() + clock_shift() $$;
