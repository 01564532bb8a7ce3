import { EventEmitter } from 'node:events'
import { FairShare, type Leave } from './fair-share.js'

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('a fair share', () => {
  it('lets one asker hold three quarters of the places and no more', async () => {
    const share = new FairShare(8)
    const places = Array.from({ length: 9 }, () => Promise.resolve(share.take('heavy')))
    await settled()
    expect(share.waiting).toBe(3)
    expect(share.take('light')).toBeInstanceOf(Function)
    for (const place of places.slice(0, 6)) (await place)()
    await settled()
    expect(share.waiting).toBe(0)
  })

  it('serves those who wait in turn by asker', async () => {
    const share = new FairShare(1)
    const first = share.take('a') as Leave
    const order: string[] = []
    const wait = async (asker: string) => {
      const leave = await share.take(asker)
      order.push(asker)
      leave()
    }
    const all = ['a', 'a', 'a', 'b', 'c'].map(wait)
    first()
    await Promise.all(all)
    expect(order).toEqual(['a', 'b', 'c', 'a', 'a'])
  })

  it('lets one who gave up wait no longer, and gives a place back once only', async () => {
    const share = new FairShare(1)
    const leave = share.take('a') as Leave
    const gone = new EventEmitter()
    const patience = {
      over: undefined as Error | undefined,
      whenOver(hear: () => void) {
        gone.once('over', hear)
        return () => void gone.off('over', hear)
      },
    }
    const waiting = Promise.resolve(share.take('b', patience))
    patience.over = new Error('gone')
    gone.emit('over')
    await expect(waiting).rejects.toThrow('gone')
    leave()
    leave()
    expect(share.take('c')).toBeInstanceOf(Function)
    expect(share.take('d')).toBeInstanceOf(Promise)
  })
})
