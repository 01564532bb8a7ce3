import { isIPv6, SocketAddress } from 'node:net'

/** The network from which somebody asks: an IPv4 address, and of IPv6 the /64, within which anybody has as many addresses as they like. */
export function networkOf(address: string): string {
  if (!/[:%]/.test(address)) return address
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  return `${groupsOf(new SocketAddress({ family: 'ipv6', address: plain }).address)
    .slice(0, 4)
    .join(':')}::/64`
}

/** The eight groups of an address in its short form. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const missing = Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0))
  return [...(first ?? []), ...Array<string>(tail === undefined ? 0 : missing).fill('0'), ...(last ?? [])]
}
