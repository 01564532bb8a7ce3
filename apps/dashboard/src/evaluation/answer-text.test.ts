import { said, speak } from '../testing/page'
import { some } from '../testing/some'
import { answerText } from './answer-text'
import type { RecommendationFacts } from './evaluation-data'

const text = (facts: object) => answerText(some<RecommendationFacts>({ partner: { shortName: 'Alpha' }, dueOn: '2014-05-01', response: null, ...facts }), said)

describe('a recommendation', () => {
  beforeEach(() => speak('en'))

  it('says to whom it goes and until when an answer is due', () => {
    expect(text({})).toBe('evaluation.to (partner Alpha). evaluation.answerDue (day 1 May 2014)')
  })

  it('says what was answered, by whom, and until when it is to be done', () => {
    expect(text({ response: 'ACCEPT', responseText: 'We will', responseDueOn: '2014-06-01', answeredBy: { displayName: 'Ada' } })).toBe(
      'evaluation.to (partner Alpha). enums.RecommendationResponse.ACCEPT (Ada): We will evaluation.toBeDone (day 1 June 2014)',
    )
  })

  it('that was done says when, and no more until when', () => {
    const done = text({ response: 'ACCEPT', responseDueOn: '2014-06-01', doneOn: '2014-05-20' })
    expect(done).toContain('evaluation.doneOn (day 20 May 2014)')
    expect(done).not.toContain('toBeDone')
  })

  it('to nobody known says so', () => {
    expect(text({ partner: null })).toMatch(/^evaluation\.to \(partner app\.unknown\)/)
  })
})
