import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Config } from '../config.js'
import { networkOf } from '../kernel/network-of.js'
import { Tally } from '../kernel/tally.js'

/** Connections at the same time: of one network (an office of thirty with six each, and some), and of all. */
const MOST_EACH = 300
const MOST_CONNECTIONS = 2000

/** Closes connections beyond the bounds. Behind a proxy all come from it: there each network's own is the proxy's to bound. */
export function boundConnections(server: Server, { TRUST_PROXY }: Pick<Config, 'TRUST_PROXY'>): void {
  const open = new Tally()
  server.maxConnections = MOST_CONNECTIONS
  if (TRUST_PROXY) return
  server.on('connection', (socket: Socket) => {
    const who = networkOf(socket.remoteAddress ?? '')
    const count = open.add(who, 1)
    socket.once('close', () => open.add(who, -1))
    if (count > MOST_EACH) socket.destroy()
  })
}
