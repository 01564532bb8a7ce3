import { said, speak } from '../testing/page'
import { some } from '../testing/some'
import { figuresOf, saidOf } from './effect-words'
import type { EffectFacts } from './evaluation-data'

const nothing = { effect: null, effectLow: null, effectHigh: null, effectSize: null, trendDifference: null, comparisonIndicator: null, comparison: null }
const unmeasured = { beforeFrom: null, beforeUntil: null, afterFrom: null, afterUntil: null, pointsBefore: null, pointsAfter: null, computedAt: null }
const effect = (facts: object) =>
  some<EffectFacts>({
    design: 'BEFORE_AFTER',
    wording: 'CHANGED',
    robustness: 2,
    assumptions: 'None else',
    indicator: { measure: 'NUMBER', unit: 'jobs' },
    ...nothing,
    ...unmeasured,
    comparisonBefore: null,
    comparisonAfter: null,
    ...facts,
  })
const label = (name: string) => `resources.evaluationEffects.fields.${name}`
const figures = (facts: object) => new Map(figuresOf(effect(facts), said))

describe('an effect', () => {
  beforeEach(() => speak('en'))

  it('is said in the words that its design carries, with how robust they are', () => {
    expect(saidOf(effect({}), said)).toBe('enums.EffectWording.CHANGED. evaluation.robustness (robustness 2, words evaluation.robust.2)')
  })

  it('has its figure in the unit of the indicator, with its interval', () => {
    expect(figures({ effect: 4.256 }).get(label('effect'))).toBe('4.26 jobs')
    expect(figures({ effect: 4, effectLow: 1, effectHigh: 7 }).get(label('effect'))).toBe('4 jobs (evaluation.interval (low 1 jobs, high 7 jobs))')
  })

  it('of a ratio is said in percentage points', () => {
    expect(figures({ effect: 0.123, indicator: { measure: 'RATIO', unit: null } }).get(label('effect'))).toBe('evaluation.points (figure 12.3)')
  })

  it('that is not known says so, and leaves out what nobody asks then', () => {
    const known = figures({})
    expect(known.get(label('effect'))).toBe('app.unknown')
    expect([label('effectSize'), label('comparison'), label('trendDifference'), label('computedAt')].filter((name) => known.has(name))).toEqual([])
  })

  it('says over which days it was measured and how often, of the comparison too', () => {
    const known = figures({ beforeFrom: '2013-01-01', beforeUntil: '2013-12-31', pointsBefore: 12, comparisonBefore: 6 })
    expect(known.get('evaluation.before')).toBe(
      'evaluation.fromDay (day 1 January 2013) evaluation.untilDay (day 31 December 2013); evaluation.measuredBy (smart_count 12); evaluation.comparisonOf (count 6)',
    )
    expect(known.get('evaluation.after')).toBe('app.unknown')
  })

  it('names what it is compared with', () => {
    expect(figures({ comparisonIndicator: { title: 'Others' }, comparison: 'alike in size' }).get(label('comparison'))).toBe('Others. alike in size')
    expect(figures({ comparison: 'alike in size' }).get(label('comparison'))).toBe('alike in size')
  })

  it('by difference in differences says whether trends differed, or that it is not known', () => {
    const by = (trendDifference: number | null) => figures({ design: 'DIFFERENCE_IN_DIFFERENCES', trendDifference }).get(label('trendDifference'))
    expect([by(0), by(null)]).toEqual(['0', 'app.unknown'])
  })
})
