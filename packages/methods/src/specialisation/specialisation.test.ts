import fc from 'fast-check'
import { type ConcentrationMeasures, concentrationAndDiversity } from './concentration-and-diversity.js'
import { economicComplexity } from './economic-complexity.js'
import { krugmanIndex } from './krugman-index.js'
import { locationQuotient } from './location-quotient.js'
import { relatedness } from './relatedness.js'
import { shiftShare } from './shift-share.js'
import { structuralChange } from './structural-change.js'

const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 8 })
const network = [
  [1, 1, 1, 1],
  [0, 1, 0, 0],
  [0, 0, 1, 1],
  [0, 0, 0, 1],
]

describe('laws', () => {
  test('a region with the structure of the whole has quotients of 1 and a Krugman index of 0', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 9 }), (reference, factor) => {
        const region = reference.map((amount) => amount * factor)
        for (const lq of locationQuotient({ region, reference }).lq as number[]) expect(lq).toBeCloseTo(1, 12)
        expect(krugmanIndex({ region, reference }).krugman).toBeCloseTo(0, 12)
        expect(structuralChange({ industry0: reference, industry1: region })).toMatchObject({ nav: expect.closeTo(0, 10), lilien: expect.closeTo(0, 10) })
      }),
    )
  })

  test('the parts of shift and share add up to the change, industry by industry', () => {
    const four = fc.array(fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 500 }))), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(four, (rows) => {
        const [region0, region1, nation0, nation1] = [0, 1, 2, 3].map((part) => rows.map((row) => row[part] as number)) as [
          number[],
          number[],
          number[],
          number[],
        ]
        const found = shiftShare({ region0, region1, nation0, nation1 })
        expect(found.nationalShare + found.industryMix + found.regionalShare).toBeCloseTo(found.growth, 7)
        found.byIndustry.growth.forEach((growth, i) => {
          expect((found.byIndustry.nationalShare[i] as number) + (found.byIndustry.netShift[i] as number)).toBeCloseTo(growth, 7)
        })
      }),
    )
  })

  test('concentration does not depend on order or unit, and stays within its bounds', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const found = concentrationAndDiversity({ values }) as ConcentrationMeasures
        const turned = concentrationAndDiversity({ values: values.map((value) => value * 1000).reverse() }) as ConcentrationMeasures
        for (const name of Object.keys(found) as (keyof ConcentrationMeasures)[]) expect(turned[name]).toBeCloseTo(found[name] as number, 9)
        expect(found.giniNormalised).toBeLessThanOrEqual(1)
        expect(found.herfindahl).toBeGreaterThanOrEqual(1 / values.length - 1e-12)
        expect(found.theilT).toBeCloseTo(Math.log(values.length) - found.shannon, 10)
      }),
    )
  })

  test('one alone: no normalised measure; zeros: no mean logarithmic deviation', () => {
    expect(concentrationAndDiversity({ values: [7] })).toMatchObject({
      herfindahl: 1,
      herfindahlNormalised: null,
      gini: 0,
      giniNormalised: null,
      evenness: null,
    })
    expect(concentrationAndDiversity({ values: [0, 5] })).toMatchObject({ theilL: null, hoover: 0.5 })
  })
})

describe('further forms', () => {
  test('a vector form gives the row of the table', () => {
    const matrix = [
      [100, 0, 30],
      [20, 15, 5],
    ]
    const table = locationQuotient({ matrix }).lq as number[][]
    expect(locationQuotient({ region: matrix[1] as number[], nation: [120, 15, 35] }).lq).toEqual(table[1])
  })

  test('an empty region has no quotient, and an industry new to a region is regional', () => {
    expect(
      locationQuotient({
        matrix: [
          [0, 0],
          [1, 2],
        ],
      }).lq,
    ).toEqual([
      [null, null],
      [1, 1],
    ])
    expect(shiftShare({ region0: [10, 0], region1: [10, 5], nation0: [100, 50], nation1: [100, 50] })).toMatchObject({ growth: 5, regionalShare: 5 })
  })

  test('Krugman against the mean of the others, and pair by pair', () => {
    const matrix = [
      [1, 1],
      [1, 3],
      [3, 1],
    ]
    const found = krugmanIndex({ matrix, reference: 'mean of the others' })
    expect(found.krugman).toEqual([0, 0.75, 0.75])
    expect(found.pairwise?.[1]?.[2]).toBe(1)
  })

  test('amounts become presence by their quotients; a given relatedness is used as it is', () => {
    const matrix = network.map((row) => row.map((cell) => cell * 10))
    expect(relatedness({ matrix, threshold: 0.1 }).proximity).toEqual(relatedness({ presence: network }).proximity)
    const ones = network.map((row) => row.map(() => 1))
    expect(relatedness({ presence: network, relatedness: ones }).density?.[1]).toEqual([0.25, 0.25, 0.25, 0.25])
  })

  test('complexity: activities of complex regions are complex, regions all alike have none', () => {
    const found = economicComplexity({ presence: network, steps: 3 })
    expect(found.kc2?.map((value) => Number(value.toFixed(6)))).toEqual([2.958333, 2.5, 2.666667, 2.333333])
    expect(found.kp3).toHaveLength(4)
    expect(found.pci).toHaveLength(4)
    expect(
      economicComplexity({
        presence: [
          [1, 1],
          [1, 1],
        ],
      }).eci,
    ).toBeNull()
  })
})
