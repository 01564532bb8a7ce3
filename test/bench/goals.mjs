import { ratioOf, scopeRatios, seriesOf } from './series.mjs'
import { spread } from './statistics.mjs'

/** Scopes cost at most this. */
const SCOPES = 0.95
/** A page of a million measurements takes at most this many times what a page of ten thousand takes. */
const GROWTH = 1.2

const line = (reached, text) => `- ${reached ? 'reached' : '**missed**'}: ${text}`

/** One line for each goal that could be judged, each by the median. */
export function goalLines(results, { connections }) {
  return [
    ...results.scenarios.flatMap((result) => connections.flatMap((count) => ratioGoals(result, count))),
    ...results.scenarios.flatMap(timeGoal),
    ...growthGoal(results),
    ...results.scenarios.flatMap(scopeGoal),
  ]
}

function ratioGoals(result, count) {
  const { name, goal } = result.scenario
  if (!goal) return []
  const wanted = { limit: goal.limit, postgraphile: goal.postgraphile[count === 1 ? 0 : 1] }
  return Object.entries(wanted).flatMap(([other, least]) => {
    const { median } = ratioOf(result, count, other)
    return Number.isNaN(median) ? [] : [line(median >= least, `${name}, ${count} connections: ${median.toFixed(2)} of ${other} (at least ${least})`)]
  })
}

function scopeGoal({ scenario, statements = [] }) {
  if (!statements[0]?.off) return []
  const { median } = spread(scopeRatios(statements))
  return [line(median >= SCOPES, `scopes of ${scenario.name} ${median.toFixed(2)} (at least ${SCOPES})`)]
}

const typical = (result) => spread(seriesOf(result, 1, 'gateway', 'p50')).median

function timeGoal(result) {
  const { name, goal } = result.scenario
  const median = typical(result)
  return goal?.under && !Number.isNaN(median) ? [line(median < goal.under, `${name}: ${median.toFixed(1)} ms (under ${goal.under} ms)`)] : []
}

function growthGoal({ scenarios }) {
  const [small, large] = ['projectMeasurements', 'measurements'].map((name) => scenarios.find(({ scenario }) => scenario.name === name))
  if (!small || !large) return []
  const growth = typical(large) / typical(small)
  return Number.isNaN(growth)
    ? []
    : [line(growth <= GROWTH, `page 50 of 1,000,000 measurements takes ${growth.toFixed(2)} times page 50 of 10,000 (at most ${GROWTH})`)]
}
