-- $1 ["open","closed"]
-- $2 25
-- $3 25
-- $4 25
-- $5 25
SELECT
  '{"loans":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"lentAt":"' || to_char((loan_1.lent_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","book":' || coalesce(
              (
                SELECT
                  '{"title":' || to_json((book_2.title)::text)::text || ',"author":' || coalesce(
                    (
                      SELECT
                        '{"name":' || to_json((author_3.name)::text)::text || '}'
                      FROM
                        author author_3
                      WHERE
                        author_3.id = book_2.author_id
                    ),
                    'null'
                  ) || '}'
                FROM
                  book book_2
                WHERE
                  (
                    book_2.id = loan_1.book_id
                    AND book_2.shelf = ANY ($1::text[])
                  )
              ),
              'null'
            ) || '}' AS text
          FROM
            loan loan_1
          WHERE
            (
              EXISTS (
                SELECT
                FROM
                  book b
                WHERE
                  b.id = loan_1.book_id
                  AND b.shelf = ANY ($1::text[])
              )
              AND (
                SELECT
                  few_candidates (count(*), 10000)
                FROM
                  (
                    SELECT
                    FROM
                      loan loan_1
                    WHERE
                      EXISTS (
                        SELECT
                        FROM
                          book b
                        WHERE
                          b.id = loan_1.book_id
                          AND b.shelf = ANY ($1::text[])
                      )
                    LIMIT
                      10001
                  ) candidate
              )
            )
          ORDER BY
            (
              SELECT
                (
                  SELECT
                    author_5.name COLLATE "und-x-icu"
                  FROM
                    author author_5
                  WHERE
                    author_5.id = book_4.author_id
                )
              FROM
                book book_4
              WHERE
                (
                  book_4.id = loan_1.book_id
                  AND book_4.shelf = ANY ($1::text[])
                )
            ) DESC NULLS LAST,
            (
              SELECT
                book_6.title
              FROM
                book book_6
              WHERE
                (
                  book_6.id = loan_1.book_id
                  AND book_6.shelf = ANY ($1::text[])
                )
            ) ASC NULLS LAST,
            loan_1.lent_at DESC,
            loan_1.id DESC
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
  ) || ']},"books":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_7.title)::text)::text || '}' AS text
          FROM
            book book_7
          WHERE
            (
              book_7.shelf = ANY ($1::text[])
              AND book_7.withdrawn_at IS NULL
              AND (
                SELECT
                  few_candidates (count(*), 10000)
                FROM
                  (
                    SELECT
                    FROM
                      book book_7
                    WHERE
                      (
                        book_7.shelf = ANY ($1::text[])
                        AND book_7.withdrawn_at IS NULL
                      )
                    LIMIT
                      10001
                  ) candidate
              )
            )
          ORDER BY
            (
              SELECT
                count(*)
              FROM
                loan loan_8
              WHERE
                loan_8.book_id = book_7.id
            ) DESC,
            book_7.id ASC
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
  ) || ']},"byAuthor":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_9.title)::text)::text || '}' AS text
          FROM
            book book_9
          WHERE
            (
              book_9.shelf = ANY ($1::text[])
              AND book_9.withdrawn_at IS NULL
              AND (
                SELECT
                  few_candidates (count(*), 10000)
                FROM
                  (
                    SELECT
                    FROM
                      book book_9
                    WHERE
                      (
                        book_9.shelf = ANY ($1::text[])
                        AND book_9.withdrawn_at IS NULL
                      )
                    LIMIT
                      10001
                  ) candidate
              )
            )
          ORDER BY
            (
              SELECT
                (
                  SELECT
                    count(*)
                  FROM
                    book book_11
                  WHERE
                    (
                      book_11.author_id = author_10.id
                      AND book_11.shelf = ANY ($1::text[])
                      AND book_11.withdrawn_at IS NULL
                    )
                )
              FROM
                author author_10
              WHERE
                author_10.id = book_9.author_id
            ) ASC NULLS LAST,
            book_9.withdrawn_at ASC NULLS LAST,
            book_9.published DESC NULLS LAST,
            book_9.id DESC
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
  ) || ']},"rest":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"fee":' || coalesce(trim_scale((loan_12.fee)::numeric)::text, 'null') || ',"lost":' || (loan_12.lost)::text || ',"state":' || to_json((loan_12.state)::text)::text || '}' AS text
          FROM
            loan loan_12
          WHERE
            EXISTS (
              SELECT
              FROM
                book b
              WHERE
                b.id = loan_12.book_id
                AND b.shelf = ANY ($1::text[])
            )
          ORDER BY
            loan_12.lost DESC,
            loan_12.fee ASC NULLS LAST,
            loan_12.state ASC,
            loan_12.reader ASC NULLS LAST,
            loan_12.id DESC
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
  ) || ']}}'
