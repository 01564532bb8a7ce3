import { matrix, sameLength } from '../shared/checks.js'
import { MethodError } from '../shared/method-error.js'

/**
 * What a disagreement between category i and j of k costs: `none` 1; `linear` (also: equal) |i-j|/(k-1); `quadratic` (also: squared)
 * ((i-j)/(k-1))^2; `custom` a table of one's own.
 */
export type KappaWeights = 'none' | 'unweighted' | 'linear' | 'equal' | 'quadratic' | 'squared' | 'custom'
export type Disagreement = readonly (readonly number[])[]

/** The table of costs: symmetric by nature, 0 on its diagonal. */
export function disagreements(k: number, kind?: KappaWeights, custom?: Disagreement): Disagreement {
  if (kind === 'custom' || (kind === undefined && custom !== undefined)) return customWeights(custom, k)
  if (custom !== undefined) throw new MethodError('UNKNOWN_FORM', 'disagreementWeights', `does not go with weights "${kind}"`)
  const power = powers[kind ?? 'none']
  if (power === undefined) throw new MethodError('UNKNOWN_CHOICE', 'weights', `${JSON.stringify(kind)} is none of ${Object.keys(powers).join(', ')}, custom`)
  const places = Array.from({ length: k }, (_, place) => place)
  return places.map((i) => places.map((j) => (i === j ? 0 : (Math.abs(i - j) / (k - 1)) ** power)))
}

const powers: Partial<Record<KappaWeights, number>> = { none: 0, unweighted: 0, linear: 1, equal: 1, quadratic: 2, squared: 2 }

function customWeights(given: Disagreement | undefined, k: number): number[][] {
  const weights = matrix(given, 'disagreementWeights', 0)
  sameLength(weights, Array.from({ length: k }), 'disagreementWeights')
  sameLength(weights[0] ?? [], weights, 'disagreementWeights[0]')
  weights.forEach((row, index) => {
    if (row[index] !== 0) throw new MethodError('OUT_OF_RANGE', `disagreementWeights[${index}][${index}]`, 'agreement costs nothing: the diagonal is 0')
  })
  if (weights.flat().every((entry) => entry === 0)) throw new MethodError('WEIGHTS_SUM_ZERO', 'disagreementWeights', 'all weights are 0')
  return weights
}

interface OwnWeights {
  readonly weights?: KappaWeights
  readonly disagreementWeights?: Disagreement
  readonly agreementWeights?: Disagreement
}

/** The costs that an input asks for; agreement weights v cost v of the diagonal less v. */
export function costsOf(k: number, { weights, disagreementWeights, agreementWeights }: OwnWeights): Disagreement {
  if (agreementWeights === undefined) return disagreements(k, weights, disagreementWeights)
  if (disagreementWeights !== undefined) throw new MethodError('UNKNOWN_FORM', 'agreementWeights', 'go with no weights of disagreement')
  const most = agreementWeights[0]?.[0] as number
  agreementWeights.forEach((row, i) => {
    const wrong = row.findIndex((entry, j) => (i === j ? entry !== most : entry > most))
    if (wrong >= 0)
      throw new MethodError('OUT_OF_RANGE', `agreementWeights[${i}][${wrong}]`, 'full agreement is worth the most, and the same for each category')
  })
  const costs = agreementWeights.map((row) => row.map((entry) => most - entry))
  return disagreements(k, weights, costs)
}
