-- $1 ["open"]
-- $2 25
SELECT
  '{"books":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"id":"' || (book_1.id)::text || '","title":' || to_json((book_1.title)::text)::text || ',"pages":' || coalesce((book_1.pages)::text, 'null') || ',"published":' || coalesce(to_json(book_1.published)::text, 'null') || '}' AS text
          FROM
            book book_1
          WHERE
            (
              book_1.shelf = ANY ($1::text[])
              AND book_1.withdrawn_at IS NULL
            )
          ORDER BY
            book_1.id ASC
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
  ) || ']}}'
