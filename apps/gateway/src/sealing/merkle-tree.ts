import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Hash of one entry of the log: RFC 9162, 2.1.1. */
export const leafHash = (entry: Uint8Array): Buffer => sha256(LEAF, entry)

const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right)

/** Root of a tree without leaves. */
const EMPTY = sha256()

/** The peaks of a tree that grows: of each full subtree its root, the largest first. So a leaf is added without the others. */
export class Frontier {
  constructor(
    public size = 0,
    readonly peaks: Buffer[] = [],
  ) {}

  add(leaf: Buffer): void {
    let hash = leaf
    for (let rest = this.size; rest % 2 === 1; rest = Math.floor(rest / 2)) hash = nodeHash(this.peaks.pop() as Buffer, hash)
    this.peaks.push(hash)
    this.size += 1
  }

  root(): Buffer {
    return this.peaks.length === 0 ? EMPTY : this.peaks.reduceRight((right, left) => nodeHash(left, right))
  }
}

const rootOf = (leaves: readonly Buffer[]): Buffer => {
  const frontier = new Frontier()
  for (const leaf of leaves) frontier.add(leaf)
  return frontier.root()
}

/** The largest power of two below `size`, where its tree is split. */
const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))

/** What proves that the leaf at `index` is in the tree of these leaves: RFC 9162, 2.1.3.1. */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split ? [...inclusionProof(left, index), rootOf(right)] : [...inclusionProof(right, index - split), rootOf(left)]
}

/** True when the proof leads from the leaf to the root: RFC 9162, 2.1.3.2. */
export function isIncluded(leaf: Buffer, index: number, { size, root }: TreeHead, proof: readonly Buffer[]): boolean {
  let [at, last, hash] = [index, size - 1, leaf]
  if (index >= size) return false
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
    } else hash = nodeHash(hash, sibling)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && hash.equals(root)
}

/** What proves that the tree of these leaves continues that of the first `size` of them: RFC 9162, 2.1.4.1. */
export function consistencyProof(leaves: readonly Buffer[], size: number, isWhole = true): Buffer[] {
  if (size === leaves.length) return isWhole ? [] : [rootOf(leaves)]
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return size <= split ? [...consistencyProof(left, size, isWhole), rootOf(right)] : [...consistencyProof(right, size - split, false), rootOf(left)]
}

/** A tree: how many leaves it has, and its root. */
export interface TreeHead {
  readonly size: number
  readonly root: Buffer
}

/** True when the proof shows that `later` continues `earlier`, which has a leaf at least: RFC 9162, 2.1.4.2. */
export function isContinued(earlier: TreeHead, later: TreeHead, proof: readonly Buffer[]): boolean {
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root)
  if (earlier.size < 1 || earlier.size > later.size) return false
  const isPower = Number.isInteger(Math.log2(earlier.size))
  const [first, ...path] = isPower ? [earlier.root, ...proof] : proof
  if (!first) return false
  let [at, last, before, after] = [earlier.size - 1, later.size - 1, first, first]
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  for (const hash of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[before, after] = [nodeHash(hash, before), nodeHash(hash, after)]
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
    } else after = nodeHash(after, hash)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && before.equals(earlier.root) && after.equals(later.root)
}
