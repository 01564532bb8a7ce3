-- $1 ["open","closed"]
-- $2 2
SELECT
  '{"books":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_1
    WHERE
      (
        book_1.shelf = ANY ($1::text[])
        AND book_1.withdrawn_at IS NULL
      )
  )::text || ',"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_1.title)::text)::text || ',"pages":' || coalesce((book_1.pages)::text, 'null') || '}' AS text
          FROM
            book book_1
          WHERE
            (
              book_1.shelf = ANY ($1::text[])
              AND book_1.withdrawn_at IS NULL
            )
          ORDER BY
            book_1.pages DESC NULLS LAST,
            book_1.title ASC,
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
  ) || '],"__typename":"BookConnection"}}'
