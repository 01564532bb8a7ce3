import { rateLimited } from './errors.js'

/** Lets so many pieces of work run at once, and so many more wait; what is urgent goes first. */
export class Turns {
  private running = 0
  private readonly urgent: (() => void)[] = []
  private readonly others: (() => void)[] = []

  constructor(
    private readonly places: number,
    private readonly mostWaiting: number,
    /** Seconds after which whoever is refused may come again. */
    private readonly retryAfter = 5,
  ) {}

  /** Does the work in its turn; refuses it when too many wait. */
  async take<T>(work: () => Promise<T>, isUrgent = false): Promise<T> {
    const queue = isUrgent ? this.urgent : this.others
    if (this.running < this.places) this.running += 1
    else if (queue.length >= this.mostWaiting) throw rateLimited(this.retryAfter)
    else await new Promise<void>((go) => queue.push(go))
    try {
      return await work()
    } finally {
      const next = this.urgent.shift() ?? this.others.shift()
      // The place is handed on, so that nobody comes in between.
      if (next) next()
      else this.running -= 1
    }
  }
}
