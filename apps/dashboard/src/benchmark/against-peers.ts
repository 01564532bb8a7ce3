import type { Contribution, UnitDetails } from './edition-data'
import { medianOf } from './edition-data'

/** One indicator of a unit beside its peers; figures between the worst (0) and the best (1) of the ranked ones. */
export interface Compared {
  readonly indicatorId: string
  readonly own: Contribution
  readonly peers: readonly { readonly title: string; readonly normalised: number; readonly value: number | null }[]
  readonly middle: number | null
  /** How many of the peers it is better than. */
  readonly betterThan: number
}

const contributionOf = ({ contributions }: UnitDetails, indicatorId: string) => contributions.find((item) => item.indicatorId === indicatorId)

/** A unit beside its peers, indicator by indicator. */
export const againstPeers = (unit: UnitDetails, peers: readonly UnitDetails[]): Compared[] =>
  unit.contributions.map((own) => {
    const known = peers.flatMap((peer) => {
      const found = contributionOf(peer, own.indicatorId)
      return found && found.value !== null && found.normalised !== null ? [{ title: peer.title, normalised: found.normalised, value: found.value }] : []
    })
    return {
      indicatorId: own.indicatorId,
      own,
      peers: known,
      middle: medianOf(known.map(({ normalised }) => normalised)),
      betterThan: known.filter(({ normalised }) => (own.normalised ?? 0) > normalised).length,
    }
  })
