import { agreementOf } from './agreement.js'

describe('the agreement of evaluators', () => {
  it('of one is not known, and says so', () => {
    expect(agreementOf([[3, 4, 5]], 7)).toEqual({ agreementReading: 'ONE_JUDGEMENT' })
    expect(agreementOf([], 7)).toEqual({ agreementReading: 'NOT_KNOWN' })
  })

  it('of two is the kappa weighted by squares: worked by hand for four criteria', () => {
    // Squared distances 0, 1, 0, 1 observed: mean 0.5. Expected over all pairs of marks: (0+4+4+16 + 1+1+1+9 + 9+1+1+1 + 16+4+4+0) / 16 = 4.5.
    const { agreement, agreementMeasure, agreementReading, agreementSeed } = agreementOf(
      [
        [1, 2, 4, 5],
        [1, 3, 3, 5],
      ],
      7,
    )
    expect(agreement).toBeCloseTo(1 - 0.5 / 4.5, 10)
    expect({ agreementMeasure, agreementReading, agreementSeed }).toEqual({ agreementMeasure: 'WEIGHTED_KAPPA', agreementReading: 'FIRM', agreementSeed: 7 })
  })

  it('of three leaves gaps out, and is the same again with the same seed', () => {
    const marks = [
      [5, 4, 4, null, 2, 3],
      [4, 4, 4, 3, 5, 3],
      [5, 3, 5, null, 3, 2],
    ]
    const found = agreementOf(marks, 11)
    expect(found).toMatchObject({ agreementMeasure: 'KRIPPENDORFF_ALPHA', methodVersion: expect.stringMatching(/^\d+\./) })
    expect(agreementOf(marks, 11)).toEqual(found)
    expect(found.agreementLow).toBeLessThan(found.agreement ?? 0)
    expect(found.agreementHigh).toBeGreaterThan(found.agreement ?? 0)
  })

  it('is not known where all marks are the same or none is in common', () => {
    const same = [
      [3, 3, 3],
      [3, 3, 3],
    ]
    const apart = [
      [3, null, 4],
      [null, 2, null],
      [null, null, null],
    ]
    expect([same, apart].map((marks) => agreementOf(marks, 7))).toEqual([{ agreementReading: 'NOT_KNOWN' }, { agreementReading: 'NOT_KNOWN' }])
  })

  it.each([
    [[1, 5, 1, 5], 'FIRM'],
    [[1, 5, 1, 4], 'FIRM'],
    // Exactly 0.8.
    [[1, 5, 2, 3], 'FIRM'],
    [[1, 4, 2, 3], 'TENTATIVE'],
    // Exactly two thirds, which is below 0.667.
    [[1, 5, 3, 3], 'WEAK'],
    [[1, 3, 3, 3], 'WEAK'],
    [[5, 1, 5, 1], 'BY_CHANCE'],
  ])('of 1, 5, 1, 5 with %j is %s', (marks, reading) => {
    expect(agreementOf([[1, 5, 1, 5], marks], 7)).toMatchObject({ agreementReading: reading })
  })
})
