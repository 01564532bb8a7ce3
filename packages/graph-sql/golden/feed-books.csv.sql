-- $1 ["open","closed"]
-- $2 60
SELECT
  coalesce((book_1.id)::text, '') || ',' || coalesce(csv_text ((book_1.title)::text), '') || ',' || coalesce(trim_scale((book_1.pages)::numeric)::text, '') || ',' || coalesce(to_char(book_1.published, 'YYYY-MM-DD'), '') || ',' || coalesce(to_char((book_1.withdrawn_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') || ',' || coalesce(
    csv_text (
      (
        (
          CASE
            WHEN 'en' = 'it' THEN book_1.title_it
            ELSE book_1.title
          END
        )
      )::text
    ),
    ''
  ) || ',' || coalesce((book_1.author_id)::text, '')
FROM
  book book_1
WHERE
  (
    book_1.shelf = ANY ($1::text[])
    AND book_1.pages > $2::int
  )
ORDER BY
  book_1.id
