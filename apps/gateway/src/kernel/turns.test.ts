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
