import { compact, uuidArray } from '@clusterpolisee/graph-sql'
import { statements } from './limit-sql.mjs'

/** Of the limit's connections: hand-written statements are planned once. */
export const limitOptions = '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan'

/** Placeholders that a statement does not use are left out of it; `uses` says what the others stand for. */
const prepared = Object.fromEntries(
  Object.entries(statements).map(([name, { text }]) => {
    const { text: compacted, values: uses } = compact(text, ['visible', 'members', 'partners', 0, 1, 2])
    return [name, { text: compacted, uses }]
  }),
)

/** The hand-written statement of a scenario with its values: `{text, values}`. */
export function preparedOf(scenario, variables, person) {
  const { text, uses } = prepared[scenario]
  const own = statements[scenario].values(variables)
  return { text, values: uses.map((use) => (typeof use === 'number' ? own[use] : uuidArray(person[use]))) }
}
