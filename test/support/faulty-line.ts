import { createConnection, createServer, type Server, type Socket } from 'node:net'

/** How the line behaves: it carries, it does so for all but who listens to changes, it refuses whoever comes, it holds everything back, or it breaks off where a transaction ends. */
type Mood = 'carries' | 'is deaf' | 'refuses' | 'holds' | 'breaks at COMMIT'

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
      if (mood === 'breaks at COMMIT' && sent.includes('COMMIT')) near.destroy()
    })
    far.on('data', (sent) => near.write(sent))
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

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
