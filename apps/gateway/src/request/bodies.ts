import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.js'
import { rateLimited, refusal } from '../kernel/errors.js'
import { Tally } from '../kernel/tally.js'
import { askingNetwork } from './asking-network.js'

/** Bytes of bodies that are held at the same time, of one network and of all. */
const MOST_EACH = 24_000_000
const MOST_HELD = 64_000_000

/** Bytes that anybody may send; who is signed in may send some things that are larger. */
export const SMALL_BODY = 1_000_000

/** Reads bodies whole, and bounds what all of them together hold meanwhile. */
export class Bodies {
  private readonly held = new Tally()

  constructor(private readonly config: Pick<Config, 'TRUST_PROXY'>) {}

  /** The body of a request. One of more than `most` bytes is refused: before it is read, when it says its size. */
  read(request: IncomingMessage, most: number): Promise<Buffer> {
    if (Number(request.headers['content-length'] ?? 0) > most) return Promise.reject(tooLarge(most))
    if (request.destroyed) return Promise.reject(broken)
    const who = askingNetwork(this.config, request)
    return new Promise((resolve, reject) => {
      // By events: to iterate over a request costs small reads a tenth of their time.
      const chunks: Buffer[] = []
      let size = 0
      const end = (error: Error | null) => {
        this.held.add(who, -size)
        request.off('data', take).off('end', finish).off('error', fail)
        // What still comes is read and thrown away, so that the answer arrives.
        if (error) reject(error)
        else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))
        if (error) request.on('error', () => undefined).resume()
      }
      const take = (chunk: Buffer) => {
        size += chunk.length
        this.held.add(who, chunk.length)
        chunks.push(chunk)
        if (size > most) end(tooLarge(most))
        else if (this.isFull(who)) end(rateLimited(5))
      }
      const finish = () => end(null)
      const fail = () => end(broken)
      request.on('data', take).on('end', finish).on('error', fail)
    })
  }

  private isFull(who: string): boolean {
    return this.held.sum > MOST_HELD || this.held.of(who) > MOST_EACH
  }
}

/** Made when it is needed: an error takes a tenth of a small read's time. */
const tooLarge = (most: number) => refusal('FILE_TOO_LARGE', `What was sent is larger than ${most / 1_000_000} MB. Send it in parts.`)

const broken = refusal('BAD_REQUEST', 'The connection ended before everything was sent.')
