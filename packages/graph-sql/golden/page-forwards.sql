-- $1 2
-- $2 ["open","closed"]
SELECT
  '{"books":' || (
    SELECT
      '{"edges":[' || coalesce(
        string_agg(
          '{"cursor":' || page.cursor || ',"node":' || n_67aaf7917f1b7e4f || ',"__typename":"BookEdge"}',
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
      )::text || ',"hasPreviousPage":false,"startCursor":' || coalesce(
        (
          array_agg(
            page.cursor
            ORDER BY
              page.place ASC
          ) FILTER (
            WHERE
              page.place <= (
                SELECT
                  $1::int
              )
          )
        ) [1],
        'null'
      ) || ',"endCursor":' || coalesce(
        (
          array_agg(
            page.cursor
            ORDER BY
              page.place DESC
          ) FILTER (
            WHERE
              page.place <= (
                SELECT
                  $1::int
              )
          )
        ) [1],
        'null'
      ) || ',"__typename":"PageInfo"},"nodes":[' || coalesce(
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
      ) || ']}'
    FROM
      (
        SELECT
          row_number() OVER (
            ORDER BY
              book_1.title ASC,
              book_1.id ASC
          ) AS place,
          '{"title":' || to_json((book_1.title)::text)::text || '}' AS n_67aaf7917f1b7e4f,
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
