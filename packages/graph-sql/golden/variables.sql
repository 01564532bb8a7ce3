-- $1 ["LENT"]
-- $2 1
-- $3 ["open"]
-- $4 100
-- $5 ["Harbours","Notes"]
-- $6 2
SELECT
  '{"books":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_1.title)::text)::text || ',"loans":{"nodes":[' || array_to_string(
              ARRAY(
                SELECT
                  '{"state":' || to_json((loan_2.state)::text)::text || '}'
                FROM
                  (
                    SELECT
                      *
                    FROM
                      (
                        SELECT
                          loan_2.*
                        FROM
                          loan loan_2
                        WHERE
                          (
                            loan_2.book_id = book_1.id
                            AND loan_2.state = ANY ($1::text[])
                          )
                        ORDER BY
                          loan_2.id DESC
                        LIMIT
                          100
                      ) loan_2
                    LIMIT
                      (
                        SELECT
                          $2::int
                      )
                  ) loan_2
                ORDER BY
                  loan_2.id ASC
              ),
              ','
            ) || ']}}' AS text
          FROM
            book book_1
          WHERE
            (
              book_1.shelf = ANY ($3::text[])
              AND book_1.withdrawn_at IS NULL
              AND (
                (
                  (
                    book_1.pages IS NOT NULL
                    AND book_1.pages >= $4::integer
                  )
                  OR book_1.title = ANY ($5::text[])
                )
                AND book_1.withdrawn_at IS NULL
              )
            )
          ORDER BY
            book_1.title DESC,
            book_1.id DESC
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
  ) || ']}}'
