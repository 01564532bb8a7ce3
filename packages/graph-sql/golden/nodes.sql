-- $1 ["open"]
-- $2 ["a7ef444c-c8c4-b515-5fdc-537cdcca132f","cd8d64cd-b20c-e567-9ebe-747747c3cc4c","80150d09-100a-bb8a-34c6-233d7bec11e7"]
SELECT
  '{"nodes":[' || array_to_string(
    ARRAY(
      SELECT
        coalesce(
          nullif(
            coalesce(
              (
                SELECT
                  '{"__typename":"Author","id":"' || (author_2.id)::text || '","name":' || to_json((author_2.name)::text)::text || '}'
                FROM
                  author author_2
                WHERE
                  (
                    author_2.id = wanted_1.id
                    AND EXISTS (
                      SELECT
                      FROM
                        book b
                      WHERE
                        b.author_id = author_2.id
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
                  '{"__typename":"Book","id":"' || (book_3.id)::text || '","title":' || to_json((book_3.title)::text)::text || '}'
                FROM
                  book book_3
                WHERE
                  (
                    book_3.id = wanted_1.id
                    AND book_3.shelf = ANY ($1::text[])
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
                  '{"__typename":"Loan","id":"' || (loan_4.id)::text || '"}'
                FROM
                  loan loan_4
                WHERE
                  (
                    loan_4.id = wanted_1.id
                    AND EXISTS (
                      SELECT
                      FROM
                        book b
                      WHERE
                        b.id = loan_4.book_id
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
                  '{"__typename":"Price","id":"' || (price_5.id)::text || '"}'
                FROM
                  price price_5
                WHERE
                  (
                    price_5.id = wanted_1.id
                    AND price_5.ended_at IS NULL
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
        unnest($2::uuid[]) WITH ORDINALITY wanted_1 (id, place)
      ORDER BY
        wanted_1.place
    ),
    ','
  ) || ']}'
