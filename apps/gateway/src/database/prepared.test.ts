import type pg from 'pg'
import { Database } from './database.js'

/** A pool of one connection, which notes what it is asked and whether it is kept. */
function notingPool() {
  const asked: { readonly name?: string; readonly text: string }[] = []
  const ended: boolean[] = []
  const client = {
    query: (query: { readonly name?: string; readonly text: string }, tell: (error: null, result: { rows: [string][] }) => void) => {
      asked.push(query)
      tell(null, { rows: [['{}']] })
    },
    release: (isWornOut: boolean) => void ended.push(isWornOut),
  }
  const pool = { options: { max: 2 }, connect: async () => client } as unknown as pg.Pool
  return { database: new Database(pool), asked, ended }
}

const statement = (name: string, letters: number) => ({ name, text: 'x'.repeat(letters), values: [] })

describe('a connection', () => {
  it('keeps statements prepared by their name, but no long one', async () => {
    const { database, asked } = notingPool()
    await database.readText(statement('short', 50_000))
    await database.readText(statement('long', 50_001))
    expect(asked.map(({ name }) => name)).toEqual(['short', undefined])
  })

  it('is ended when what it keeps has too many letters, each statement counted once', async () => {
    const { database, ended } = notingPool()
    for (let at = 1; at <= 20; at += 1) await database.readText(statement(`s${at}`, 50_000))
    for (const at of [1, 2]) await database.readText(statement(`s${at}`, 50_000))
    await database.readText(statement('one more', 1))
    expect(ended).toEqual([...Array(22).fill(false), true])
  })
})
