-- $1 ["open"]
-- $2 "Harbours"
-- $3 200
-- $4 "2022-01-01"
-- $5 25
-- $6 210
SELECT
  '{"books":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_1.title)::text)::text || '}' AS text
          FROM
            book book_1
          WHERE
            (
              book_1.shelf = ANY ($1::text[])
              AND book_1.withdrawn_at IS NULL
              AND (
                book_1.title = $2::text
                OR (
                  book_1.pages > $3::integer
                  AND NOT coalesce(book_1.published < $4::date, false)
                )
              )
            )
          ORDER BY
            book_1.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $5::int
        )
    ),
    ','
  ) || ']},"none":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_2
    WHERE
      false
  )::text || '},"all":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_3
    WHERE
      (
        book_3.shelf = ANY ($1::text[])
        AND book_3.withdrawn_at IS NULL
        AND NOT coalesce(book_3.pages = $6::integer, false)
      )
  )::text || '}}'
