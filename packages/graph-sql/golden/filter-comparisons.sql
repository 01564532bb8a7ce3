-- $1 ["open","closed"]
-- $2 "Rivers"
-- $3 "Notes"
-- $4 25
-- $5 400
-- $6 340
-- $7 55
-- $8 90
-- $9 25
-- $10 ["Rivers","Letters"]
-- $11 ["Letters"]
-- $12 25
-- $13 "%VER%"
-- $14 "ri%"
-- $15 25
-- $16 "%\\_%"
-- $17 25
-- $18 25
SELECT
  '{"equal":{"nodes":[' || array_to_string(
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
                AND book_1.title IS DISTINCT FROM $3::text
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
            $4::int
        )
    ),
    ','
  ) || ']},"between":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_2.title)::text)::text || ',"pages":' || coalesce((book_2.pages)::text, 'null') || '}' AS text
          FROM
            book book_2
          WHERE
            (
              book_2.shelf = ANY ($1::text[])
              AND book_2.withdrawn_at IS NULL
              AND (
                book_2.pages < $5::integer
                AND book_2.pages <= $6::integer
                AND book_2.pages > $7::integer
                AND book_2.pages >= $8::integer
              )
            )
          ORDER BY
            book_2.pages ASC NULLS LAST,
            book_2.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $9::int
        )
    ),
    ','
  ) || ']},"among":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_3.title)::text)::text || '}' AS text
          FROM
            book book_3
          WHERE
            (
              book_3.shelf = ANY ($1::text[])
              AND book_3.withdrawn_at IS NULL
              AND (
                book_3.title = ANY ($10::text[])
                AND coalesce(book_3.title <> ALL ($11::text[]), true)
              )
            )
          ORDER BY
            book_3.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $12::int
        )
    ),
    ','
  ) || ']},"words":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_4.title)::text)::text || '}' AS text
          FROM
            book book_4
          WHERE
            (
              book_4.shelf = ANY ($1::text[])
              AND book_4.withdrawn_at IS NULL
              AND (
                (book_4.title)::text ILIKE $13::text
                AND (book_4.title)::text ILIKE $14::text
              )
            )
          ORDER BY
            book_4.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $15::int
        )
    ),
    ','
  ) || ']},"literally":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_5.title)::text)::text || '}' AS text
          FROM
            book book_5
          WHERE
            (
              book_5.shelf = ANY ($1::text[])
              AND book_5.withdrawn_at IS NULL
              AND (book_5.title)::text ILIKE $16::text
            )
          ORDER BY
            book_5.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $17::int
        )
    ),
    ','
  ) || ']},"without":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_6.title)::text)::text || '}' AS text
          FROM
            book book_6
          WHERE
            (
              book_6.shelf = ANY ($1::text[])
              AND book_6.withdrawn_at IS NULL
              AND book_6.pages IS NULL
            )
          ORDER BY
            book_6.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $18::int
        )
    ),
    ','
  ) || ']},"with":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_7
    WHERE
      (
        book_7.shelf = ANY ($1::text[])
        AND book_7.withdrawn_at IS NULL
        AND book_7.pages IS NOT NULL
      )
  )::text || '}}'
