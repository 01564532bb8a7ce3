import { setTimeout } from 'node:timers/promises'
import { OneAtATime } from './one-at-a-time.js'

describe('work that is done one at a time', () => {
  it('is done in its order, a failure included, and never together', async () => {
    const turns = new OneAtATime(3)
    const told: string[] = []
    const work = (name: string, fails = false) =>
      turns.do(async () => {
        told.push(`${name} begins`)
        await setTimeout(5)
        told.push(`${name} ends`)
        if (fails) throw new Error(name)
      })
    await Promise.allSettled([work('first'), work('second', true), work('third')])
    expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends'])
  })

  it('is refused where enough is waiting, and taken again afterwards', async () => {
    const turns = new OneAtATime(1)
    const first = turns.do(() => setTimeout(5, 'done'))
    await expect(turns.do(() => setTimeout(1))).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } })
    expect(await first).toBe('done')
    expect(await turns.do(() => setTimeout(1, 'again'))).toBe('again')
  })
})
