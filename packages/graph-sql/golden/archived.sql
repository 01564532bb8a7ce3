-- $1 ["open","closed"]
-- $2 25
SELECT
  '{"books":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_1
    WHERE
      book_1.shelf = ANY ($1::text[])
  )::text || ',"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_1.title)::text)::text || ',"withdrawnAt":' || coalesce('"' || to_char((book_1.withdrawn_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || '}' AS text
          FROM
            book book_1
          WHERE
            book_1.shelf = ANY ($1::text[])
          ORDER BY
            book_1.id ASC
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
  ) || ']},"current":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_2
    WHERE
      (
        book_2.shelf = ANY ($1::text[])
        AND book_2.withdrawn_at IS NULL
      )
  )::text || '}}'
