import { pairedRatios, spread } from './statistics.mjs'

/** A column of one server over the rounds of some connections. */
export function seriesOf({ rounds }, connections, server, key) {
  return rounds.filter((round) => round.connections === connections).map(({ measured }) => measured.get(server)?.[key] ?? Number.NaN)
}

/** Statements per second with row scopes by those without them, of each round. */
export const scopeRatios = (statements) => statements.map(({ on, off }) => off / on)

/** Requests per second of the gateway by those of another server, paired by round. */
export function ratioOf(result, connections, other) {
  return spread(pairedRatios(seriesOf(result, connections, 'gateway', 'rate'), seriesOf(result, connections, other, 'rate')))
}
