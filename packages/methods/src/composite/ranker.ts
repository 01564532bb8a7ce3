/**
 * Ranks scores many times over without new memory: rank 1 for the highest, ties (to 1e-12) share the best rank.
 * It starts from the order of the last call, which simulations change little, so that an insertion sort is near linear.
 */
export class Ranker {
  private readonly order: Uint32Array
  private readonly ranks: Uint32Array

  constructor(private readonly size: number) {
    this.order = Uint32Array.from({ length: size }, (_, index) => index)
    this.ranks = new Uint32Array(size)
  }

  /** The list is overwritten by the next call. */
  rank(scores: Float64Array): Uint32Array {
    this.sort(scores)
    for (let place = 0, best = 0; place < this.size; place++) {
      const unit = this.order[place] as number
      const leader = scores[this.order[best] as number] as number
      const score = scores[unit] as number
      if (leader - score > 1e-12 * Math.max(1, Math.abs(leader))) best = place
      this.ranks[unit] = best + 1
    }
    return this.ranks
  }

  /** Descending; units with the same score keep the order of their numbers, so that the past leaves no trace. */
  private sort(scores: Float64Array): void {
    const order = this.order
    for (let place = 1; place < this.size; place++) {
      const unit = order[place] as number
      const score = scores[unit] as number
      let at = place - 1
      while (at >= 0 && comesAfter(order[at] as number, scores[order[at] as number] as number, unit, score)) {
        order[at + 1] = order[at] as number
        at--
      }
      order[at + 1] = unit
    }
  }
}

function comesAfter(other: number, otherScore: number, unit: number, score: number): boolean {
  return otherScore < score || (otherScore === score && other > unit)
}
