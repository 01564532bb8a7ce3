import { type EffectData, workOutEffect } from './work-out-effect.js'

const seats = (...values: number[]) => values.map((value, index) => ({ seat: `s${index}`, value }))
const data = (design: string, more: Partial<EffectData> = {}): EffectData => ({
  ...{ design, before: [], after: [], comparisonBefore: [], comparisonAfter: [], trend: new Map(), comparisonTrend: new Map() },
  ...more,
})
const days = (...values: number[]) => new Map(values.map((value, month) => [`2014-0${month + 1}-01`, value]))

describe('an effect', () => {
  it('before and after is the mean change, with the interval of paired differences', () => {
    const { effect, effectLow, effectHigh, cannotSay } = workOutEffect(data('BEFORE_AFTER', { before: seats(10, 12, 14), after: seats(13, 14, 18) }))
    // Changes 3, 2, 4: mean 3, standard error 1 / sqrt(3), t(2) = 4.3027.
    expect(effect).toBeCloseTo(3, 10)
    expect(effectLow).toBeCloseTo(3 - 4.3027 / Math.sqrt(3), 3)
    expect(effectHigh).toBeCloseTo(3 + 4.3027 / Math.sqrt(3), 3)
    expect(cannotSay).toBeNull()
  })

  it('pairs only those that were measured in both periods', () => {
    const after = [
      { seat: 's1', value: 20 },
      { seat: 'new', value: 99 },
    ]
    expect(workOutEffect(data('BEFORE_AFTER', { before: seats(10, 12), after }))).toMatchObject({ effect: 8, cannotSay: 'NO_INTERVAL' })
  })

  it('in differences takes the change of the comparison away', () => {
    const cells = { before: seats(10, 12), after: seats(20, 22), comparisonBefore: seats(8, 10), comparisonAfter: seats(11, 13) }
    const found = workOutEffect(data('DIFFERENCE_IN_DIFFERENCES', { ...cells, trend: days(1, 2, 3), comparisonTrend: days(1, 2, 3) }))
    expect(found).toMatchObject({ effect: 7, cannotSay: null })
    expect(found.effectLow).toBeLessThan(7)
    expect(found.trendDifference).toBeCloseTo(0, 10)
    expect(workOutEffect(data('DIFFERENCE_IN_DIFFERENCES', cells)).cannotSay).toBe('NO_TRENDS')
  })

  it('with one point in each group and period has no interval, and says so', () => {
    const cells = { before: seats(10), after: seats(20), comparisonBefore: seats(8), comparisonAfter: seats(11) }
    expect(workOutEffect(data('DIFFERENCE_IN_DIFFERENCES', cells))).toMatchObject({ effect: 7, effectLow: null, effectHigh: null, cannotSay: 'NO_INTERVAL' })
  })

  it('with a comparison group is the difference after', () => {
    const found = workOutEffect(data('COMPARISON_GROUP', { after: seats(5, 7, 9), comparisonAfter: seats(2, 4, 6) }))
    expect(found).toMatchObject({ effect: 3, cannotSay: null })
    expect(found.effectSize).toBeCloseTo(1.5 * (1 - 3 / 15), 6)
  })

  it('is not said without measurements, nor by a story', () => {
    expect(workOutEffect(data('BEFORE_AFTER', { before: seats(1) }))).toMatchObject({ effect: null, cannotSay: 'NO_MEASUREMENTS' })
    expect(workOutEffect(data('DIFFERENCE_IN_DIFFERENCES', { before: seats(1), after: seats(2) }))).toMatchObject({
      effect: null,
      cannotSay: 'NO_MEASUREMENTS',
    })
    expect(workOutEffect(data('CONTRIBUTION_STORY'))).toMatchObject({ effect: null, cannotSay: 'NOTHING_TO_COMPUTE' })
  })
})
