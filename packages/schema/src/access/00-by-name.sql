-- The order in which people look names up, in any language and on any PostgreSQL: capitals beside small letters, É beside E.
CREATE COLLATION IF NOT EXISTS by_name (provider = icu, locale = 'und');
