-- $1 ["open","closed"]
-- $2 25
-- $3 25
-- $4 500
-- $5 500
-- $6 25
-- $7 25
-- $8 0
-- $9 "fb8f0de8-a40a-93e0-2cdf-0a4aef6de12f"
-- $10 "fb8f0de8-a40a-93e0-2cdf-0a4aef6de12f"
-- $11 "fb8f0de8-a40a-93e0-2cdf-0a4aef6de12f"
-- $12 ["fb8f0de8-a40a-93e0-2cdf-0a4aef6de12f","2bbf9fed-9b12-224e-0619-3b67858dc5ba"]
-- $13 ["fb8f0de8-a40a-93e0-2cdf-0a4aef6de12f","2bbf9fed-9b12-224e-0619-3b67858dc5ba"]
SELECT
  '{"prices":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      price price_1
    WHERE
      price_1.ended_at IS NULL
  )::text || ',"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"amount":' || coalesce(trim_scale((price_1.amount)::numeric)::text, 'null') || ',"book":' || coalesce(
              (
                SELECT
                  '{"title":' || to_json((book_2.title)::text)::text || '}'
                FROM
                  book book_2
                WHERE
                  (
                    book_2.id = price_1.book_id
                    AND book_2.shelf = ANY ($1::text[])
                  )
              ),
              'null'
            ) || '}' AS text
          FROM
            price price_1
          WHERE
            price_1.ended_at IS NULL
          ORDER BY
            price_1.id ASC
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
  ) || ']},"all":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"amount":' || coalesce(trim_scale((price_3.amount)::numeric)::text, 'null') || ',"endedAt":' || coalesce('"' || to_char((price_3.ended_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || '}' AS text
          FROM
            price price_3
          ORDER BY
            price_3.amount ASC NULLS LAST,
            price_3.id ASC
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
  ) || ']},"pricesSummary":{"groups":[' || array_to_string(
    ARRAY(
      SELECT
        g.text
      FROM
        (
          SELECT
            '{"count":' || (count(*))::text || ',"sum":{"amount":' || coalesce(trim_scale((sum(price_4.amount))::numeric)::text, 'null') || '}}' AS text
          FROM
            price price_4
          WHERE
            price_4.ended_at IS NULL
          HAVING
            true
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
  ) || ']},"allSummary":{"groups":[' || array_to_string(
    ARRAY(
      SELECT
        g.text
      FROM
        (
          SELECT
            '{"count":' || (count(*))::text || ',"sum":{"amount":' || coalesce(trim_scale((sum(price_5.amount))::numeric)::text, 'null') || '}}' AS text
          FROM
            price price_5
          HAVING
            true
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
  ) || ']},"books":{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        page.text
      FROM
        (
          SELECT
            '{"title":' || to_json((book_6.title)::text)::text || ',"prices":{"nodes":[' || array_to_string(
              ARRAY(
                SELECT
                  page.text
                FROM
                  (
                    SELECT
                      '{"amount":' || coalesce(trim_scale((price_7.amount)::numeric)::text, 'null') || '}' AS text
                    FROM
                      price price_7
                    WHERE
                      (
                        price_7.book_id = book_6.id
                        AND price_7.ended_at IS NULL
                      )
                    ORDER BY
                      price_7.id ASC
                    LIMIT
                      100
                  ) page
                LIMIT
                  (
                    SELECT
                      $6::int
                  )
              ),
              ','
            ) || ']},"all":{"totalCount":' || (
              SELECT
                count(*)
              FROM
                price price_8
              WHERE
                price_8.book_id = book_6.id
            )::text || '}}' AS text
          FROM
            book book_6
          WHERE
            (
              book_6.shelf = ANY ($1::text[])
              AND book_6.withdrawn_at IS NULL
              AND (
                SELECT
                  few_candidates (count(*), 10000)
                FROM
                  (
                    SELECT
                    FROM
                      book book_6
                    WHERE
                      (
                        book_6.shelf = ANY ($1::text[])
                        AND book_6.withdrawn_at IS NULL
                      )
                    LIMIT
                      10001
                  ) candidate
              )
            )
          ORDER BY
            (
              SELECT
                count(*)
              FROM
                price price_9
              WHERE
                (
                  price_9.book_id = book_6.id
                  AND price_9.ended_at IS NULL
                )
            ) DESC,
            book_6.id DESC
          LIMIT
            100
        ) page
      LIMIT
        (
          SELECT
            $7::int
        )
    ),
    ','
  ) || ']},"priced":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_10
    WHERE
      (
        book_10.shelf = ANY ($1::text[])
        AND book_10.withdrawn_at IS NULL
        AND EXISTS (
          SELECT
            1
          FROM
            price price_11
          WHERE
            (
              price_11.book_id = book_10.id
              AND price_11.ended_at IS NULL
              AND price_11.amount > $8::numeric
            )
        )
      )
  )::text || '},"dearer":{"totalCount":' || (
    SELECT
      count(*)
    FROM
      book book_12
    WHERE
      (
        book_12.shelf = ANY ($1::text[])
        AND book_12.withdrawn_at IS NULL
        AND EXISTS (
          SELECT
            1
          FROM
            price price_13
          WHERE
            (
              price_13.book_id = book_12.id
              AND price_13.ended_at IS NOT NULL
            )
        )
      )
  )::text || '},"price":' || coalesce(
    (
      SELECT
        '{"amount":' || coalesce(trim_scale((price_14.amount)::numeric)::text, 'null') || '}'
      FROM
        price price_14
      WHERE
        (
          price_14.id = $9::uuid
          AND price_14.ended_at IS NULL
        )
      LIMIT
        1
    ),
    'null'
  ) || ',"known":' || coalesce(
    (
      SELECT
        '{"amount":' || coalesce(trim_scale((price_15.amount)::numeric)::text, 'null') || '}'
      FROM
        price price_15
      WHERE
        price_15.id = $10::uuid
      LIMIT
        1
    ),
    'null'
  ) || ',"node":' || coalesce(
    nullif(
      coalesce(
        (
          SELECT
            '{"id":"' || (author_16.id)::text || '"}'
          FROM
            author author_16
          WHERE
            (
              author_16.id = $11::uuid
              AND EXISTS (
                SELECT
                FROM
                  book b
                WHERE
                  b.author_id = author_16.id
                  AND b.shelf = ANY ($1::text[])
              )
            )
          LIMIT
            1
        ),
        'null'
      ),
      'null'
    ),
    nullif(
      coalesce(
        (
          SELECT
            '{"id":"' || (book_17.id)::text || '"}'
          FROM
            book book_17
          WHERE
            (
              book_17.id = $11::uuid
              AND book_17.shelf = ANY ($1::text[])
            )
          LIMIT
            1
        ),
        'null'
      ),
      'null'
    ),
    nullif(
      coalesce(
        (
          SELECT
            '{"id":"' || (loan_18.id)::text || '"}'
          FROM
            loan loan_18
          WHERE
            (
              loan_18.id = $11::uuid
              AND EXISTS (
                SELECT
                FROM
                  book b
                WHERE
                  b.id = loan_18.book_id
                  AND b.shelf = ANY ($1::text[])
              )
            )
          LIMIT
            1
        ),
        'null'
      ),
      'null'
    ),
    nullif(
      coalesce(
        (
          SELECT
            '{"id":"' || (price_19.id)::text || '"}'
          FROM
            price price_19
          WHERE
            (
              price_19.id = $11::uuid
              AND price_19.ended_at IS NULL
            )
          LIMIT
            1
        ),
        'null'
      ),
      'null'
    ),
    'null'
  ) || ',"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        coalesce(
          nullif(
            coalesce(
              (
                SELECT
                  '{"id":"' || (author_21.id)::text || '"}'
                FROM
                  author author_21
                WHERE
                  (
                    author_21.id = wanted_20.id
                    AND EXISTS (
                      SELECT
                      FROM
                        book b
                      WHERE
                        b.author_id = author_21.id
                        AND b.shelf = ANY ($1::text[])
                    )
                  )
                LIMIT
                  1
              ),
              'null'
            ),
            'null'
          ),
          nullif(
            coalesce(
              (
                SELECT
                  '{"id":"' || (book_22.id)::text || '"}'
                FROM
                  book book_22
                WHERE
                  (
                    book_22.id = wanted_20.id
                    AND book_22.shelf = ANY ($1::text[])
                  )
                LIMIT
                  1
              ),
              'null'
            ),
            'null'
          ),
          nullif(
            coalesce(
              (
                SELECT
                  '{"id":"' || (loan_23.id)::text || '"}'
                FROM
                  loan loan_23
                WHERE
                  (
                    loan_23.id = wanted_20.id
                    AND EXISTS (
                      SELECT
                      FROM
                        book b
                      WHERE
                        b.id = loan_23.book_id
                        AND b.shelf = ANY ($1::text[])
                    )
                  )
                LIMIT
                  1
              ),
              'null'
            ),
            'null'
          ),
          nullif(
            coalesce(
              (
                SELECT
                  '{"id":"' || (price_24.id)::text || '"}'
                FROM
                  price price_24
                WHERE
                  (
                    price_24.id = wanted_20.id
                    AND price_24.ended_at IS NULL
                  )
                LIMIT
                  1
              ),
              'null'
            ),
            'null'
          ),
          'null'
        )
      FROM
        unnest($12::uuid[]) WITH ORDINALITY wanted_20 (id, place)
      ORDER BY
        wanted_20.place
    ),
    ','
  ) || '],"both":[' || array_to_string(
    ARRAY(
      SELECT
        coalesce(
          nullif(
            coalesce(
              (
                SELECT
                  '{"id":"' || (author_26.id)::text || '"}'
                FROM
                  author author_26
                WHERE
                  (
                    author_26.id = wanted_25.id
                    AND EXISTS (
                      SELECT
                      FROM
                        book b
                      WHERE
                        b.author_id = author_26.id
                        AND b.shelf = ANY ($1::text[])
                    )
                  )
                LIMIT
                  1
              ),
              'null'
            ),
            'null'
          ),
          nullif(
            coalesce(
              (
                SELECT
                  '{"id":"' || (book_27.id)::text || '"}'
                FROM
                  book book_27
                WHERE
                  (
                    book_27.id = wanted_25.id
                    AND book_27.shelf = ANY ($1::text[])
                  )
                LIMIT
                  1
              ),
              'null'
            ),
            'null'
          ),
          nullif(
            coalesce(
              (
                SELECT
                  '{"id":"' || (loan_28.id)::text || '"}'
                FROM
                  loan loan_28
                WHERE
                  (
                    loan_28.id = wanted_25.id
                    AND EXISTS (
                      SELECT
                      FROM
                        book b
                      WHERE
                        b.id = loan_28.book_id
                        AND b.shelf = ANY ($1::text[])
                    )
                  )
                LIMIT
                  1
              ),
              'null'
            ),
            'null'
          ),
          nullif(
            coalesce(
              (
                SELECT
                  '{"id":"' || (price_29.id)::text || '"}'
                FROM
                  price price_29
                WHERE
                  price_29.id = wanted_25.id
                LIMIT
                  1
              ),
              'null'
            ),
            'null'
          ),
          'null'
        )
      FROM
        unnest($13::uuid[]) WITH ORDINALITY wanted_25 (id, place)
      ORDER BY
        wanted_25.place
    ),
    ','
  ) || ']}'
