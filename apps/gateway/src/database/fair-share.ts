/** Gives a place back; calling it twice does nothing more. */
export type Leave = () => void

interface Waiting {
  readonly enter: () => void
}

/**
 * Shares a number of places among whoever asks. Nobody holds more than three quarters of them, and those who wait are
 * served in turn by asker, not by request: one heavy asker slows itself, not the others.
 */
export class FairShare {
  private readonly held = new Map<string, number>()
  /** Who waits, by asker; the first key is served next. */
  private readonly queues = new Map<string, Waiting[]>()
  private taken = 0

  constructor(
    private readonly places: number,
    private readonly most = Math.max(1, Math.floor(places * 0.75)),
  ) {}

  /** Requests that wait for a place. */
  get waiting(): number {
    return [...this.queues.values()].reduce((sum, queue) => sum + queue.length, 0)
  }

  /** A place for an asker; waits for one. Rejects when the signal aborts before. */
  take(asker: string, signal?: AbortSignal): Leave | Promise<Leave> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    if (this.mayEnter(asker)) return this.enter(asker)
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(asker) ?? []
      const waiting: Waiting = {
        enter: () => {
          signal?.removeEventListener('abort', giveUp)
          resolve(this.enter(asker))
        },
      }
      const giveUp = () => {
        queue.splice(queue.indexOf(waiting), 1)
        if (queue.length === 0) this.queues.delete(asker)
        reject(signal?.reason)
      }
      queue.push(waiting)
      this.queues.set(asker, queue)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  private mayEnter(asker: string): boolean {
    return this.taken < this.places && (this.held.get(asker) ?? 0) < this.most
  }

  private enter(asker: string): Leave {
    this.taken += 1
    this.held.set(asker, (this.held.get(asker) ?? 0) + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      this.leave(asker)
    }
  }

  private leave(asker: string): void {
    this.taken -= 1
    const rest = (this.held.get(asker) ?? 1) - 1
    if (rest > 0) this.held.set(asker, rest)
    else this.held.delete(asker)
    this.serveNext()
  }

  private serveNext(): void {
    for (const [asker, queue] of this.queues) {
      if (!this.mayEnter(asker)) continue
      const next = queue.shift()
      this.queues.delete(asker)
      if (queue.length > 0) this.queues.set(asker, queue)
      next?.enter()
      return
    }
  }
}
