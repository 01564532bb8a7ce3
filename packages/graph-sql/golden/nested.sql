-- $1 ["open","closed"]
-- $2 2
-- $3 25
SELECT
  '{"authors":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"name":' || to_json((author_1.name)::text)::text || ',"email":' || coalesce(to_json((author_1.email)::text)::text, 'null') || ',"books":{"totalCount":' || (
              SELECT
                count(*)
              FROM
                book book_2
              WHERE
                (
                  book_2.author_id = author_1.id
                  AND book_2.shelf = ANY ($1::text[])
                  AND book_2.withdrawn_at IS NULL
                )
            )::text || ',"nodes":[' || array_to_string(
              ARRAY(
                SELECT
                  page.text
                FROM
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
                      ) || '}' AS text
                    FROM
                      book book_2
                    WHERE
                      (
                        book_2.author_id = author_1.id
                        AND CASE
                          WHEN book_2.shelf = ANY ($1::text[]) THEN true
                          ELSE false
                        END
                        AND book_2.withdrawn_at IS NULL
                      )
                    ORDER BY
                      book_2.published DESC NULLS LAST,
                      book_2.id DESC
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
            ) || ']}}' AS text
          FROM
            author author_1
          WHERE
            EXISTS (
              SELECT
              FROM
                book b
              WHERE
                b.author_id = author_1.id
                AND b.shelf = ANY ($1::text[])
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
            $3::int
        )
    ),
    ','
  ) || ']}}'
