import { sum } from 'simple-statistics'
import { finite, numbers, sameLength } from './checks.js'
import { MethodError } from './method-error.js'

/** Weights as given: a list in the order of the things weighed, a record by their names, or nothing (or a sentence such as "equal") for equal ones. */
export type Weights = readonly number[] | Readonly<Record<string, number>> | string

/** Relative weights scaled to sum 1. Refuses negative weights, weights that sum to 0 and, in a record, a name without a weight. */
export function shares(given: Weights | undefined, names: readonly string[], path = 'weights'): number[] {
  const weights = readWeights(given, names, path)
  const total = sum(weights)
  if (total <= 0) throw new MethodError('WEIGHTS_SUM_ZERO', path, 'the weights sum to 0')
  return weights.map((weight) => weight / total)
}

function readWeights(given: Weights | undefined, names: readonly string[], path: string): number[] {
  if (given === undefined || given === null || isEqual(given)) return names.map(() => 1)
  if (typeof given === 'string') throw new MethodError('UNKNOWN_CHOICE', path, `"${given}" is neither "equal" nor a list of weights`)
  const weights = Array.isArray(given) ? numbers(given, path) : names.map((name) => finite((given as Record<string, number>)[name], `${path}.${name}`))
  sameLength(weights, names, path)
  weights.forEach((weight, index) => {
    if (weight < 0) throw new MethodError('NEGATIVE_WEIGHT', `${path}[${index}]`, `${weight} is negative`)
  })
  return weights
}

const isEqual = (given: Weights) => typeof given === 'string' && /^(equal|none)\b/i.test(given)
