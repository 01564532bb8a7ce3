/** What is known of a pillar or an indicator of a benchmark. */
export interface Part {
  readonly id: string
  readonly title: string
  /** Relative to the others at its level. */
  readonly weight: number
  /** The pillar that it is part of; null: the index itself. */
  readonly aboveId: string | null
}

/** A pillar or an indicator at its place in the tree. */
export interface Placed<P extends Part, I extends Part> {
  readonly part: P | I
  readonly indicator: I | null
  /** 0 for what is part of the index itself. */
  readonly depth: number
  /** Title of the pillar that it is part of; null: the index. */
  readonly above: string | null
  /** Share of 1 at its level, and in the index; null where all weights of its level are 0. */
  readonly share: number | null
  readonly effective: number | null
}

/** Pillars and indicators from the index down, each pillar before what it is made of: its pillars, then its indicators. */
export function levelTree<P extends Part, I extends Part>(pillars: readonly P[], indicators: readonly I[], isGiven: boolean): Placed<P, I>[] {
  const within = (above: P | null, depth: number, whole: number | null): Placed<P, I>[] => {
    const isHere = ({ aboveId }: Part) => aboveId === (above?.id ?? null)
    const [groups, leaves] = [pillars.filter(isHere), indicators.filter(isHere)]
    const weightOf = ({ weight }: Part) => (isGiven ? weight : 1)
    const total = [...groups, ...leaves].reduce((sum, part) => sum + weightOf(part), 0)
    const place = (part: P | I, indicator: I | null): Placed<P, I> => {
      const share = total > 0 ? weightOf(part) / total : null
      return { part, indicator, depth, above: above?.title ?? null, share, effective: share === null || whole === null ? null : share * whole }
    }
    const placed = groups.map((group) => ({ group, row: place(group, null) }))
    return [...placed.flatMap(({ group, row }) => [row, ...within(group, depth + 1, row.effective)]), ...leaves.map((leaf) => place(leaf, leaf))]
  }
  return within(null, 0, 1)
}

/** Pillars that a part may be moved into: all but itself and what is within it. */
export function placesFor<P extends Part>(part: Part, pillars: readonly P[]): P[] {
  const isWithin = (pillar: P): boolean => {
    if (pillar.id === part.id) return true
    const above = pillars.find(({ id }) => id === pillar.aboveId)
    return above !== undefined && isWithin(above)
  }
  return pillars.filter((pillar) => !isWithin(pillar))
}
