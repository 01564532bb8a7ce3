import { compact, statementName } from './compact.js'

describe('placeholders of a finished statement', () => {
  it('are numbered as the text names them, and values that it does not name are left out', () => {
    expect(compact('a = $3::int AND b = $1::text AND c = $3::int', ['one', 'two', 'three'])).toEqual({
      text: 'a = $1::int AND b = $2::text AND c = $1::int',
      values: ['three', 'one'],
    })
  })

  it('keep their numbers apart from ten on', () => {
    const values = Array.from({ length: 11 }, (_, index) => index + 1)
    expect(compact('$11::int, $1::int', values)).toEqual({ text: '$1::int, $2::int', values: [11, 1] })
  })

  it('may be none', () => {
    expect(compact("SELECT '{}'", ['left over'])).toEqual({ text: "SELECT '{}'", values: [] })
  })
})

test('a statement has one name for one text, short enough for PostgreSQL', () => {
  expect(statementName('SELECT 1')).toBe(statementName('SELECT 1'))
  expect(statementName('SELECT 1')).not.toBe(statementName('SELECT 2'))
  expect(statementName('SELECT 1')).toMatch(/^[\w-]{32}$/)
})
