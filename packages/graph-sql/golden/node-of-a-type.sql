-- $1 "b60c0d4d-7e79-d2d9-eb6b-397ca8529c4c"
-- $2 ["open"]
SELECT
  '{"node":' || coalesce(
    nullif(
      coalesce(
        (
          SELECT
            '{"id":"' || (book_1.id)::text || '","title":' || to_json((book_1.title)::text)::text || '}'
          FROM
            book book_1
          WHERE
            (
              book_1.id = $1::uuid
              AND book_1.shelf = ANY ($2::text[])
            )
          LIMIT
            1
        ),
        'null'
      ),
      'null'
    )
  ) || '}'
