import { finite, numbers } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { listOf, number, numberList, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'

export interface PerformanceGroupsInput {
  /** Index of the reference (the EU), above 0; the indices of the units on the same scale. */
  readonly euIndex: number
  readonly indices: readonly number[]
  /** In per cent of the reference, falling: 125, 100 and 70 when left out. A unit is in the first group above the first bound, in the others from their bound on. */
  readonly thresholds?: readonly number[]
  /** One more than thresholds: leader, strong, moderate and emerging when left out. */
  readonly groups?: readonly string[]
}

export interface PerformanceGroupsResult {
  /** Per cent of the reference, to ten digits. */
  readonly relative: readonly number[]
  readonly group: readonly string[]
  /** Third of its group by rank: "+", "" or "-"; and both together, such as "strong +". */
  readonly mark: readonly ('+' | '' | '-')[]
  readonly subgroup: readonly string[]
}

const shape: InputShape<PerformanceGroupsInput> = {
  keys: { euIndex: number, indices: numberList, thresholds: numberList, groups: listOf(text) },
  forms: [{ needs: ['euIndex', 'indices'] }],
}

/**
 * Groups of innovation performance relative to the EU: leaders above 125 per cent, strong from 100 to 125, moderate from 70, emerging below;
 * each group is cut in thirds by rank. relative = 100 x index / reference.
 *
 * Missing: refused.
 * Errors: no index, a reference that is not above 0, thresholds that do not fall, another number of groups than thresholds and one.
 * Source: European Commission, Regional Innovation Scoreboard methodology report (2021).
 */
export function performanceGroups(input: PerformanceGroupsInput): PerformanceGroupsResult {
  checkInput(input, shape)
  const reference = finite(input.euIndex, 'euIndex', Number.MIN_VALUE)
  const bounds = numbers(input.thresholds ?? [125, 100, 70], 'thresholds')
  if (bounds.some((bound, index) => index > 0 && bound >= (bounds[index - 1] as number))) throw new MethodError('OUT_OF_RANGE', 'thresholds', 'the bounds fall')
  const names = input.groups ?? ['leader', 'strong', 'moderate', 'emerging']
  if (names.length !== bounds.length + 1) throw new MethodError('UNEQUAL_LENGTH', 'groups', `${bounds.length + 1} names are needed`)
  const relative = numbers(input.indices, 'indices').map((index) => settled((100 * index) / reference))
  const places = relative.map((value) => bounds.filter((bound, index) => !reaches(value, bound, index === 0)).length)
  const group = places.map((place) => names[place] as string)
  const mark = relative.map((value, unit) =>
    third(
      value,
      relative.filter((_, other) => places[other] === places[unit]),
    ),
  )
  return { relative, group, mark, subgroup: group.map((name, unit) => `${name} ${mark[unit]}`.trim()) }
}

/** To ten digits, so that rounding noise does not move a unit off a bound. */
const settled = (value: number) => Number(value.toPrecision(10))
const reaches = (value: number, bound: number, strictly: boolean) => (strictly ? value > bound : value >= bound)

function third(value: number, members: readonly number[]): '+' | '' | '-' {
  const place = (members.filter((other) => other > value).length + 0.5) / members.length
  return place < 1 / 3 ? '+' : place > 2 / 3 ? '-' : ''
}
