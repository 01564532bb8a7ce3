-- $1 ["open","closed"]
-- $2 "LOST"
-- $3 25
-- $4 25
-- $5 ["RETURNED","LOST"]
-- $6 25
-- $7 25
-- $8 "a7ef444c-c8c4-b515-5fdc-537cdcca132f"
-- $9 25
-- $10 "Élise"
SELECT
  '{"lost":{"nodes":[' || array_to_string(
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
              AND EXISTS (
                SELECT
                  1
                FROM
                  loan loan_2
                WHERE
                  (
                    loan_2.book_id = book_1.id
                    AND loan_2.state = $2::text
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
            $3::int
        )
    ),
    ','
  ) || ']},"neverLent":{"nodes":[' || array_to_string(
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
              AND NOT EXISTS (
                SELECT
                  1
                FROM
                  loan loan_4
                WHERE
                  loan_4.book_id = book_3.id
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
            $4::int
        )
    ),
    ','
  ) || ']},"allBack":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"name":' || to_json((author_5.name)::text)::text || '}' AS text
          FROM
            author author_5
          WHERE
            (
              EXISTS (
                SELECT
                FROM
                  book b
                WHERE
                  b.author_id = author_5.id
                  AND b.shelf = ANY ($1::text[])
              )
              AND NOT EXISTS (
                SELECT
                  1
                FROM
                  book book_6
                WHERE
                  (
                    book_6.author_id = author_5.id
                    AND book_6.shelf = ANY ($1::text[])
                    AND book_6.withdrawn_at IS NULL
                    AND NOT coalesce(
                      NOT EXISTS (
                        SELECT
                          1
                        FROM
                          loan loan_7
                        WHERE
                          (
                            loan_7.book_id = book_6.id
                            AND NOT coalesce(loan_7.state = ANY ($5::text[]), false)
                          )
                      ),
                      false
                    )
                  )
              )
            )
          ORDER BY
            author_5.name COLLATE "und-x-icu" ASC,
            author_5.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $6::int
        )
    ),
    ','
  ) || ']},"withdrawnToo":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"name":' || to_json((author_8.name)::text)::text || '}' AS text
          FROM
            author author_8
          WHERE
            (
              EXISTS (
                SELECT
                FROM
                  book b
                WHERE
                  b.author_id = author_8.id
                  AND b.shelf = ANY ($1::text[])
              )
              AND EXISTS (
                SELECT
                  1
                FROM
                  book book_9
                WHERE
                  (
                    book_9.author_id = author_8.id
                    AND book_9.shelf = ANY ($1::text[])
                    AND book_9.withdrawn_at IS NOT NULL
                  )
              )
            )
          ORDER BY
            author_8.name COLLATE "und-x-icu" ASC,
            author_8.id ASC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $7::int
        )
    ),
    ','
  ) || ']},"named":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_10.title)::text)::text || '}' AS text
          FROM
            book book_10
          WHERE
            (
              CASE
                WHEN book_10.shelf = ANY ($1::text[]) THEN true
                ELSE false
              END
              AND book_10.withdrawn_at IS NULL
              AND (
                book_10.author_id = (
                  SELECT
                    $8::uuid
                )
                AND EXISTS (
                  SELECT
                    1
                  FROM
                    author author_12
                  WHERE
                    (
                      author_12.id = (
                        SELECT
                          $8::uuid
                      )
                      AND EXISTS (
                        SELECT
                        FROM
                          book b
                        WHERE
                          b.author_id = author_12.id
                          AND b.shelf = ANY ($1::text[])
                      )
                    )
                )
              )
            )
          ORDER BY
            book_10.id ASC
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
  ) || ']},"through":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      loan loan_13
    WHERE
      (
        EXISTS (
          SELECT
          FROM
            book b
          WHERE
            b.id = loan_13.book_id
            AND b.shelf = ANY ($1::text[])
        )
        AND EXISTS (
          SELECT
            1
          FROM
            book book_14
          WHERE
            (
              book_14.id = loan_13.book_id
              AND book_14.shelf = ANY ($1::text[])
              AND EXISTS (
                SELECT
                  1
                FROM
                  author author_15
                WHERE
                  (
                    author_15.id = book_14.author_id
                    AND author_15.name = $10::text
                  )
              )
            )
        )
      )
  )::text || '}}'
