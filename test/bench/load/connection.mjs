import { connect } from 'node:net'

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const END_OF_CHUNKS = Buffer.from('\r\n0\r\n\r\n')

/**
 * One keep-alive connection of HTTP/1.1 that asks again as soon as it has the answer. It reads no more of an answer than
 * where it ends, so that the client takes little of the machine that it shares with the servers.
 * `next()` gives the bytes of a request or null to stop; `heard(status, bytes, start of the body)` is told of each answer.
 */
export class Connection {
  constructor(port, next, heard) {
    this.next = next
    this.heard = heard
    this.parts = []
    this.size = 0
    this.done = new Promise((resolve, reject) => {
      this.socket = connect(port, '127.0.0.1', () => this.ask())
      this.socket.setNoDelay(true)
      this.socket.on('data', (chunk) => this.take(chunk))
      this.socket.on('error', reject)
      this.socket.on('close', resolve)
    })
  }

  ask() {
    const request = this.next()
    this.parts = []
    this.size = 0
    this.head = null
    if (request) this.socket.write(request)
    else this.socket.destroy()
  }

  take(chunk) {
    this.parts.push(chunk)
    this.size += chunk.length
    this.head ??= readHead(this.parts.length === 1 ? chunk : Buffer.concat(this.parts))
    if (!this.head || !this.isWhole(chunk)) return
    const { status, bodyAt, length } = this.head
    this.heard(status, length ?? this.size - bodyAt, () => Buffer.concat(this.parts).toString('utf8', bodyAt))
    this.ask()
  }

  isWhole(chunk) {
    const { bodyAt, length } = this.head
    if (length !== null) return this.size >= bodyAt + length
    const tail = chunk.length >= END_OF_CHUNKS.length ? chunk : Buffer.concat(this.parts)
    return tail.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS)
  }
}

/** Status, where the body begins, and its length (null when it comes in chunks); null while the head is not whole. */
function readHead(bytes) {
  const end = bytes.indexOf(END_OF_HEAD)
  if (end < 0) return null
  const text = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)
  return { status: Number(text.slice(9, 12)), bodyAt: end + END_OF_HEAD.length, length: length ? Number(length[1]) : null }
}

/** A POST of JSON as bytes. */
export function requestBytes(url, headers, body) {
  const { host, pathname } = new URL(url)
  const lines = Object.entries({ host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers })
  return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`)
}
