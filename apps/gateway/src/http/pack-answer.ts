import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Bytes that one packet carries: below it nothing is won. */
const LEAST = 1400

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** How an answer is packed, best first, and cheaply: each is packed once and read once. */
const packers = {
  br: (body: Buffer) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body: Buffer) => zip(body, { level: 4 }),
}

/**
 * Ends with a read's answer, packed where who asks unpacks it. Only what is asked by JSON from our own page comes here, and reads
 * answer no secret (a token is told once, by the write that makes it): nobody can learn one by the size of what they let others ask.
 */
export async function endPacked(request: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
  const body = Buffer.from(text)
  response.setHeader('vary', 'accept-encoding')
  const encoding = body.length < LEAST ? undefined : encodingOf(request)
  if (encoding) response.setHeader('content-encoding', encoding)
  response.end(encoding ? await packers[encoding](body) : body)
}

/** The best encoding of those a request takes; undefined: as it is. */
function encodingOf({ headers }: IncomingMessage): keyof typeof packers | undefined {
  const taken = String(headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.replaceAll(' ', ''))
    .filter((one) => !/;q=0(\.0*)?$/.test(one))
    .map((one) => one.split(';')[0])
  return (['br', 'gzip'] as const).find((name) => taken.includes(name))
}
