-- $1 ["LENT"]
-- $2 ["open"]
-- $3 100
-- $4 ["Harbours","Notes"]
SELECT
  '{"books":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_1.title)::text)::text || ',"loans":{"nodes":[' || array_to_string(
          ARRAY(
            SELECT
              '{"state":' || to_json((loan_2.state)::text)::text || '}'
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
                  1
              ) loan_2
            ORDER BY
              loan_2.id ASC
          ),
          ','
        ) || ']}}'
      FROM
        book book_1
      WHERE
        (
          book_1.shelf = ANY ($2::text[])
          AND book_1.withdrawn_at IS NULL
          AND (
            (
              (
                book_1.pages IS NOT NULL
                AND book_1.pages >= $3::integer
              )
              OR book_1.title = ANY ($4::text[])
            )
            AND book_1.withdrawn_at IS NULL
          )
        )
      ORDER BY
        book_1.title DESC,
        book_1.id DESC
      LIMIT
        2
    ),
    ','
  ) || ']}}'
