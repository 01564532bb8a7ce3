import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.js'
import { networkOf } from '../kernel/network-of.js'

/** From where somebody asks: the last address that a trusted proxy names, else the one that is connected; of IPv6 its /64. */
export function askingNetwork({ TRUST_PROXY }: Pick<Config, 'TRUST_PROXY'>, { headers, socket }: IncomingMessage): string {
  const forwarded = TRUST_PROXY
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return networkOf(forwarded || (socket.remoteAddress ?? ''))
}
