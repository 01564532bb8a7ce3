import { isDay } from '@clusterpolisee/values'

/** What the address says beside the page: the project that is open, and the day that its pages speak of. */
export interface Address {
  readonly project: string | null
  readonly asOf: string | null
}

/** True for a day that pages can speak of; others are not asked for. */
export const isSpokenOf = (day: string): boolean => isDay(day) && day >= '1900-01-01' && day <= '2199-12-31'

/** What stands in an address behind its question mark. Ids may be written in capitals. */
export function addressIn(search: string): Address & { /** A day that stands there, and of which no page can speak. */ readonly oddDay: string | null } {
  const params = new URLSearchParams(search)
  const day = params.get('asOf')
  const isOdd = day !== null && !isSpokenOf(day)
  return { project: params.get('project')?.toLowerCase() ?? null, asOf: isOdd ? null : day, oddDay: isOdd ? day : null }
}
