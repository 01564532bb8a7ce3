-- $1 ["open","closed"]
-- $2 500
-- $3 "%e%"
-- $4 500
-- $5 500
SELECT
  '{"loansSummary":{"groups":[' || array_to_string(
    ARRAY(
      SELECT
        g.text
      FROM
        (
          SELECT
            '{"key":{"lentAtYear":' || coalesce(to_json(date_trunc('year', (loan_1.lent_at) AT TIME ZONE 'UTC')::date)::text, 'null') || ',"lentAtQuarter":' || coalesce(to_json(date_trunc('quarter', (loan_1.lent_at) AT TIME ZONE 'UTC')::date)::text, 'null') || ',"lentAtMonth":' || coalesce(to_json(date_trunc('month', (loan_1.lent_at) AT TIME ZONE 'UTC')::date)::text, 'null') || ',"lentAtWeek":' || coalesce(to_json(date_trunc('week', (loan_1.lent_at) AT TIME ZONE 'UTC')::date)::text, 'null') || ',"lentAtDay":' || coalesce(to_json(date_trunc('day', (loan_1.lent_at) AT TIME ZONE 'UTC')::date)::text, 'null') || ',"lentAt":' || coalesce('"' || to_char((loan_1.lent_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || '},"count":' || (count(*))::text || '}' AS text,
            date_trunc('year', (loan_1.lent_at) AT TIME ZONE 'UTC')::date AS key_0,
            date_trunc('quarter', (loan_1.lent_at) AT TIME ZONE 'UTC')::date AS key_1,
            date_trunc('month', (loan_1.lent_at) AT TIME ZONE 'UTC')::date AS key_2,
            date_trunc('week', (loan_1.lent_at) AT TIME ZONE 'UTC')::date AS key_3,
            date_trunc('day', (loan_1.lent_at) AT TIME ZONE 'UTC')::date AS key_4,
            loan_1.lent_at AS key_5
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
          GROUP BY
            2,
            3,
            4,
            5,
            6,
            7
          ORDER BY
            2,
            3,
            4,
            5,
            6,
            7
          LIMIT
            500
        ) g
      LIMIT
        (
          SELECT
            $2::int
        )
    ),
    ','
  ) || ']},"booksSummary":{"groups":[' || array_to_string(
    ARRAY(
      SELECT
        g.text
      FROM
        (
          SELECT
            '{"key":{"publishedYear":' || coalesce(to_json(date_trunc('year', (book_2.published)::timestamp)::date)::text, 'null') || '},"count":' || (count(*))::text || ',"sum":{"pages":' || coalesce(trim_scale((sum(book_2.pages))::numeric)::text, 'null') || '}}' AS text,
            date_trunc('year', (book_2.published)::timestamp)::date AS key_0
          FROM
            book book_2
          WHERE
            (
              book_2.shelf = ANY ($1::text[])
              AND book_2.withdrawn_at IS NULL
              AND (search_form (book_2.title) LIKE search_form ($3::text))
            )
          GROUP BY
            2
          ORDER BY
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
  ) || ']},"authorsSummary":{"groups":[' || array_to_string(
    ARRAY(
      SELECT
        g.text
      FROM
        (
          SELECT
            '{"key":{"name":' || coalesce(to_json((author_3.name COLLATE "und-x-icu")::text)::text, 'null') || '},"count":' || (count(*))::text || '}' AS text,
            author_3.name COLLATE "und-x-icu" AS key_0
          FROM
            author author_3
          WHERE
            EXISTS (
              SELECT
              FROM
                book b
              WHERE
                b.author_id = author_3.id
                AND b.shelf = ANY ($1::text[])
            )
          GROUP BY
            2
          ORDER BY
            2
          LIMIT
            500
        ) g
      LIMIT
        (
          SELECT
            $5::int
        )
    ),
    ','
  ) || ']}}'
