import type { Document } from './document'
import { ask } from './graphql'

const deed = 'mutation ($id: ID!) { startPilot(id: $id) { id } }' as unknown as Document<{ readonly done: boolean }, { readonly id: string }>
const read = '{ pilots { totalCount } }' as unknown as Document<object, object>

/** Answers, one after the other, what the network gives; a null is a line that breaks. Tells which keys came. */
function network(...answers: readonly (object | null)[]): (string | undefined)[] {
  const keys: (string | undefined)[] = []
  const fetch = async (_: string, { headers }: { headers: Record<string, string> }) => {
    const answer = answers[keys.length]
    keys.push(headers['idempotency-key'])
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (!answer) throw new TypeError('the line broke')
    return { json: async () => answer }
  }
  Object.assign(globalThis, { fetch, window: { dispatchEvent: () => true } })
  return keys
}

const done = { data: { done: true } }
const unsure = { errors: [{ message: '', extensions: { code: 'SAVED_OR_NOT' } }] }

describe('a deed', () => {
  it('that is asked for twice before it is answered is sent once', async () => {
    const keys = network(done)
    expect(await Promise.all([ask(deed, { id: 'a' }), ask(deed, { id: 'a' })])).toEqual([{ done: true }, { done: true }])
    expect(keys).toHaveLength(1)
  })

  it('is another with other words, and after its answer', async () => {
    const keys = network(done, done, done)
    await Promise.all([ask(deed, { id: 'a' }), ask(deed, { id: 'b' })])
    await ask(deed, { id: 'a' })
    expect(new Set(keys).size).toBe(3)
  })

  it('goes by the same key again while nobody knows whether it was done', async () => {
    const keys = network(null, unsure, done)
    await expect(ask(deed, { id: 'a' })).rejects.toMatchObject({ code: 'OFFLINE' })
    await expect(ask(deed, { id: 'a' })).rejects.toMatchObject({ code: 'SAVED_OR_NOT' })
    expect(await ask(deed, { id: 'a' })).toEqual({ done: true })
    expect([keys.length, new Set(keys).size, typeof keys[0]]).toEqual([3, 1, 'string'])
  })

  it('is no read, which needs no key', async () => {
    const keys = network({ data: {} }, { data: {} })
    await Promise.all([ask(read, {}), ask(read, {})])
    expect(keys).toEqual([undefined, undefined])
  })
})
