/** Keeps what was used last, as long as all of it together is not larger than `most`, in whatever unit sizes are given. */
export class BoundedCache<Value> {
  private readonly kept = new Map<string, { readonly value: Value; readonly size: number }>()
  private total = 0

  constructor(private readonly most: number) {}

  /** What is kept under a key, which is thereby used. */
  get(key: string): Value | undefined {
    const found = this.kept.get(key)
    if (!found) return undefined
    this.kept.delete(key)
    this.kept.set(key, found)
    return found.value
  }

  /** Keeps a value; what was not used for longest makes room. What is larger than all room is not kept. */
  set(key: string, value: Value, size: number): void {
    this.forget(key)
    if (size > this.most) return
    this.kept.set(key, { value, size })
    this.total += size
    for (const [oldest] of this.kept) {
      if (this.total <= this.most) return
      this.forget(oldest)
    }
  }

  private forget(key: string): void {
    this.total -= this.kept.get(key)?.size ?? 0
    this.kept.delete(key)
  }
}
