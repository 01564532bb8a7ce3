-- $1 ["open","closed"]
-- $2 "c75cb2ff-b776-cef2-829c-595f92842da8"
-- $3 25
-- $4 "c75cb2ff-b776-cef2-829c-595f92842da8"
-- $5 25
-- $6 "210"
-- $7 "80150d09-100a-bb8a-34c6-233d7bec11e7"
-- $8 5
-- $9 "210"
-- $10 "80150d09-100a-bb8a-34c6-233d7bec11e7"
-- $11 5
SELECT
  '{"afterNone":{"nodes":[' || array_to_string(
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
                (
                  book_1.pages IS NULL
                  AND book_1.id < $2::uuid
                )
              )
            )
          ORDER BY
            book_1.pages DESC NULLS LAST,
            book_1.id DESC
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
  ) || ']},"beforeNone":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_2.title)::text)::text || '}'
      FROM
        (
          SELECT
            *
          FROM
            (
              SELECT
                book_2.*
              FROM
                book book_2
              WHERE
                (
                  book_2.shelf = ANY ($1::text[])
                  AND book_2.withdrawn_at IS NULL
                  AND (
                    (book_2.pages IS NOT NULL)
                    OR (
                      book_2.pages IS NULL
                      AND book_2.id > $4::uuid
                    )
                  )
                )
              ORDER BY
                book_2.pages ASC NULLS FIRST,
                book_2.id ASC
              LIMIT
                100
            ) book_2
          LIMIT
            (
              SELECT
                $5::int
            )
        ) book_2
      ORDER BY
        book_2.pages DESC NULLS LAST,
        book_2.id DESC
    ),
    ','
  ) || ']},"afterSome":{"nodes":[' || array_to_string(
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
                (
                  (
                    book_3.pages < $6::integer
                    OR book_3.pages IS NULL
                  )
                )
                OR (
                  book_3.pages = $6::integer
                  AND book_3.id < $7::uuid
                )
              )
            )
          ORDER BY
            book_3.pages DESC NULLS LAST,
            book_3.id DESC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $8::int
        )
    ),
    ','
  ) || ']},"beforeSome":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_4.title)::text)::text || '}'
      FROM
        (
          SELECT
            *
          FROM
            (
              SELECT
                book_4.*
              FROM
                book book_4
              WHERE
                (
                  book_4.shelf = ANY ($1::text[])
                  AND book_4.withdrawn_at IS NULL
                  AND book_4.pages >= $9::integer
                  AND (
                    (book_4.pages > $9::integer)
                    OR (
                      book_4.pages = $9::integer
                      AND book_4.id > $10::uuid
                    )
                  )
                )
              ORDER BY
                book_4.pages ASC NULLS FIRST,
                book_4.id ASC
              LIMIT
                100
            ) book_4
          LIMIT
            (
              SELECT
                $11::int
            )
        ) book_4
      ORDER BY
        book_4.pages DESC NULLS LAST,
        book_4.id DESC
    ),
    ','
  ) || ']}}'
