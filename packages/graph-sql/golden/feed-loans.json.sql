-- $1 ["open","closed"]
SELECT
  '{"id":' || coalesce('"' || (loan_1.id)::text || '"', 'null') || ',"reader":' || coalesce(to_json((loan_1.reader)::text)::text, 'null') || ',"state":' || coalesce(to_json((loan_1.state)::text)::text, 'null') || ',"lentAt":' || coalesce('"' || to_char((loan_1.lent_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || ',"fee":' || coalesce(trim_scale((loan_1.fee)::numeric)::text, 'null') || ',"lost":' || coalesce((loan_1.lost)::text, 'null') || ',"bookId":' || coalesce(
    '"' || (
      (
        SELECT
          book_2.id
        FROM
          book book_2
        WHERE
          (
            book_2.id = loan_1.book_id
            AND book_2.shelf = ANY ($1::text[])
          )
      )
    )::text || '"',
    'null'
  ) || '}'
FROM
  loan loan_1
WHERE
  EXISTS (
    SELECT
    FROM
      book b
    WHERE
      b.id = loan_1.book_id
      AND b.shelf = ANY ($1::text[])
  )
ORDER BY
  loan_1.id
