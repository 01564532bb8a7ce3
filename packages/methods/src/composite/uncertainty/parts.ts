import { Simulation, type UncertaintyInput } from './simulation.js'

/** Some of the runs of an edition, as one thread makes them. It can be sent between threads. */
export interface UncertaintyPart {
  /** Per unit how often it had each rank. */
  readonly counts: readonly Uint32Array[]
  /** By how many ranks a unit is away from its base rank on average, run by run. */
  readonly shifts: Float64Array
  /** The same for the runs of each choice's sensitivity, see `sobolIndices`. */
  readonly mixed: readonly Float64Array[]
}

/** The runs of one part (from 0) of so many. All draws are made anew in each part, so that they hang on the seed alone. */
export function runPart(input: UncertaintyInput, part: number, parts: number): UncertaintyPart {
  const simulation = new Simulation(input)
  const base = Uint32Array.from(simulation.base().ranks)
  const rows = simulation.draw()
  const half = Math.floor(rows.length / 2)
  const own = (count: number) => [Math.floor((part * count) / parts), Math.floor(((part + 1) * count) / parts)] as const
  const [[from, to], [first, end]] = [own(rows.length), own(half)]
  const { choices, size } = simulation.plan
  const total = to - from + choices.length * (end - first)
  const counts = simulation.edition.units.map(() => new Uint32Array(base.length))
  const ranksOf = (row: Float64Array) => {
    const { ranks } = simulation.run(row)
    simulation.tick(total)
    return ranks
  }
  const shifts = Float64Array.from(rows.slice(from, to), (row) => {
    const ranks = ranksOf(row)
    count(counts, ranks)
    return meanShift(ranks, base)
  })
  const mixed = choices.map((choice) => {
    const row = new Float64Array(size)
    return Float64Array.from({ length: end - first }, (_, place) => {
      row.set(rows[first + place] as Float64Array)
      row.set((rows[half + first + place] as Float64Array).subarray(choice.from, choice.to), choice.from)
      return meanShift(ranksOf(row), base)
    })
  })
  return { counts, shifts, mixed }
}

/** All parts as one, in their order: the same to the bit, however many they were. */
export function joinParts(parts: readonly UncertaintyPart[]): UncertaintyPart {
  const [first, ...others] = parts as [UncertaintyPart, ...UncertaintyPart[]]
  const joined = (pick: (part: UncertaintyPart) => Float64Array) => Float64Array.from(parts.flatMap((part) => Array.from(pick(part))))
  return {
    counts: first.counts.map((row, unit) => row.map((times, rank) => others.reduce((sum, part) => sum + (part.counts[unit]?.[rank] as number), times))),
    shifts: joined((part) => part.shifts),
    mixed: first.mixed.map((_, choice) => joined((part) => part.mixed[choice] as Float64Array)),
  }
}

function count(counts: readonly Uint32Array[], ranks: Uint32Array): void {
  for (let unit = 0; unit < counts.length; unit++) {
    const row = counts[unit] as Uint32Array
    const place = (ranks[unit] as number) - 1
    row[place] = (row[place] as number) + 1
  }
}

function meanShift(ranks: Uint32Array, base: Uint32Array): number {
  let total = 0
  for (let unit = 0; unit < ranks.length; unit++) total += Math.abs((ranks[unit] as number) - (base[unit] as number))
  return total / ranks.length
}
