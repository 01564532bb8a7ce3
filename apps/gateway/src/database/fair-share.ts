import { Tally } from '../kernel/tally.js'

/** Gives a place back; calling it twice does nothing more. */
export type Leave = () => void

/** Whoever waits for an answer, and may go before it comes. */
export interface Patience {
  /** Why nobody waits any more; undefined as long as somebody does. */
  readonly over: Error | undefined
  /** Tells when it is over; answers what ends the telling. */
  whenOver(hear: () => void): () => void
}

/** Requests of one asker that wait, the longest first. */
interface Queue {
  readonly asker: string
  readonly waits: Wait[]
}

interface Wait {
  enter(): void
  refuse(error: Error): void
}

/**
 * Shares a number of places among whoever asks. Nobody holds more than three quarters of them, and those who wait are
 * served in turn by asker, not by request: one heavy asker slows itself, not the others.
 */
export class FairShare {
  private readonly held = new Tally()
  /** The first is served next. */
  private readonly queues: Queue[] = []

  constructor(
    private readonly places: number,
    private readonly most = Math.max(1, Math.ceil(places * 0.75)),
  ) {}

  /** Requests that wait for a place. */
  get waiting(): number {
    return this.queues.reduce((sum, { waits }) => sum + waits.length, 0)
  }

  /** A place for an asker; waits for one. Rejects when patience is over before. */
  take(asker: string, patience?: Patience): Leave | Promise<Leave> {
    if (patience?.over) return Promise.reject(patience.over)
    if (this.mayEnter(asker)) return this.enter(asker)
    return new Promise((resolve, reject) => {
      const { waits } = this.queueOf(asker)
      const wait: Wait = {
        enter: () => {
          stop?.()
          resolve(this.enter(asker))
        },
        refuse: (error) => {
          stop?.()
          reject(error)
        },
      }
      const stop = patience?.whenOver(() => {
        waits.splice(waits.indexOf(wait), 1)
        this.dropEmpty()
        wait.refuse(patience.over as Error)
      })
      waits.push(wait)
    })
  }

  /** Nobody who waits is served any more. */
  refuseAll(error: Error): void {
    for (const { waits } of this.queues.splice(0)) for (const wait of waits) wait.refuse(error)
  }

  private queueOf(asker: string): Queue {
    const known = this.queues.find((queue) => queue.asker === asker)
    if (known) return known
    const queue = { asker, waits: [] }
    this.queues.push(queue)
    return queue
  }

  private dropEmpty(): void {
    const empty = this.queues.findIndex(({ waits }) => waits.length === 0)
    if (empty >= 0) this.queues.splice(empty, 1)
  }

  private mayEnter(asker: string): boolean {
    return this.held.sum < this.places && this.held.of(asker) < this.most
  }

  private enter(asker: string): Leave {
    this.held.add(asker, 1)
    let left = false
    return () => {
      if (left) return
      left = true
      this.held.add(asker, -1)
      this.serveNext()
    }
  }

  private serveNext(): void {
    const index = this.queues.findIndex(({ asker }) => this.mayEnter(asker))
    const [queue] = index >= 0 ? this.queues.splice(index, 1) : []
    if (!queue) return
    const wait = queue.waits.shift()
    if (queue.waits.length > 0) this.queues.push(queue)
    wait?.enter()
  }
}
