-- $1 ["open"]
-- $2 "%ELISE%"
-- $3 25
SELECT
  '{"authors":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"name":' || to_json((author_1.name)::text)::text || '}' AS text
          FROM
            author author_1
          WHERE
            (
              EXISTS (
                SELECT
                FROM
                  book b
                WHERE
                  b.author_id = author_1.id
                  AND b.shelf = ANY ($1::text[])
              )
              AND (search_form (author_1.name) LIKE search_form ($2::text))
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
  ) || ']},"blank":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      author author_2
    WHERE
      EXISTS (
        SELECT
        FROM
          book b
        WHERE
          b.author_id = author_2.id
          AND b.shelf = ANY ($1::text[])
      )
  )::text || '}}'
