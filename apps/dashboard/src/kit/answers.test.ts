import { GraphqlError } from '../api/graphql'
import { said } from '../testing/page'
import { firstAnswers, type Question, refusalOf, unanswered } from './answers'

const questions: readonly Question<'email' | 'reason'>[] = [
  { name: 'email', label: 'Email', required: true, initial: 'ada@example.org' },
  { name: 'reason', label: 'Reason' },
]

const refusal = (...places: string[]) =>
  new GraphqlError('Two things are wrong', 'BAD_USER_INPUT', {
    faults: places.map((place) => ({ path: ['input', place], code: 'TOO_LONG', message: 'Too long' })),
  })

describe('a form of questions', () => {
  it('opens with what is known, and else empty', () => {
    expect(firstAnswers(questions)).toEqual({ email: 'ada@example.org', reason: '' })
  })

  it('says at each needed question that it has no answer', () => {
    expect(unanswered(questions, { email: '', reason: '' }, said)).toEqual({ email: 'app.needed (label Email)' })
  })

  it('takes blanks for no answer', () => {
    expect(unanswered(questions, { email: '  ', reason: '' }, said)).toHaveProperty('email')
    expect(unanswered(questions, { email: 'a@b', reason: '' }, said)).toEqual({})
  })
})

describe('a refusal', () => {
  it('stands at the questions that it speaks of, and nowhere else', () => {
    expect(refusalOf(refusal('email'), questions, said)).toEqual({ faults: { email: 'faults.TOO_LONG' }, other: '' })
  })

  it('that speaks of no question is said in its own words', () => {
    expect(refusalOf(refusal('onDay'), questions, said).other).toBe('Two things are wrong')
    expect(refusalOf(refusal(), questions, said)).toEqual({ faults: {}, other: 'Two things are wrong' })
  })

  it('that the gateway did not make says that something broke', () => {
    expect(refusalOf(new TypeError('x is undefined'), questions, said)).toEqual({ faults: {}, other: 'app.broken' })
  })
})
