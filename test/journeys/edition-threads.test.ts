import { Worker } from 'node:worker_threads'

interface Answer {
  readonly hash: string
  readonly text: string
}

const THREAD = './apps/gateway/dist/benchmark/compute-edition-thread.js'

const settings = {
  ...{ normalisation: 'MIN_MAX', aggregation: 'ARITHMETIC', missingValues: 'LEAVE_OUT', outliers: 'NONE' },
  ...{ weighting: 'GIVEN', weightsDecidedBy: 'The test', weightDoubt: 0.25 },
}

const none = { unit: null, definition: null, goalpostLow: null, goalpostHigh: null, source: null, onDay: null, sourceLink: null }

/** Frozen data of random-looking, always the same values, a few of them missing, in two pillars; `same`: one indicator tells nobody apart. */
function frozen(units: number, indicators: number, same = false): string {
  const entries = Array.from({ length: units }, (_, unit) => ({ id: `unit ${unit}`, title: `Unit ${unit}`, kind: 'REGION' }))
  const columns = Array.from({ length: indicators }, (_, place) => ({
    ...{ ...none, id: `indicator ${place}`, title: `Indicator ${place}`, direction: place % 3 === 0 ? 'LESS' : 'MORE' },
    ...{ weight: 1 + (place % 4), pillarId: place % 2 === 0 ? 'even' : 'odd' },
  }))
  const figure = (unit: number, place: number) => ((unit + place * 3) % 29 === 0 ? null : ((unit * 37 + place * 101 + unit * place * 13) % 97) + 1)
  const values = entries.flatMap((entry, unit) =>
    columns.map(({ id }, place) => ({
      ...none,
      entryId: entry.id,
      indicatorId: id,
      measurementId: null,
      value: same && place === 0 ? 5 : figure(unit, place),
    })),
  )
  const pillars = ['even', 'odd'].map((id) => ({ id, title: id, definition: null, weight: 1 }))
  return JSON.stringify({ indicators: columns, pillars, entries, values })
}

/** What the thread answers that computes an edition, in so many threads; told is its progress. */
const compute = (data: string, threads: number, told: number[] = []): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: { frozen: data, settings, runs: 400, seed: 7, threads } })
    thread.on('message', (message: { progress?: number; answer?: Answer; refusal?: string }) => {
      if (message.progress !== undefined) told.push(message.progress)
      if (message.answer) resolve(message.answer)
      if (message.refusal) reject(new Error(message.refusal))
    })
    thread.once('error', reject)
  })

describe('an edition', () => {
  it('is the same to the bit in one, two and eight threads, and tells how far it is', async () => {
    const data = frozen(40, 8)
    const told: number[] = []
    const one = await compute(data, 1)
    expect(JSON.parse(one.text).units[0].pillars).toHaveLength(2)
    expect((await compute(data, 2, told)).hash).toBe(one.hash)
    expect((await compute(data, 8)).text).toBe(one.text)
    expect(told.at(-1)).toBe(1)
  })

  it('that cannot be computed is refused alike', async () => {
    for (const threads of [1, 2]) await expect(compute(frozen(10, 4, true), threads)).rejects.toThrow('is the same for all units')
  })
})
