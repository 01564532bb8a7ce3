import { Ranker } from './ranker.js'

/** How often each unit had each rank (index 0 for rank 1) over `runs` draws of weights. */
export function rankCounts(rows: readonly (readonly number[])[], runs: number, draw: (weights: Float64Array) => void): Uint32Array[] {
  const [n, k] = [rows.length, rows[0]?.length ?? 0]
  const values = Float64Array.from(rows.flat())
  const counts = rows.map(() => new Uint32Array(n))
  const weights = new Float64Array(k)
  const scores = new Float64Array(n)
  const ranker = new Ranker(n)
  for (let run = 0; run < runs; run++) {
    draw(weights)
    for (let unit = 0, at = 0; unit < n; unit++) {
      let score = 0
      for (let j = 0; j < k; j++) score += (values[at++] as number) * (weights[j] as number)
      scores[unit] = score
    }
    const ranks = ranker.rank(scores)
    for (let unit = 0; unit < n; unit++) {
      const row = counts[unit] as Uint32Array
      const rank = (ranks[unit] as number) - 1
      row[rank] = (row[rank] as number) + 1
    }
  }
  return counts
}

/** The smallest rank whose cumulative share reaches the level. */
export function rankQuantile(counts: Uint32Array, level: number): number {
  const needed = level * counts.reduce((total, count) => total + count, 0) - 1e-9
  let passed = 0
  const place = counts.findIndex((count) => {
    passed += count
    return passed >= needed
  })
  return place + 1
}
