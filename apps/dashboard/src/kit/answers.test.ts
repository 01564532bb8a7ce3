import { GraphqlError } from '../api/graphql'
import { said, speak } from '../testing/page'
import { cleanAnswers, figureOf, firstAnswers, type Question, refusalOf, unanswered } from './answers'

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

describe('questions for numbers, days and texts', () => {
  const typed: readonly Question[] = [
    { name: 'value', label: 'Value', type: 'number', initial: '8.123' },
    { name: 'on', label: 'On', type: 'date', initial: '2014-04-14' },
    { name: 'why', label: 'Why', type: 'longText' },
    { name: 'title', label: 'Title' },
    { name: 'secret', label: 'Secret', type: 'password' },
  ]

  it('open with what is typed in the language of the page, and read it back', () => {
    speak('it')
    const first = firstAnswers(typed)
    expect(first).toMatchObject({ value: '8,1230', on: '14 apr 2014' })
    expect(cleanAnswers(typed, first)).toMatchObject({ value: '8.123', on: '2014-04-14' })
    expect([figureOf('8.123'), figureOf('')]).toEqual([8.123, null])
  })

  it('say what cannot be read, or in two ways', () => {
    expect(unanswered(typed, { ...firstAnswers(typed), value: '12,345', on: '03/04/14' }, said)).toEqual({ value: 'typed.twoNumbers', on: 'typed.severalDays' })
    expect(unanswered(typed, { ...firstAnswers(typed), value: 'many', on: 'soon' }, said)).toEqual({ value: 'typed.noNumber', on: 'typed.noDay' })
  })

  it('clean texts, and leave secrets as they are', () => {
    expect(cleanAnswers(typed, { ...firstAnswers(typed), why: ' a\r\nb ', title: 'a\nb\u200b', secret: ' p\u200b ' })).toMatchObject({
      why: 'a\nb',
      title: 'a b',
      secret: ' p\u200b ',
    })
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
