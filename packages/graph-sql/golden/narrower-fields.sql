-- $1 ["open"]
-- $2 25
-- $3 25
-- $4 1
SELECT
  '{"authors":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      author author_1
    WHERE
      (
        EXISTS (
          SELECT
          FROM
            book b
          WHERE
            b.author_id = author_1.id
            AND b.shelf = ANY ($1::text[])
        )
        AND NULL::text IS NULL
      )
  )::text || ',"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"name":' || to_json((author_1.name)::text)::text || ',"email":' || coalesce(to_json((NULL::text)::text)::text, 'null') || '}' AS text
          FROM
            author author_1
          WHERE
            (
              EXISTS (
                SELECT
                FROM
                  book b
                WHERE
                  b.author_id = author_1.id
                  AND b.shelf = ANY ($1::text[])
              )
              AND NULL::text IS NULL
            )
          ORDER BY
            author_1.name COLLATE "und-x-icu" ASC,
            author_1.id ASC
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
  ) || ']},"loans":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"reader":' || coalesce(to_json((NULL::text)::text)::text, 'null') || ',"state":' || to_json((loan_2.state)::text)::text || '}' AS text
          FROM
            loan loan_2
          WHERE
            EXISTS (
              SELECT
              FROM
                book b
              WHERE
                b.id = loan_2.book_id
                AND b.shelf = ANY ($1::text[])
            )
          ORDER BY
            loan_2.id ASC
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
  ) || ']},"books":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"can":' || coalesce(NULL, 'null') || '}' AS text
          FROM
            book book_3
          WHERE
            (
              book_3.shelf = ANY ($1::text[])
              AND book_3.withdrawn_at IS NULL
            )
          ORDER BY
            book_3.id ASC
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
