interface Kept<Value> {
  readonly value: Value
  readonly size: number
  isUsed: boolean
}

/**
 * Keeps values as long as all of them together are not larger than `most`, in whatever unit sizes are given. What is old and
 * was not used since room was last made goes first; to use a value only marks it, for that is done at every read.
 */
export class BoundedCache<Value> {
  private readonly kept = new Map<string, Kept<Value>>()
  private total = 0

  constructor(private readonly most: number) {}

  /** What is kept under a key, which is thereby used. */
  get(key: string): Value | undefined {
    const found = this.kept.get(key)
    if (found) found.isUsed = true
    return found?.value
  }

  /** Keeps a value, and makes room for it. What is larger than all room is not kept. */
  set(key: string, value: Value, size: number): void {
    this.forget(key)
    if (size > this.most) return
    this.makeRoom(size)
    this.keep(key, { value, size, isUsed: false })
  }

  private makeRoom(size: number): void {
    for (const [key, kept] of this.kept) {
      if (this.total + size <= this.most) return
      this.forget(key)
      // Comes again at the end of this very walk, unused.
      if (kept.isUsed) this.keep(key, { ...kept, isUsed: false })
    }
  }

  private keep(key: string, kept: Kept<Value>): void {
    this.kept.set(key, kept)
    this.total += kept.size
  }

  private forget(key: string): void {
    this.total -= this.kept.get(key)?.size ?? 0
    this.kept.delete(key)
  }
}
