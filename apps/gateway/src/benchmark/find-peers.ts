import type { FrozenEntry, Peer } from '@clusterpolisee/schema'

const MOST = 5

/** An entry with its values and normalised indicators, in one order for all. */
export interface Profile {
  readonly entry: FrozenEntry
  readonly values: readonly (number | null)[]
  readonly normalised: readonly (number | null)[]
}

/**
 * At most five peers of an entry among those that are ranked: like initiatives of like regions, not the best ones.
 * First those that share most of three things (performance of the region, kind of entry, thematic area; what is not
 * known is not shared), then those with the nearest profile, then by title.
 */
export function findPeers(of: Profile, others: readonly Profile[]): Peer[] {
  return others
    .filter(({ entry }) => entry.id !== of.entry.id && entry.kind !== 'PROSPECTIVE')
    .map((other) => peerOf(of, other))
    .sort((a, b) => shared(b) - shared(a) || (a.distance ?? Number.MAX_VALUE) - (b.distance ?? Number.MAX_VALUE) || compare(a.title, b.title))
    .slice(0, MOST)
}

/** By code units, so that the order does not depend on the machine's language. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const shared = (peer: Peer) => [peer.sameRegionPerformance, peer.sameKind, peer.sameThematicArea].filter(Boolean).length

function peerOf(of: Profile, { entry, normalised }: Profile): Peer {
  const isSame = (name: 'regionPerformance' | 'kind' | 'thematicAreaId') => of.entry[name] !== null && of.entry[name] === entry[name]
  return {
    entryId: entry.id,
    title: entry.title,
    sameRegionPerformance: isSame('regionPerformance'),
    sameKind: isSame('kind'),
    sameThematicArea: isSame('thematicAreaId'),
    distance: distanceOf(of.normalised, normalised),
  }
}

function distanceOf(one: Profile['normalised'], other: Profile['normalised']): number | null {
  let [sum, count] = [0, 0]
  for (let index = 0; index < one.length; index++) {
    const [value, its] = [one[index] ?? null, other[index] ?? null]
    if (value === null || its === null) continue
    sum += (value - its) ** 2
    count++
  }
  return count === 0 ? null : Math.sqrt(sum / count)
}
