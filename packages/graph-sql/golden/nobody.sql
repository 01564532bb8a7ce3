-- $1 []
SELECT
  '{"books":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_1
    WHERE
      (
        book_1.shelf = ANY ($1::text[])
        AND book_1.withdrawn_at IS NULL
      )
  )::text || ',"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_1.title)::text)::text || '}'
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
        25
    ),
    ','
  ) || ']},"authors":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"name":' || to_json((author_2.name)::text)::text || '}'
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
      ORDER BY
        author_2.name ASC,
        author_2.id ASC
      LIMIT
        25
    ),
    ','
  ) || ']}}'
