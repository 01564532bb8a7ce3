import fc from 'fast-check'
import { coFinancing } from './co-financing.js'
import { decommitment } from './decommitment.js'
import { indicatorAggregation } from './indicator-aggregation.js'
import { targetAchievement } from './target-achievement.js'

const cents = (amount: number) => Math.round(amount * 100)

describe('co-financing', () => {
  test('both parts add up to the cost, to the cent, under every rounding', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        totals,
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom('half up', 'half even', 'down', 'up', 'largest remainder'),
        (amounts, rate, rounding) => {
          const found = coFinancing({ ratePercent: rate / 100, totals: amounts.map((amount) => amount / 100), rounding })
          amounts.forEach((amount, index) => {
            expect(cents(found.fund[index] as number) + cents(found.partner[index] as number)).toBe(amount)
          })
          if (rounding === 'largest remainder') expect(found.difference).toBe(0)
        },
      ),
    )
  })

  test('half cents: up, down, to even; the largest remainder first', () => {
    const fund = (rounding: string) => coFinancing({ rate: 0.5, totals: [0.01, 0.03, 0.05], rounding }).fund
    expect(fund('half up to cents')).toEqual([0.01, 0.02, 0.03])
    expect(fund('down to the cent')).toEqual([0, 0.01, 0.02])
    expect(fund('half even')).toEqual([0, 0.02, 0.02])
    expect(fund('largest remainder')).toEqual([0.01, 0.02, 0.02])
    expect(coFinancing({ ratePercent: 85, total: 10.1 }).fund).toEqual([8.59])
    expect(coFinancing({ ratePercent: 85, totals: [0] }).averageRate).toBeNull()
  })
})

describe('decommitment', () => {
  test('2007-2013: sixths of the first year are added to the later ones, due after two years', () => {
    expect(decommitment({ period: '2007-2013', commitments: { 2007: 600, 2008: 1000, 2009: 1000 } }).cumulativeDue).toEqual({
      2010: 1100,
      2011: 2200,
      2012: 2300,
      2013: 2400,
      2014: 2500,
      2015: 2600,
    })
  })

  test('2021-2027: the last year is due by the end of 2029; what is covered beyond is a reserve', () => {
    const found = decommitment({ period: '2021-2027', commitments: { 2026: 9, 2027: 1 }, year: 2029, prefinancing: 4, paymentApplications: 8 })
    expect(found).toMatchObject({ due: 10, covered: 12, decommitted: 0, reserve: 2 })
    expect(decommitment({ rule: 'n+2', commitments: { 2020: 5, 2021: 1 }, year: 2021 })).toMatchObject({ due: 0, decommitted: 0 })
  })
})

describe('indicators', () => {
  test('every rule, gaps skipped', () => {
    const by = (rule: Parameters<typeof indicatorAggregation>[0]['rule']) => indicatorAggregation({ values: [4, null, 1, 7, null], rule: rule ?? 'sum' }).result
    expect((['sum', 'mean', 'latest', 'first', 'minimum', 'maximum', 'count', 'cumulative'] as const).map(by)).toEqual([12, 4, 7, 4, 1, 7, 3, 7])
    expect(indicatorAggregation({ values: [null], rule: 'sum' }).result).toBeNull()
    expect(indicatorAggregation({ values: [1, null, 4], weights: [1, 5, 3] }).result).toBe(3.25)
    expect(
      indicatorAggregation({
        values: [
          [1, 3],
          [null, null],
        ],
        rule: 'average',
      }),
    ).toMatchObject({ result: 2, resultByArea: [2, null], sum: 4, sumByArea: [4, null] })
  })

  test('targets: from 0, unmeasured, without a way to go', () => {
    expect(targetAchievement({ target: 50, actual: 20 }).percent).toBe(40)
    expect(
      targetAchievement({
        items: [
          { target: 5, baseline: 5, actual: 6 },
          { target: 5, baseline: 1, actual: null },
        ],
      }).percent,
    ).toEqual([null, null])
  })

  test('serious failure: one of two, or two of more, below 65 per cent', () => {
    const fails = (...percentOfMilestone: number[]) => targetAchievement({ percentOfMilestone }).seriousFailure
    expect([fails(64, 100), fails(64, 100, 100), fails(64, 60, 100), fails(65, 65, 65)]).toEqual([true, false, true, false])
  })
})
