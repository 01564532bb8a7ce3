import { GraphQLError } from 'graphql'
import { badInput, conflict, notFound, unauthenticated } from './errors.js'
import { mapDatabaseError } from './map-database-error.js'
import { causeOf, refusalOf } from './told-error.js'

const spoken = (code: string, more: object = {}) => Object.assign(new Error('duplicate key value violates unique constraint "secret"'), { code, ...more })

/** What is told of an error: its code, then the code and place of each fault. */
function told(error: unknown): unknown {
  const found = refusalOf(error)
  const faults = (found?.extensions.faults ?? []) as { path: unknown[]; code: string; params?: object }[]
  return found && [found.extensions.code, ...faults.map(({ path, code, params }) => [path.join('.'), code, params ?? {}])]
}

describe('what is told of what the database says', () => {
  it.each([
    ['40001', {}, ['CONFLICT']],
    ['40P01', {}, ['CONFLICT']],
    ['57014', {}, ['TOO_COMPLEX']],
    ['CP001', { detail: '10000' }, ['TOO_COMPLEX']],
    ['23001', {}, ['BAD_USER_INPUT', ['', 'IN_USE_OR_UNKNOWN', {}]]],
    ['23502', { column: 'name' }, ['BAD_USER_INPUT', ['name', 'REQUIRED', {}]]],
    ['23503', {}, ['BAD_USER_INPUT', ['', 'IN_USE_OR_UNKNOWN', {}]]],
    ['23505', { constraint: 'one_name' }, ['BAD_USER_INPUT', ['', 'ALREADY_THERE', { rule: 'one_name' }]]],
    ['23514', {}, ['BAD_USER_INPUT', ['', 'NOT_ALLOWED', {}]]],
    ['22003', {}, ['BAD_USER_INPUT', ['', 'TOO_LARGE', {}]]],
    ['22021', {}, ['BAD_USER_INPUT', ['', 'BAD_TEXT', {}]]],
    ['22P02', {}, ['BAD_USER_INPUT', ['', 'NOT_ALLOWED', {}]]],
    ['42601', {}, null],
    ['ECONNREFUSED', {}, null],
  ])('%s %j', (code, more, expected) => {
    expect(told(spoken(code, more))).toEqual(expected)
    expect(String(refusalOf(spoken(code, more))?.message)).not.toContain('secret')
  })

  it('says how many rows may be ordered', () => {
    expect((mapDatabaseError(spoken('CP001', { detail: '10000' })) as Error).message).toContain('10000')
  })

  it('is nothing of what is no error of it', () => {
    for (const error of [new Error('x'), { code: '23505' }, 'x', null]) expect(mapDatabaseError(error)).toBe(error)
  })
})

describe('a refusal', () => {
  it('is told as it is', () => {
    for (const refused of [notFound(), unauthenticated(), conflict({ fields: [] }), badInput([{ path: ['x'], code: 'REQUIRED', message: 'x is needed.' }])])
      expect(refusalOf(refused)).toBe(refused)
  })

  it('is no error of ours with another code, or of anything else', () => {
    expect(refusalOf(new GraphQLError('x', { extensions: { code: 'ODD' } }))).toBeNull()
    expect(refusalOf(new GraphQLError('x'))).toBeNull()
    expect(refusalOf(new Error('x'))).toBeNull()
  })

  it('is found in what GraphQL wrapped', () => {
    const inner = spoken('23505')
    const wrapped = new GraphQLError('x', { originalError: inner })
    expect(causeOf(wrapped)).toBe(inner)
    expect(causeOf(inner)).toBe(inner)
    expect(told(wrapped)).toEqual(['BAD_USER_INPUT', ['', 'ALREADY_THERE', {}]])
  })
})
