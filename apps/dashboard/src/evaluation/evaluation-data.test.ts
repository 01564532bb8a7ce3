import { some } from '../testing/some'
import { type CriterionFacts, isOpened, judges, type PlanFacts, rubricOf, seatOf, writesEffects, writesResults } from './evaluation-data'
import { givenTo } from './given-to'

const at = '2014-04-14T12:00:00Z'
const plan = (facts: object) => some<PlanFacts>({ id: '7', project: { id: 'p' }, availableTransitions: [], ...facts })
const may = (key: string, reason: string | null = null) => ({ availableTransitions: [{ key, reason }] })

describe('an evaluation', () => {
  it('is opened once that was recorded', () => {
    expect([isOpened(plan({ openedAt: at })), isOpened(plan({ openedAt: null }))]).toEqual([true, false])
  })

  it('is judged by those without a conflict who were not left out', () => {
    const nodes = [{ id: 'a' }, { id: 'b', conflictDeclaredAt: at }, { id: 'c', leftOutAt: at }, { id: 'd', handedInAt: at }]
    expect(judges(plan({ evaluators: { nodes } })).map(({ id }) => id)).toEqual(['a', 'd'])
  })

  it('has a seat for each of its evaluators only', () => {
    const evaluators = {
      nodes: [
        { id: 'a', user: { id: 'ada' } },
        { id: 'b', user: null },
      ],
    }
    expect([seatOf(plan({ evaluators }), 'ada')?.id, seatOf(plan({ evaluators }), 'bob')]).toEqual(['a', undefined])
  })
})

describe('results', () => {
  it('are written by those who conclude, once scores are opened', () => {
    expect(writesResults(plan({ status: 'OPENED', ...may('CONCLUDE') }))).toBe(true)
    expect(writesResults(plan({ status: 'SCORING', ...may('CONCLUDE') }))).toBe(false)
  })

  it('are written although something is still missing for the step, not by others', () => {
    expect(writesResults(plan({ status: 'OPENED', ...may('CONCLUDE', 'NO_FINDINGS') }))).toBe(true)
    expect(writesResults(plan({ status: 'OPENED', ...may('CONCLUDE', 'NOT_YOURS') }))).toBe(false)
  })

  it('of effects are written while it is scored, too', () => {
    expect(writesEffects(plan({ status: 'SCORING', ...may('OPEN') }))).toBe(true)
    expect(writesEffects(plan({ status: 'OPENED', ...may('CONCLUDE') }))).toBe(true)
    expect(writesEffects(plan({ status: 'SCORING', ...may('OPEN', 'NOT_YOURS') }))).toBe(false)
    expect(writesEffects(plan({ status: 'DRAFT', ...may('OPEN') }))).toBe(false)
  })
})

describe('the rubric of a criterion', () => {
  it('goes from the lowest mark to the highest', () => {
    const criterion = some<CriterionFacts>({ rubric1: 'poor', rubric2: 'weak', rubric3: 'fair', rubric4: 'good', rubric5: 'very good' })
    expect(rubricOf(criterion)).toEqual(['poor', 'weak', 'fair', 'good', 'very good'])
  })
})

describe('a form for what belongs to an evaluation', () => {
  it('opens with the evaluation, its project and what else is known', () => {
    const [path, query] = givenTo('findings', plan({}), { criterionId: 'c' }).split('?')
    expect(path).toBe('/findings/create')
    expect(JSON.parse(new URLSearchParams(query).get('source') ?? '')).toEqual({ planId: '7', projectId: 'p', criterionId: 'c' })
  })
})
