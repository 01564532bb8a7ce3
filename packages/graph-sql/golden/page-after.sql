-- $1 1
-- $2 ["open","closed"]
-- $3 "Harbours"
-- $4 "c75cb2ff-b776-cef2-829c-595f92842da8"
SELECT
  '{"books":' || (
    SELECT
      '{"nodes":[' || coalesce(
        string_agg(
          n_80b08b5a68453a5d,
          ','
          ORDER BY
            page.place
        ) FILTER (
          WHERE
            page.place <= (
              SELECT
                $1::int
            )
        ),
        ''
      ) || '],"pageInfo":{"hasNextPage":' || (
        count(*) > (
          SELECT
            $1::int
        )
      )::text || ',"hasPreviousPage":true}}'
    FROM
      (
        SELECT
          row_number() OVER (
            ORDER BY
              book_1.title ASC,
              book_1.id ASC
          ) AS place,
          '{"title":' || to_json((book_1.title)::text)::text || '}' AS n_80b08b5a68453a5d,
          '"' || translate(
            encode(
              convert_to(
                '[' || '"2:Book:title ASC,id ASC"' || ',' || coalesce(to_json((book_1.title)::text)::text, 'null') || ',' || coalesce(to_json((book_1.id)::text)::text, 'null') || ']',
                'UTF8'
              ),
              'base64'
            ),
            E'\n',
            ''
          ) || '"' AS cursor
        FROM
          (
            SELECT
              *
            FROM
              (
                SELECT
                  book_1.*
                FROM
                  book book_1
                WHERE
                  (
                    book_1.shelf = ANY ($2::text[])
                    AND book_1.withdrawn_at IS NULL
                    AND (book_1.title, book_1.id) > ($3::text, $4::uuid)
                  )
                ORDER BY
                  book_1.title ASC,
                  book_1.id ASC
                LIMIT
                  101
              ) book_1
            LIMIT
              (
                SELECT
                  $1::int
              ) + 1
          ) book_1
      ) page
    HAVING
      true
  ) || '}'
