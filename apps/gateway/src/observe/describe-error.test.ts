import pg from 'pg'
import { describeError } from './describe-error.js'

it('an error of PostgreSQL is told without the values in it', () => {
  const error = Object.assign(new pg.DatabaseError('invalid input syntax for type uuid: "anna@example.org"', 1, 'error'), {
    code: '22P02',
    detail: 'Key (email)=(anna@example.org) already exists.',
    where: 'anna@example.org',
    table: 'app_user',
    constraint: 'app_user_email_key',
  })
  const told = describeError(error)
  expect(told).toMatchObject({ code: '22P02', table: 'app_user', constraint: 'app_user_email_key', message: 'invalid input syntax for type uuid: "…"' })
  expect(JSON.stringify(told)).not.toContain('anna')
})

it('another is told as it is', () => {
  expect(describeError(new RangeError('too long'))).toMatchObject({ type: 'RangeError', message: 'too long', stack: expect.stringContaining('at ') })
})
