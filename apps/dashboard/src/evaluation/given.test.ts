import { GraphqlError } from '../api/graphql'
import { said } from '../testing/page'
import { some } from '../testing/some'
import type { ScoreFacts } from './evaluation-data'
import { faultsOf, givenOf, inputOf, missing } from './given'

const given = (value: string, reason = 'Because') => ({ value, reason, evidence: ' ' })

describe('what an evaluator gives', () => {
  it('is a mark, or why there is none', () => {
    expect(inputOf(given('4'))).toMatchObject({ mark: 4, abstention: null })
    expect(inputOf(given('CANNOT_JUDGE'))).toMatchObject({ mark: null, abstention: 'CANNOT_JUDGE' })
    expect(inputOf(given(''))).toMatchObject({ mark: null, abstention: null })
  })

  it('is no mark that there is not', () => {
    expect(() => inputOf(given('6'))).toThrow('6 is no Abstention')
  })

  it('carries its reason and its evidence without blanks', () => {
    expect(inputOf({ value: '1', reason: ' Because ', evidence: ' ' })).toMatchObject({ reason: 'Because', evidence: null })
  })

  it('is filled in from what was given before', () => {
    expect(givenOf(some<ScoreFacts>({ mark: 3, abstention: null, reason: 'Because', evidence: null }))).toEqual({ value: '3', reason: 'Because', evidence: '' })
    expect(givenOf(some<ScoreFacts>({ mark: null, abstention: 'TOO_EARLY', reason: 'Because', evidence: 'A report' })).value).toBe('TOO_EARLY')
    expect(givenOf(undefined)).toEqual({ value: '', reason: '', evidence: '' })
  })

  it('is complete with a mark and a reason', () => {
    expect(missing(given('4'), said)).toEqual({})
    expect(missing(given('', ' '), said)).toEqual({ mark: 'scoring.noMark', reason: 'scoring.noReason' })
  })
})

describe('what the gateway finds wrong with it', () => {
  const refused = (...names: string[]) =>
    new GraphqlError('Not now', 'BAD_USER_INPUT', { faults: names.map((name) => ({ path: ['input', name], code: 'TOO_LONG', message: 'Too long' })) })

  it('stands at its question; an abstention is chosen where a mark is', () => {
    expect(faultsOf(refused('reason'))).toEqual({ reason: 'faults.TOO_LONG' })
    expect(Object.keys(faultsOf(refused('abstention', 'evidence')))).toEqual(['mark', 'evidence'])
  })

  it('stands below all where it is at none of them', () => {
    expect([faultsOf(refused()), faultsOf(refused('planId'))]).toEqual([{ root: 'Not now' }, { root: 'Not now' }])
  })

  it('is not guessed from what is no refusal', () => {
    expect(() => faultsOf(new TypeError('x is undefined'))).toThrow('x is undefined')
  })
})
