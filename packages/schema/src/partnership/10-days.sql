-- A project's own calendar.

-- The day that it is now in the project's time zone.
CREATE OR REPLACE FUNCTION project_today(project uuid) RETURNS date
LANGUAGE sql STABLE
AS $$ SELECT (moment_of_write() AT TIME ZONE p.time_zone)::date FROM project p WHERE p.id = project $$;

-- The day that its pages speak of: today while it runs, its last day afterwards, or the day it says. Over a row it is
-- an expression, which the planner takes into the query.
CREATE OR REPLACE FUNCTION project_as_of(p project) RETURNS date
LANGUAGE sql STABLE
AS $$ SELECT coalesce(p.seen_as_of, least((moment_of_write() AT TIME ZONE p.time_zone)::date, p.ends_on)) $$;

CREATE OR REPLACE FUNCTION project_as_of(project uuid) RETURNS date
LANGUAGE sql STABLE
AS $$ SELECT project_as_of(p) FROM project p WHERE p.id = project $$;

-- Whether whoever takes part for a partner does so no longer, for it has left: they read on, and write nothing. Who leads
-- the project leads it on.
CREATE OR REPLACE FUNCTION has_left(role text, partner uuid) RETURNS boolean
LANGUAGE sql STABLE
AS $$ SELECT role <> 'LEAD_PARTNER' AND EXISTS (SELECT FROM partner p WHERE p.id = partner AND p.withdrawn_on <= project_today(p.project_id)) $$;
