import { MethodError } from '../../shared/method-error.js'
import { shares, type Weights } from '../../shared/weights.js'

/** Groups by name, of indicators or of groups named before; groups that are in no other make up the index. */
export type Structure = Readonly<Record<string, readonly string[]>>

/** The levels of an index. Nodes are the indicators, then the groups from below, and the index last. */
export interface Tree {
  /** Names of the groups, the index last. */
  readonly groups: readonly string[]
  /** Place of the node that each node but the index belongs to. */
  readonly parents: Int32Array
  /** Share of each node but the index among those that belong to the same one. */
  readonly weights: Float64Array
}

/**
 * Reads the levels of an index. Weights by place are of the indicators, groups being equal then; weights by name hold, wherever one of the
 * members of a group has one, one for all of them; else members are equal. Refuses a member that is unknown, placed twice or not placed.
 */
export function readTree(structure: Structure, names: readonly string[], weights?: Weights): Tree {
  const groups = groupsOf(structure)
  const nodes = [...names, ...groups.keys()]
  const parents = new Int32Array(nodes.length - 1).fill(-1)
  const own = new Float64Array(nodes.length - 1)
  const given = byName(names, weights)
  for (const [group, members] of groups) {
    const within = shares(weightsOf(given, members), members)
    for (const [place, member] of members.entries()) {
      const node = nodes.indexOf(member)
      if (node < 0 || node >= nodes.indexOf(group)) throw refusal(group, `"${member}" is neither an indicator nor a group named before`)
      if (parents[node] !== -1) throw refusal(group, `"${member}" is in two groups`)
      parents[node] = nodes.indexOf(group)
      own[node] = within[place] as number
    }
  }
  const left = parents.indexOf(-1)
  if (left >= 0) throw new MethodError('UNKNOWN_MEMBER', 'structure', `"${nodes[left]}" is in none of the groups`)
  return { groups: [...groups.keys()], parents, weights: own }
}

const refusal = (group: string, reason: string) => new MethodError('UNKNOWN_MEMBER', `structure.${group}`, reason)

/** The groups in their order; several at the top make up one more, the index. */
function groupsOf(structure: Structure): Map<string, readonly string[]> {
  const groups = new Map(Object.entries(structure))
  const inside = new Set([...groups.values()].flat())
  const tops = [...groups.keys()].filter((group) => !inside.has(group))
  if (tops.length === 1 && [...groups.keys()].at(-1) === tops[0]) return groups
  return groups.set('index', tops)
}

function byName(names: readonly string[], weights?: Weights): Readonly<Record<string, number>> {
  if (Array.isArray(weights)) return Object.fromEntries(names.map((name, place) => [name, weights[place] as number]))
  return typeof weights === 'object' ? (weights as Readonly<Record<string, number>>) : {}
}

function weightsOf(given: Readonly<Record<string, number>>, members: readonly string[]): Readonly<Record<string, number>> | undefined {
  const own = members.filter((member) => given[member] !== undefined)
  return own.length === 0 ? undefined : Object.fromEntries(own.map((member) => [member, given[member] as number]))
}

/** What each node weighs in the index: the product of the shares on the way up. */
export function effectiveWeights({ parents }: Tree, weights: Float64Array, into: Float64Array): void {
  const all = new Float64Array(parents.length + 1).fill(1)
  for (let node = parents.length - 1; node >= 0; node--) all[node] = (weights[node] as number) * (all[parents[node] as number] as number)
  into.set(all.subarray(0, into.length))
}

/** Scales weights so that those of one group sum to 1. */
export function shareOut({ parents }: Tree, weights: Float64Array): void {
  const totals = new Float64Array(parents.length + 1)
  for (let node = 0; node < weights.length; node++) totals[parents[node] as number] = (totals[parents[node] as number] as number) + (weights[node] as number)
  for (let node = 0; node < weights.length; node++) weights[node] = (weights[node] as number) / (totals[parents[node] as number] as number)
}

/** The weights of the nodes for a row with gaps: what is missing passes its weight on to the others of its group only. */
export function presentWeights(tree: Tree, weights: Float64Array, row: Float64Array): Float64Array {
  const { parents } = tree
  const left = Float64Array.from(weights)
  const holds = new Uint8Array(parents.length + 1)
  for (let node = 0; node < parents.length; node++) {
    const isThere = node < row.length ? !Number.isNaN(row[node]) : holds[node] === 1
    if (isThere) holds[parents[node] as number] = 1
    else left[node] = 0
  }
  const totals = new Float64Array(parents.length + 1)
  for (let node = 0; node < left.length; node++) totals[parents[node] as number] = (totals[parents[node] as number] as number) + (left[node] as number)
  for (let node = 0; node < left.length; node++)
    left[node] = (left[node] as number) === 0 ? 0 : (left[node] as number) / (totals[parents[node] as number] as number)
  return left
}

/** Means of a row level by level, without new memory: the list of groups is overwritten by the next row, NaN for one without any value. */
export class TreeScores {
  private readonly sums: Float64Array
  /** The members of each group, one group after another, each in the order of the nodes. */
  private readonly members: Int32Array
  /** Where the members of each group begin, and the last ones end. */
  private readonly from: Int32Array

  constructor(
    { groups, parents }: Tree,
    private readonly leaves: number,
  ) {
    this.sums = new Float64Array(groups.length)
    const within = groups.map((_, group) => Array.from(parents.keys()).filter((node) => parents[node] === leaves + group))
    this.members = Int32Array.from(within.flat())
    this.from = Int32Array.from([0, ...within.map((_, group) => within.slice(0, group + 1).flat().length)])
  }

  /** Means of the groups, the index last. */
  of(values: Float64Array, start: number, weights: Float64Array): Float64Array {
    for (let group = 0; group < this.sums.length; group++) this.sums[group] = this.meanOf(group, values, start, weights)
    return this.sums
  }

  /** The sums are kept in variables: in lists, each addition would wait for the one before to be written. */
  private meanOf(group: number, values: Float64Array, start: number, weights: Float64Array): number {
    const { sums, members, leaves } = this
    const end = this.from[group + 1] as number
    let total = 0
    let present = 0
    for (let place = this.from[group] as number; place < end; place++) {
      const node = members[place] as number
      const value = (node < leaves ? values[start + node] : sums[node - leaves]) as number
      if (Number.isNaN(value)) continue
      total += value * (weights[node] as number)
      present += weights[node] as number
    }
    return total / present
  }
}
