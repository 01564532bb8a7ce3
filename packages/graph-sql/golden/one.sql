-- $1 "withdrawn"
-- $2 "en"
-- $3 25
-- $4 "b60c0d4d-7e79-d2d9-eb6b-397ca8529c4c"
-- $5 ["open","closed"]
-- $6 "it"
-- $7 "b60c0d4d-7e79-d2d9-eb6b-397ca8529c4c"
-- $8 "2231d087-8e1f-1497-6c49-8ad49de37ef6"
-- $9 "b60c0d4d-7e79-d2d9-eb6b-397ca8529c4c"
SELECT
  '{"book":' || coalesce(
    (
      SELECT
        '{"title":' || to_json((book_1.title)::text)::text || ',"subjects":' || to_json(book_1.subjects)::text || ',"facts":' || coalesce((book_1.facts)::text, 'null') || ',"can":' || coalesce(
          '{"lend":' || coalesce(((book_1.withdrawn_at IS NULL))::text, 'null') || ',"because":' || coalesce(to_json((($1::text))::text)::text, 'null') || ',"__typename":"BookCan"}',
          'null'
        ) || ',"titleIn":' || coalesce(
          to_json(
            (
              (
                CASE
                  WHEN $2::text = 'it' THEN book_1.title_it
                  ELSE book_1.title
                END
              )
            )::text
          )::text,
          'null'
        ) || ',"sameShelf":[' || array_to_string(
          ARRAY(
            SELECT
              '{"key":' || coalesce(to_json((item_2.shelf)::text)::text, 'null') || ',"loans":' || coalesce((item_2.loans)::text, 'null') || '}'
            FROM
              (
                SELECT
                  book_1.shelf,
                  1 AS loans
              ) item_2
          ),
          ','
        ) || '],"loans":{"nodes":[' || array_to_string(
          ARRAY(
            SELECT
              page.text
            FROM
              (
                SELECT
                  '{"fee":' || coalesce(trim_scale((loan_3.fee)::numeric)::text, 'null') || ',"lost":' || (loan_3.lost)::text || ',"lentAt":"' || to_char((loan_3.lent_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}' AS text
                FROM
                  loan loan_3
                WHERE
                  loan_3.book_id = book_1.id
                ORDER BY
                  loan_3.id ASC
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
        ) || ']}}'
      FROM
        book book_1
      WHERE
        (
          book_1.id = $4::uuid
          AND book_1.shelf = ANY ($5::text[])
        )
      LIMIT
        1
    ),
    'null'
  ) || ',"italian":' || coalesce(
    (
      SELECT
        '{"titleIn":' || coalesce(
          to_json(
            (
              (
                CASE
                  WHEN $6::text = 'it' THEN book_4.title_it
                  ELSE book_4.title
                END
              )
            )::text
          )::text,
          'null'
        ) || '}'
      FROM
        book book_4
      WHERE
        (
          book_4.id = $7::uuid
          AND book_4.shelf = ANY ($5::text[])
        )
      LIMIT
        1
    ),
    'null'
  ) || ',"author":' || coalesce(
    (
      SELECT
        '{"name":' || to_json((author_5.name)::text)::text || '}'
      FROM
        author author_5
      WHERE
        (
          author_5.id = $8::uuid
          AND EXISTS (
            SELECT
            FROM
              book b
            WHERE
              b.author_id = author_5.id
              AND b.shelf = ANY ($5::text[])
          )
        )
      LIMIT
        1
    ),
    'null'
  ) || ',"loan":' || coalesce(
    (
      SELECT
        '{"id":"' || (loan_6.id)::text || '"}'
      FROM
        loan loan_6
      WHERE
        (
          loan_6.id = $9::uuid
          AND EXISTS (
            SELECT
            FROM
              book b
            WHERE
              b.id = loan_6.book_id
              AND b.shelf = ANY ($5::text[])
          )
        )
      LIMIT
        1
    ),
    'null'
  ) || ',"newestBook":' || coalesce(
    (
      SELECT
        '{"title":' || to_json((book_7.title)::text)::text || ',"published":' || coalesce(to_json(book_7.published)::text, 'null') || '}'
      FROM
        book book_7
      WHERE
        (
          book_7.published = (
            SELECT
              max(published)
            FROM
              book
          )
          AND book_7.shelf = ANY ($5::text[])
        )
      LIMIT
        1
    ),
    'null'
  ) || '}'
