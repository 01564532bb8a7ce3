-- $1 1
-- $2 ["open","closed"]
-- $3 500
-- $4 2
-- $5 "LOST"
-- $6 500
SELECT
  '{"loansSummary":{"groups":[' || array_to_string(
    ARRAY(
      SELECT
        g.text
      FROM
        (
          SELECT
            '{"key":{"state":' || coalesce(to_json((loan_1.state)::text)::text, 'null') || ',"__typename":"LoanGroupKey"},"count":' || (count(*))::text || ',"sum":{"fee":' || coalesce(trim_scale((sum(loan_1.fee))::numeric)::text, 'null') || '},"avg":{"fee":' || coalesce(trim_scale((round(avg(loan_1.fee), 6))::numeric)::text, 'null') || '},"min":{"lentAt":' || coalesce('"' || to_char((min(loan_1.lent_at)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || ',"fee":' || coalesce(trim_scale((min(loan_1.fee))::numeric)::text, 'null') || '},"max":{"lentAt":' || coalesce('"' || to_char((max(loan_1.lent_at)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || '},"dear":' || (
              count(*) FILTER (
                WHERE
                  loan_1.fee > $1::numeric
              )
            )::text || '}' AS text,
            loan_1.state AS key_0
          FROM
            loan loan_1
          WHERE
            EXISTS (
              SELECT
              FROM
                book b
              WHERE
                b.id = loan_1.book_id
                AND b.shelf = ANY ($2::text[])
            )
          GROUP BY
            2
          ORDER BY
            count(*) DESC,
            sum(loan_1.fee) DESC NULLS LAST,
            2 ASC NULLS LAST,
            2
          LIMIT
            500
        ) g
      LIMIT
        (
          SELECT
            $3::int
        )
    ),
    ','
  ) || '],"__typename":"LoanSummary"},"byLeast":{"groups":[' || array_to_string(
    ARRAY(
      SELECT
        g.text
      FROM
        (
          SELECT
            '{"key":{"bookId":' || coalesce(
              '"' || (
                (
                  SELECT
                    book_3.id
                  FROM
                    book book_3
                  WHERE
                    (
                      book_3.id = loan_2.book_id
                      AND book_3.shelf = ANY ($2::text[])
                    )
                )
              )::text || '"',
              'null'
            ) || '},"avg":{"fee":' || coalesce(trim_scale((round(avg(loan_2.fee), 6))::numeric)::text, 'null') || '}}' AS text,
            (
              SELECT
                book_3.id
              FROM
                book book_3
              WHERE
                (
                  book_3.id = loan_2.book_id
                  AND book_3.shelf = ANY ($2::text[])
                )
            ) AS key_0
          FROM
            loan loan_2
          WHERE
            EXISTS (
              SELECT
              FROM
                book b
              WHERE
                b.id = loan_2.book_id
                AND b.shelf = ANY ($2::text[])
            )
          GROUP BY
            2
          ORDER BY
            min(loan_2.fee) ASC NULLS LAST,
            max(loan_2.lent_at) DESC NULLS LAST,
            avg(loan_2.fee) ASC NULLS LAST,
            2
          LIMIT
            500
        ) g
      LIMIT
        (
          SELECT
            $4::int
        )
    ),
    ','
  ) || ']},"all":{"groups":[' || array_to_string(
    ARRAY(
      SELECT
        g.text
      FROM
        (
          SELECT
            '{"count":' || (count(*))::text || ',"sum":{"fee":' || coalesce(trim_scale((sum(loan_4.fee))::numeric)::text, 'null') || '}}' AS text
          FROM
            loan loan_4
          WHERE
            (
              EXISTS (
                SELECT
                FROM
                  book b
                WHERE
                  b.id = loan_4.book_id
                  AND b.shelf = ANY ($2::text[])
              )
              AND loan_4.state IS DISTINCT FROM $5::text
            )
          HAVING
            true
          LIMIT
            500
        ) g
      LIMIT
        (
          SELECT
            $6::int
        )
    ),
    ','
  ) || ']}}'
