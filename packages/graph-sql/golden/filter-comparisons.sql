-- $1 ["open","closed"]
-- $2 "Rivers"
-- $3 "Notes"
-- $4 400
-- $5 340
-- $6 55
-- $7 90
-- $8 ["Rivers","Letters"]
-- $9 ["Letters"]
-- $10 "%VER%"
-- $11 "ri%"
-- $12 "%\\_%"
SELECT
  '{"equal":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_1.title)::text)::text || '}'
      FROM
        book book_1
      WHERE
        (
          book_1.shelf = ANY ($1::text[])
          AND book_1.withdrawn_at IS NULL
          AND (
            book_1.title = $2::text
            AND book_1.title IS DISTINCT FROM $3::text
          )
        )
      ORDER BY
        book_1.id ASC
      LIMIT
        25
    ),
    ','
  ) || ']},"between":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_2.title)::text)::text || ',"pages":' || coalesce((book_2.pages)::text, 'null') || '}'
      FROM
        book book_2
      WHERE
        (
          book_2.shelf = ANY ($1::text[])
          AND book_2.withdrawn_at IS NULL
          AND (
            book_2.pages < $4::integer
            AND book_2.pages <= $5::integer
            AND book_2.pages > $6::integer
            AND book_2.pages >= $7::integer
          )
        )
      ORDER BY
        book_2.pages ASC NULLS LAST,
        book_2.id ASC
      LIMIT
        25
    ),
    ','
  ) || ']},"among":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_3.title)::text)::text || '}'
      FROM
        book book_3
      WHERE
        (
          book_3.shelf = ANY ($1::text[])
          AND book_3.withdrawn_at IS NULL
          AND (
            book_3.title = ANY ($8::text[])
            AND coalesce(book_3.title <> ALL ($9::text[]), true)
          )
        )
      ORDER BY
        book_3.id ASC
      LIMIT
        25
    ),
    ','
  ) || ']},"words":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_4.title)::text)::text || '}'
      FROM
        book book_4
      WHERE
        (
          book_4.shelf = ANY ($1::text[])
          AND book_4.withdrawn_at IS NULL
          AND (
            (book_4.title)::text ILIKE $10::text
            AND (book_4.title)::text ILIKE $11::text
          )
        )
      ORDER BY
        book_4.id ASC
      LIMIT
        25
    ),
    ','
  ) || ']},"literally":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_5.title)::text)::text || '}'
      FROM
        book book_5
      WHERE
        (
          book_5.shelf = ANY ($1::text[])
          AND book_5.withdrawn_at IS NULL
          AND (book_5.title)::text ILIKE $12::text
        )
      ORDER BY
        book_5.id ASC
      LIMIT
        25
    ),
    ','
  ) || ']},"without":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        '{"title":' || to_json((book_6.title)::text)::text || '}'
      FROM
        book book_6
      WHERE
        (
          book_6.shelf = ANY ($1::text[])
          AND book_6.withdrawn_at IS NULL
          AND book_6.pages IS NULL
        )
      ORDER BY
        book_6.id ASC
      LIMIT
        25
    ),
    ','
  ) || ']},"with":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_7
    WHERE
      (
        book_7.shelf = ANY ($1::text[])
        AND book_7.withdrawn_at IS NULL
        AND book_7.pages IS NOT NULL
      )
  )::text || '}}'
