/** How much of something each of many holds, and all together; whoever holds nothing any more is forgotten. */
export class Tally {
  private readonly held = new Map<string, number>()
  private total = 0

  /** What all hold together. */
  get sum(): number {
    return this.total
  }

  /** What one holds. */
  of(who: string): number {
    return this.held.get(who) ?? 0
  }

  /** One holds so much more, or less; answers what it holds now. */
  add(who: string, amount: number): number {
    const now = this.of(who) + amount
    this.total += amount
    if (now > 0) this.held.set(who, now)
    else this.held.delete(who)
    return now
  }
}
