import { sum } from 'simple-statistics'
import { finite, knownNames, numbers, sameLength } from './checks.js'
import { either, type Kind, named, number, numberList, text } from './kinds.js'
import { MethodError } from './method-error.js'
import { saying } from './saying.js'

/** Weights as given: a list in the order of the things weighed, a record by their names, or nothing (or a sentence such as "equal") for equal ones. */
export type Weights = readonly number[] | Readonly<Record<string, number>> | string

/** The forms of weights. */
export const weighting: Kind = either(numberList, named(number), text)

/** Relative weights scaled to sum 1. Refuses negative weights, weights that sum to 0 and, in a record, a name without a weight. */
export function shares(given: Weights | undefined, names: readonly string[], path = 'weights'): number[] {
  const weights = readWeights(given, names, path)
  const total = sum(weights)
  if (total <= 0) throw new MethodError('WEIGHTS_SUM_ZERO', path, 'the weights sum to 0')
  return weights.map((weight) => weight / total)
}

function readWeights(given: Weights | undefined, names: readonly string[], path: string): number[] {
  if (given === undefined || (typeof given === 'string' && saying(given, path, { equal: EQUAL }) === 'equal')) return names.map(() => 1)
  const weights = Array.isArray(given) ? numbers(given, path) : names.map((name) => finite((given as Record<string, number>)[name], `${path}.${name}`))
  sameLength(weights, names, path)
  if (!Array.isArray(given)) knownNames(given as object, names, path)
  weights.forEach((weight, index) => {
    if (weight < 0) throw new MethodError('NEGATIVE_WEIGHT', `${path}[${index}]`, `${weight} is negative`)
  })
  return weights
}

/** "equal", "none", or a sentence of nothing else, such as "equal at both levels". */
export const EQUAL = /^(none|equal)( (weights?|weighting|at|of|for|in|the|both|every|each|all|levels?|pillars?|indicators?|groups?|criteria))*$/i
