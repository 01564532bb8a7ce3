-- $1 "2024-01-01"
-- $2 "2024-01-01"
-- $3 1
-- $4 ["open"]
-- $5 25
SELECT
  '{"books":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_1.title)::text)::text || ',"most":' || coalesce(
              (
                (
                  SELECT
                    most_2.loans
                  FROM
                    (
                      SELECT
                        *
                      FROM
                        pg_temp.months_of (book_1.id, NULL)
                      ORDER BY
                        loans DESC,
                        month
                      LIMIT
                        1
                    ) most_2
                  LIMIT
                    1
                )
              )::text,
              'null'
            ) || ',"busiest":' || coalesce(
              (
                SELECT
                  '{"month":' || coalesce(to_json(busiest_3.month)::text, 'null') || ',"loans":' || coalesce((busiest_3.loans)::text, 'null') || ',"__typename":"BusyMonth"}'
                FROM
                  (
                    SELECT
                      *
                    FROM
                      pg_temp.months_of (book_1.id, NULL)
                    ORDER BY
                      loans DESC,
                      month
                    LIMIT
                      1
                  ) busiest_3
                LIMIT
                  1
              ),
              'null'
            ) || ',"late":' || coalesce(
              (
                SELECT
                  '{"month":' || coalesce(to_json(busiest_4.month)::text, 'null') || '}'
                FROM
                  (
                    SELECT
                      *
                    FROM
                      pg_temp.months_of (book_1.id, $1::date)
                    ORDER BY
                      loans DESC,
                      month
                    LIMIT
                      1
                  ) busiest_4
                LIMIT
                  1
              ),
              'null'
            ) || ',"months":{"totalCount":' || (
              SELECT
                count(*)
              FROM
                pg_temp.months_of (book_1.id, $2::date) months_5
            )::text || ',"nodes":[' || array_to_string(
              ARRAY(
                SELECT
                  page.text
                FROM
                  (
                    SELECT
                      '{"day":' || to_json(months_5.month)::text || ',"loans":' || (months_5.loans)::text || '}' AS text
                    FROM
                      pg_temp.months_of (book_1.id, $2::date) months_5
                    ORDER BY
                      months_5.month DESC,
                      months_5.month DESC
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
            ) || ']}}' AS text
          FROM
            book book_1
          WHERE
            (
              book_1.shelf = ANY ($4::text[])
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
            $5::int
        )
    ),
    ','
  ) || ']}}'
