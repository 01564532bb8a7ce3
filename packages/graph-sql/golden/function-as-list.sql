-- $1 "2024-01-01"
-- $2 25
-- $3 1
-- $4 25
SELECT
  '{"shelves":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      pg_temp.shelf_use ($1::date) shelf_1
  )::text || ',"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"key":' || coalesce(to_json((shelf_1.shelf)::text)::text, 'null') || ',"loans":' || coalesce((shelf_1.loans)::text, 'null') || '}' AS text
          FROM
            pg_temp.shelf_use ($1::date) shelf_1
          ORDER BY
            shelf_1.loans DESC,
            shelf_1.shelf DESC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $2::int
        )
    ),
    ','
  ) || ']},"ever":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"key":' || coalesce(to_json((shelf_2.shelf)::text)::text, 'null') || ',"loans":' || coalesce((shelf_2.loans)::text, 'null') || '}' AS text
          FROM
            pg_temp.shelf_use (NULL) shelf_2
          WHERE
            shelf_2.loans >= $3::bigint
          ORDER BY
            shelf_2.shelf DESC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $4::int
        )
    ),
    ','
  ) || ']}}'
