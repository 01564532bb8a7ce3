/** Random choices that a seed repeats. */
export class Draw {
  constructor(private state: number) {}

  /** 0 to 1, by mulberry32. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)]
  }

  /** Some of a list, in its order. */
  some<T>(list: readonly T[], most: number): T[] {
    const wanted = new Set(Array.from({ length: this.between(1, most) }, () => this.between(0, list.length - 1)))
    return list.filter((_, index) => wanted.has(index))
  }

  uuid(): string {
    const hex = (digits: number) => Array.from({ length: digits }, () => this.between(0, 15).toString(16)).join('')
    return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
  }
}
