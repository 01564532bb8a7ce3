import { jsonConstant, jsonList, jsonObject, jsonText, presentText } from './json-text.js'

describe('a value as JSON text', () => {
  it.each([
    ['String', 'text', false, 'to_json((x)::text)::text'],
    ['ID', 'uuid', false, `'"' || (x)::text || '"'`],
    ['ID', 'text', false, 'to_json((x)::text)::text'],
    ['Int', 'integer', false, '(x)::text'],
    ['Boolean', 'boolean', false, '(x)::text'],
    ['JSON', 'jsonb', false, '(x)::text'],
    ['Decimal', 'numeric', false, 'trim_scale((x)::numeric)::text'],
    ['Money', 'numeric', false, 'trim_scale((x)::numeric)::text'],
    ['Float', 'float8', false, 'trim_scale((x)::numeric)::text'],
    ['Date', 'date', false, 'to_json(x)::text'],
    ['DateTime', 'timestamptz', false, `'"' || to_char((x) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`],
    ['String', 'text[]', true, 'to_json(x)::text'],
  ])('of %s in %s', (type, sqlType, list, text) => {
    expect(presentText({ type, sqlType, list }, 'x')).toBe(text)
    expect(jsonText({ type, sqlType, list }, 'x')).toBe(`coalesce(${text}, 'null')`)
  })
})

describe('texts that are put together', () => {
  it('constants that meet become one', () => {
    expect(jsonObject([])).toBe(`'{}'`)
    expect(jsonObject([['a', 'x']])).toBe(`'{"a":' || x || '}'`)
    expect(
      jsonObject([
        ['a', `'1'`],
        ['b', 'y'],
      ]),
    ).toBe(`'{"a":1,"b":' || y || '}'`)
  })

  it('a list is that of the single texts of a query', () => {
    expect(jsonList('SELECT x')).toBe(`'[' || array_to_string(ARRAY(SELECT x), ',') || ']'`)
  })

  it('a constant is quoted for JSON and for SQL', () => {
    expect(jsonConstant(`it's "so"`)).toBe(`'"it''s \\"so\\""'`)
  })
})
