import { rateLimited } from './errors.js'

/** Lets heavy work be done one at a time, in the order in which it came; refuses what comes when `most` are there already. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve()
  private there = 0

  constructor(private readonly most: number) {}

  /** What the work answers, when its turn has come. RATE_LIMITED where too much is waiting. */
  do<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.there >= this.most) return Promise.reject(rateLimited(10))
    this.there += 1
    const done = this.last.then(work).finally(() => {
      this.there -= 1
    })
    this.last = done.catch(() => undefined)
    return done
  }
}
