-- $1 []
-- $2 25
-- $3 25
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
            '{"title":' || to_json((book_1.title)::text)::text || '}' AS text
          FROM
            book book_1
          WHERE
            (
              book_1.shelf = ANY ($1::text[])
              AND book_1.withdrawn_at IS NULL
            )
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
  ) || ']},"authors":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"name":' || to_json((author_2.name)::text)::text || '}' AS text
          FROM
            author author_2
          WHERE
            EXISTS (
              SELECT
              FROM
                book b
              WHERE
                b.author_id = author_2.id
                AND b.shelf = ANY ($1::text[])
            )
          ORDER BY
            author_2.name COLLATE "und-x-icu" ASC,
            author_2.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $3::int
        )
    ),
    ','
  ) || ']}}'
