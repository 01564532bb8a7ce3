-- $1 ["open"]
-- $2 1
-- $3 1
SELECT
  '{"first":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"called":' || to_json((book_1.title)::text)::text || ',"author":' || coalesce(
              (
                SELECT
                  '{"name":' || to_json((author_2.name)::text)::text || '}'
                FROM
                  author author_2
                WHERE
                  author_2.id = book_1.author_id
              ),
              'null'
            ) || '}' AS text
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
  ) || ']},"last":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"called":' || to_json((book_3.title)::text)::text || ',"author":' || coalesce(
          (
            SELECT
              '{"name":' || to_json((author_4.name)::text)::text || '}'
            FROM
              author author_4
            WHERE
              author_4.id = book_3.author_id
          ),
          'null'
        ) || ',"long":' || coalesce((book_3.pages)::text, 'null') || '}'
      FROM
        (
          SELECT
            *
          FROM
            (
              SELECT
                book_3.*
              FROM
                book book_3
              WHERE
                (
                  book_3.shelf = ANY ($1::text[])
                  AND book_3.withdrawn_at IS NULL
                )
              ORDER BY
                book_3.id DESC
              LIMIT
                100
            ) book_3
          LIMIT
            (
              SELECT
                $3::int
            )
        ) book_3
      ORDER BY
        book_3.id ASC
    ),
    ','
  ) || ']}}'
