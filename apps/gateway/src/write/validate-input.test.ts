import { type FieldMeta, fieldOf, type RecordMeta, recordMeta } from '@clusterpolisee/schema'
import { checkField, columnValue, inputName, validateInput, writableFields } from './validate-input.js'

const field = (kind: FieldMeta['kind'], more: Partial<FieldMeta> = {}): FieldMeta =>
  ({ ...{ name: 'x', column: 'x', label: 'It', kind, optional: true, input: 'always' }, ...more }) as FieldMeta

const faultOf = (of: FieldMeta, given: unknown) => {
  const { fault } = checkField(of, given)
  return fault && [fault.code, fault.params ?? {}]
}

describe('a value is refused', () => {
  it.each<[string, FieldMeta, unknown, string, object?]>([
    ['that is needed and absent', field('text', { optional: false }), undefined, 'REQUIRED'],
    ['that is needed and blank', field('text', { optional: false }), ' \t', 'REQUIRED'],
    ['that PostgreSQL cannot keep', field('text'), 'a\u0000b', 'BAD_TEXT'],
    ['that is too long', field('text', { max: 3 }), 'four', 'TOO_LONG', { max: 3 }],
    ['that is needed and cannot be seen', field('text', { optional: false }), '\u200b\u2800', 'REQUIRED'],
    ['that holds half a character', field('longText'), 'a\ud800b', 'BAD_TEXT'],
    ['that is no number', field('decimal'), Number.NaN, 'NOT_A_NUMBER'],
    ['of more digits than programs keep', field('decimal'), 0.1 + 0.2, 'TOO_MANY_DIGITS', { max: 15 }],
    ['of more decimals than money has', field('money'), 0.005, 'TOO_MANY_PLACES', { places: 2 }],
    ['of more decimals than a share keeps', field('share'), 0.3333333, 'TOO_MANY_PLACES', { places: 6 }],
    ['below the least', field('integer', { min: 2 }), 1, 'TOO_SMALL', { min: 2 }],
    ['above the most', field('integer', { max: 2 }), 3, 'TOO_LARGE', { max: 2 }],
    ['that is no address of mail', field('email'), 'a@b', 'NOT_AN_EMAIL'],
    ['that is no address of the web', field('url'), 'ftp://example.org', 'NOT_AN_ADDRESS'],
    ['that is no address at all', field('url'), 'example', 'NOT_AN_ADDRESS'],
    ['that is no country', field('country'), 'ITA', 'NOT_A_COUNTRY'],
    ['in small letters as a country', field('country'), 'it', 'NOT_A_COUNTRY'],
    ['that is no time zone', field('timeZone'), '+02:00', 'NOT_A_TIME_ZONE'],
    ['that is no day', field('day'), '2014-02-29', 'NOT_A_DAY'],
    ['before the first day', field('day', { from: '1900-01-01' }), '1899-12-31', 'DAY_TOO_EARLY', { from: '1900-01-01' }],
    ['after the last day', field('day', { until: '2199-12-31' }), '2200-01-01', 'DAY_TOO_LATE', { until: '2199-12-31' }],
    ['that names nothing', field('belongsTo'), 'x', 'NOT_AN_ID'],
    ['without a translation', field('localised'), {}, 'NOT_TRANSLATIONS'],
    ['that is a list of translations', field('localised'), ['a'], 'NOT_TRANSLATIONS'],
    ['of no language', field('localised'), { english: 'a' }, 'NOT_TRANSLATIONS'],
    ['with a blank translation', field('localised'), { en: 'a', it: ' ' }, 'NOT_TRANSLATIONS'],
    ['with a translation that is too long', field('localised', { max: 1 }), { en: 'ab' }, 'NOT_TRANSLATIONS'],
    ['with a translation that cannot be kept', field('localised'), { en: 'a\u0000' }, 'NOT_TRANSLATIONS'],
    ['with a translation that is a number', field('localised'), { en: 1 }, 'NOT_TRANSLATIONS'],
  ])('%s', (_, of, given, code, params = {}) => {
    expect(faultOf(of, given)).toEqual([code, params])
  })

  it.each<[FieldMeta, unknown]>([
    [field('text'), null],
    [field('text', { max: 4 }), 'four'],
    [field('integer', { min: 2, max: 2 }), 2],
    [field('decimal'), -0.5],
    [field('decimal'), 0.123456789012345],
    [field('money'), 0.05],
    [field('share'), 0.333333],
    [field('email'), 'a@b.org'],
    [field('url'), 'https://example.org/a'],
    [field('country'), 'IT'],
    [field('timeZone'), 'Europe/Rome'],
    [field('timeZone'), 'UTC'],
    [field('day', { from: '2012-02-29', until: '2012-02-29' }), '2012-02-29'],
    [field('belongsTo'), '018bcfe5-6850-7001-8000-000000000050'],
    [field('localised'), { en: 'a', 'sr-Latn': 'b' }],
    [field('localised'), { en: 'a'.repeat(500) }],
  ])('not: %j %j', (of, given) => {
    expect(checkField(of, given)).toEqual({ value: given, fault: null })
  })
})

test('a text is kept without blanks around it, and blanks alone are none', () => {
  expect(checkField(field('text'), ' a b ').value).toBe('a b')
  expect(checkField(field('text'), '  ')).toEqual({ value: null, fault: null })
})

test('a text is kept composed and without what nobody sees; only a long one has lines', () => {
  expect(checkField(field('text'), 'Re\u0301gion\u00a0\r\nNord\u200b').value).toBe('Région Nord')
  expect(checkField(field('longText'), 'Re\u0301gion\r\nNord\u200b').value).toBe('Région\nNord')
  expect(checkField(field('localised'), { en: 'New\nline', it: 'Citta\u0300' }).value).toEqual({ en: 'New line', it: 'Città' })
})

test('a value goes to PostgreSQL as it is, unless its column is JSON', () => {
  expect(columnValue(field('localised'), { en: 'a' })).toBe('{"en":"a"}')
  expect(columnValue(field('localised'), null)).toBeNull()
  expect(columnValue(field('text'), 'a')).toBe('a')
  expect(columnValue(field('belongsTo'), 'id')).toBe('id')
})

describe('an input', () => {
  const partner: RecordMeta = recordMeta('Partner')
  const codes = (mode: 'create' | 'update', input: Record<string, unknown>) =>
    validateInput(partner, mode, input).faults.map(({ path, code }) => `${code} at ${path.join('.')}`)

  it('names related records by their identities', () => {
    expect(inputName(fieldOf(partner, 'project') as FieldMeta)).toBe('projectId')
    expect(inputName(fieldOf(partner, 'name') as FieldMeta)).toBe('name')
  })

  it('that makes a record needs what the record needs; one that changes it needs nothing', () => {
    expect(codes('create', {})).toEqual(expect.arrayContaining(['REQUIRED at projectId', 'REQUIRED at role']))
    expect(codes('update', {})).toEqual([])
    expect(codes('update', { role: ' ' })).toEqual(['REQUIRED at role'])
  })

  it('that changes a record cannot move it', () => {
    expect(writableFields(partner, 'create').map(({ name }) => name)).toContain('project')
    expect(writableFields(partner, 'update').map(({ name }) => name)).not.toContain('project')
    expect(validateInput(partner, 'update', { projectId: 'x', name: ' New ' })).toEqual({ values: { name: 'New' }, faults: [] })
  })
})
