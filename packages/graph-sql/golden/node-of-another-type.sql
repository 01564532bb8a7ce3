-- $1 "a7ef444c-c8c4-b515-5fdc-537cdcca132f"
-- $2 ["open"]
SELECT
  '{"node":' || coalesce(
    nullif(
      coalesce(
        (
          SELECT
            '{"id":"' || (book_1.id)::text || '","__typename":"Book","title":' || to_json((book_1.title)::text)::text || '}'
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
