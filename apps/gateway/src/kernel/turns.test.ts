import { setTimeout as wait } from 'node:timers/promises'
import { Turns } from './turns.js'

it('two run at once, what is urgent goes first, and too many are refused', async () => {
  const turns = new Turns(2, 3)
  const done: string[] = []
  let [running, most] = [0, 0]
  const work = (name: string) => async () => {
    running += 1
    most = Math.max(most, running)
    await wait(5)
    running -= 1
    done.push(name)
  }
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => turns.take(work(name)))
  const urgent = turns.take(work('urgent'), true)
  await expect(turns.take(work('f'))).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } })
  await Promise.all([...all, urgent])
  expect(most).toBe(2)
  expect(done.slice(2, 4)).toContain('urgent')
  await turns.take(work('later'))
  expect([...done].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'later', 'urgent'])
})

describe('work with one place', () => {
  it('is done in its order, a failure included, and never together', async () => {
    const turns = new Turns(1, 2)
    const told: string[] = []
    const work = (name: string, fails = false) =>
      turns.take(async () => {
        told.push(`${name} begins`)
        await wait(5)
        told.push(`${name} ends`)
        if (fails) throw new Error(name)
      })
    await Promise.allSettled([work('first'), work('second', true), work('third')])
    expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends'])
  })

  it('is refused where enough is waiting, and taken again afterwards', async () => {
    const turns = new Turns(1, 0)
    const first = turns.take(() => wait(5, 'done'))
    await expect(turns.take(() => wait(1))).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } })
    expect(await first).toBe('done')
    expect(await turns.take(() => wait(1, 'again'))).toBe('again')
  })
})
