import type { Structure, Weights } from '@clusterpolisee/methods'
import type { EditionSettings, FrozenData, FrozenIndicator, FrozenPillar, WeightRange } from '@clusterpolisee/schema'

/** The index itself among the groups of an edition. */
export const INDEX = 'index'

/** An indicator or a pillar. */
type Node = FrozenIndicator | FrozenPillar

/** The pillars of an edition; none of one that was frozen before there were any. */
export const pillarsOf = ({ pillars }: FrozenData): readonly FrozenPillar[] => pillars ?? []

/** What an indicator or pillar is part of. */
const aboveOf = (node: Node): string => ('direction' in node ? node.pillarId : node.aboveId) ?? INDEX

/** What a pillar, or the index, is made of: its own pillars and indicators. */
export const membersOf = (data: FrozenData, group: string): Node[] => [...pillarsOf(data), ...data.indicators].filter((node) => aboveOf(node) === group)

/** The pillars that a node is part of, from the nearest up. */
function wayUp(data: FrozenData, node: Node): FrozenPillar[] {
  const above = pillarsOf(data).find(({ id }) => id === aboveOf(node))
  return above ? [above, ...wayUp(data, above)] : []
}

/** All indicators below a pillar. */
export const indicatorsBelow = (data: FrozenData, pillar: FrozenPillar): FrozenIndicator[] =>
  data.indicators.filter((indicator) => wayUp(data, indicator).includes(pillar))

/** Given a weight of 0, itself or through a pillar, an indicator does not exist for the score. */
export const usedIndicators = (data: FrozenData, { weighting }: EditionSettings): readonly FrozenIndicator[] =>
  data.indicators.filter((indicator) => weighting === 'EQUAL' || [indicator, ...wayUp(data, indicator)].every(({ weight }) => weight > 0))

/** Levels and weights in the words of the methods: pillars from below, the index last. An index of one level has no structure. */
export function levelsOf(data: FrozenData, { weighting }: EditionSettings): { readonly structure?: Structure; readonly weights?: Weights } {
  const pillars = pillarsOf(data)
  const isGiven = weighting === 'GIVEN'
  if (pillars.length === 0) return isGiven ? { weights: data.indicators.map(({ weight }) => weight) } : {}
  const depth = new Map(pillars.map((pillar) => [pillar.id, wayUp(data, pillar).length]))
  const groups = [...pillars].sort((a, b) => (depth.get(b.id) ?? 0) - (depth.get(a.id) ?? 0)).map(({ id }) => id)
  const structure = Object.fromEntries([...groups, INDEX].map((group) => [group, membersOf(data, group).map(({ id }) => id)]))
  if (!isGiven) return { structure }
  return { structure, weights: Object.fromEntries([...data.indicators, ...pillars].map(({ id, weight }) => [id, weight])) }
}

/** What every pillar and indicator weighs at its level and in the index, and between what its weight is drawn. */
export function weightRanges(data: FrozenData, { weighting, weightDoubt }: EditionSettings): WeightRange[] {
  const nodes: readonly Node[] = [...pillarsOf(data), ...data.indicators]
  const weightOf = ({ weight }: Node) => (weighting === 'EQUAL' ? 1 : weight)
  const shareOf = (node: Node, own = 1, rest = 1) => {
    const others = membersOf(data, aboveOf(node)).reduce((sum, other) => sum + (other.id === node.id ? 0 : weightOf(other)), 0)
    return (own * weightOf(node)) / (own * weightOf(node) + rest * others)
  }
  return nodes.map((node) => ({
    id: node.id,
    share: shareOf(node),
    shareFrom: shareOf(node, 1 - weightDoubt, 1 + weightDoubt),
    shareTo: shareOf(node, 1 + weightDoubt, 1 - weightDoubt),
    effective: [node, ...wayUp(data, node)].reduce((product, each) => product * shareOf(each), 1),
  }))
}
