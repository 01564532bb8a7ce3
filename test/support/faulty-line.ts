import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * How the line behaves: it carries, it does so for all but who listens to changes, it refuses whoever comes, it holds everything
 * back, it breaks off where a transaction ends, what ends a statement comes a moment after its rows, or what PostgreSQL says
 * comes only once it is asked something.
 */
type Mood = 'carries' | 'is deaf' | 'refuses' | 'holds' | 'breaks at COMMIT' | 'lags behind rows' | 'speaks when asked'

/** As the protocol has it: the letter, and the length, which is that of itself. */
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4])

/** How whoever listens calls itself when it comes. */
const LISTENER = 'clusterpolisee-listen'

/** A line to a PostgreSQL server, which can be made to fail as networks and servers do. */
export interface FaultyLine {
  /** The server's address, over the line. */
  readonly url: string
  become(mood: Mood): void
  /** Breaks off every connection. */
  cut(): void
  close(): Promise<void>
}

/** Lays one. */
export async function layFaultyLine(to: string): Promise<FaultyLine> {
  const { hostname, port } = new URL(to)
  const ends = new Map<Socket, Socket>()
  const listeners = new Set<Socket>()
  let mood: Mood = 'carries'
  const cut = () => {
    for (const socket of [...ends.keys(), ...ends.values()]) socket.destroy()
  }
  const server = createServer((near) => {
    if (mood === 'refuses') return void near.destroy()
    const far = createConnection(Number(port), hostname)
    ends.set(near, far)
    near.on('data', (sent) => {
      if (sent.includes(LISTENER)) listeners.add(near)
      if (mood === 'is deaf' && listeners.has(near)) return void near.destroy()
      far.write(sent)
      if (mood === 'speaks when asked') for (const other of ends.values()) other.resume()
      if (mood === 'breaks at COMMIT' && sent.includes('COMMIT')) near.destroy()
    })
    far.on('data', async (sent) => {
      const end = mood === 'lags behind rows' ? endOfRows(sent) : -1
      if (end === -1) return void near.write(sent)
      near.write(sent.subarray(0, end))
      far.pause()
      await wait(20)
      near.write(sent.subarray(end))
      far.resume()
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined)
      // What was sent before arrives all the same.
      one.on('close', () => other.end())
    }
    near.on('close', () => {
      ends.delete(near)
      listeners.delete(near)
    })
    if (mood === 'holds') for (const socket of [near, far]) socket.pause()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(to)
  url.port = String(portOf(server))
  return {
    url: url.href,
    become(next) {
      mood = next
      for (const socket of [...ends.keys(), ...ends.values()]) next === 'holds' ? socket.pause() : socket.resume()
      if (next === 'speaks when asked') for (const socket of ends.values()) socket.pause()
      if (next === 'refuses') cut()
      if (next === 'is deaf') for (const socket of listeners) socket.destroy()
    },
    cut,
    close() {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Where PostgreSQL has told of the last row of a COPY, and goes on to say how many there were; -1 where it does not. */
function endOfRows(sent: Buffer): number {
  const told = sent.indexOf(COPY_DONE)
  return told === -1 ? -1 : told + COPY_DONE.length
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
