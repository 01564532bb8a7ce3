import { said, speak } from '../testing/page'
import { some } from '../testing/some'
import type { CriterionFacts, PlanFacts, Seat } from './evaluation-data'
import { abstentionText, agreementFigure, agreementText, asSentence, criterionText, overallText, seatText, standingOf } from './standing'

const plan = (facts: object) => some<PlanFacts>({ status: 'SCORING', overall: null, judgedShare: null, judgements: 0, openedAt: null, ...facts })
const criterion = (facts: object) => some<CriterionFacts>({ mean: null, lowest: null, highest: null, marks: 0, cannotJudge: 0, tooEarly: 0, ...facts })

beforeEach(() => speak('en'))

describe('how an evaluation stands', () => {
  const at = '2014-04-14T12:00:00Z'
  const evaluators = { nodes: [{ handedInAt: at }, { handedInAt: null }, { handedInAt: at, conflictDeclaredAt: at }, { handedInAt: null, leftOutAt: at }] }

  it('counts the evaluators whose judgement counts, and those of them who handed in', () => {
    expect(standingOf(plan({ evaluators }), said)).toMatch(/^evaluation\.stands\.SCORING \(handedIn 1, smart_count 2,/)
  })

  it('says on which day it was published', () => {
    expect(standingOf(plan({ evaluators, status: 'PUBLISHED', publishedAt: at }), said)).toMatch(/^evaluation\.stands\.PUBLISHED .*day 14 April 2014\)$/)
  })
})

describe('the overall mark', () => {
  it('is said with the judgements that it is made of', () => {
    expect(overallText(plan({ overall: 3.456, judgedShare: 1, judgements: 12 }), said)).toBe('evaluation.overall (mark 3.46, smart_count 12)')
  })

  it('says on how much of the weight it rests, where that is not all', () => {
    expect(overallText(plan({ overall: 3, judgedShare: 0.8, judgements: 4 }), said)).toMatch(/, evaluation\.restsOn \(share 80%\)$/)
    expect(overallText(plan({ overall: 3, judgedShare: 0.9999, judgements: 4 }), said)).not.toContain('restsOn')
  })

  it('may not be there', () => {
    expect(overallText(plan({}), said)).toBe('evaluation.noOverall')
  })
})

describe('agreement', () => {
  const agreed = { agreement: 0.712, agreementMeasure: 'KRIPPENDORFF_ALPHA', agreementReading: 'FIRM' }

  it('is said in plain words', () => {
    expect([agreementText(plan(agreed), said), agreementText(plan({}), said)]).toEqual(['enums.AgreementReading.FIRM', 'app.unknown'])
  })

  it('has its figure and its interval behind it', () => {
    expect(agreementFigure(plan({ ...agreed, agreementLow: 0.5, agreementHigh: 0.9 }), said)).toBe(
      'evaluation.agreementFigure (measure enums.AgreementMeasure.KRIPPENDORFF_ALPHA, figure 0.71, low 0.5, high 0.9)',
    )
  })

  it('says so where there is no interval, and nothing where there is no figure', () => {
    expect(agreementFigure(plan({ ...agreed, agreementLow: null, agreementHigh: 0.9 }), said)).toMatch(/^evaluation\.agreementNoInterval/)
    expect(agreementFigure(plan({ agreement: null, agreementMeasure: 'KRIPPENDORFF_ALPHA' }), said)).toBeNull()
  })

  it('of none at all still has a figure', () => {
    expect(agreementFigure(plan({ ...agreed, agreement: 0, agreementLow: 0, agreementHigh: 0 }), said)).toContain('figure 0, low 0, high 0')
  })
})

describe('what came of a criterion', () => {
  it('is its mean and its span', () => {
    expect(criterionText(criterion({ mean: 3.5, lowest: 2, highest: 5, marks: 4 }), said)).toBe(
      'evaluation.criterionFinding (mean 3.5, low 2, high 5, smart_count 4)',
    )
  })

  it('tells abstentions beside it, each kind by itself', () => {
    expect(abstentionText(criterion({ cannotJudge: 2, tooEarly: 1 }), said)).toBe('evaluation.cannotJudge (smart_count 2), evaluation.tooEarly (smart_count 1)')
    expect(abstentionText(criterion({ tooEarly: 1 }), said)).toBe('evaluation.tooEarly (smart_count 1)')
    expect(abstentionText(criterion({}), said)).toBe('')
  })

  it('may be abstentions only', () => {
    expect(criterionText(criterion({ cannotJudge: 2 }), said)).toBe('evaluation.noMark; evaluation.cannotJudge (smart_count 2)')
    expect(criterionText(criterion({}), said)).toBe('evaluation.noMark')
  })
})

describe('an evaluator', () => {
  const at = '2014-04-14T12:00:00Z'
  const text = (seat: object, of: object = {}) => seatText(some<Seat>(seat), plan(of), said)

  it('with a conflict is told by it first', () => {
    expect(text({ conflictDeclaredAt: at, leftOutAt: at, handedInAt: at })).toBe('evaluation.conflictDeclared')
  })

  it('who was left out is told by the reason, handed in or not', () => {
    expect(text({ leftOutAt: at, leftOutReason: 'ill', handedInAt: at })).toBe('evaluation.leftOut (reason ill)')
  })

  it('who handed in is told by when', () => {
    expect(text({ handedInAt: at })).toMatch(/^evaluation\.handedIn \(at 14 Apr 2014/)
  })

  it('is awaited until the scores are opened, and asked before scoring begins', () => {
    expect([text({}, { status: 'DRAFT' }), text({}), text({}, { status: 'OPENED', openedAt: at })]).toEqual([
      'evaluation.assigned',
      'evaluation.awaited',
      'evaluation.notHandedIn',
    ])
  })
})

describe('a sentence', () => {
  it('begins with a capital, with an accent too', () => {
    expect([asSentence('overall 3'), asSentence('è così'), asSentence('')]).toEqual(['Overall 3', 'È così', ''])
  })
})
