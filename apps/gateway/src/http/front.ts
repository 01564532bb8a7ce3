import type { IncomingMessage } from 'node:http'
import type { GraphQLError } from 'graphql'
import type { Config } from '../config.js'
import { refusal } from '../kernel/errors.js'

type Settings = Pick<Config, 'PUBLIC_URL'>

/** Looks at a request before anything reads it: why it is refused, or null. */
export function lookAt(settings: Settings, request: IncomingMessage): GraphQLError | null {
  return isForeignWrite(settings, request) ? foreign : null
}

const reading: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write that another page lets a browser send with its person's cookie; another port or a sibling host is another page too. Browsers say
 * which page it is; what is no browser sends neither header, and nobody's cookie.
 */
function isForeignWrite({ PUBLIC_URL }: Settings, { method, headers }: IncomingMessage): boolean {
  if (reading.has(method)) return false
  const { origin, host, 'sec-fetch-site': site } = headers
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return origin !== undefined && !ownOrigins(PUBLIC_URL, host).includes(origin)
}

/** A browser never names a host that it did not ask. Behind https only the public address counts: anybody on the way may speak plain HTTP. */
function ownOrigins(publicUrl: string | undefined, host: string | undefined): readonly string[] {
  const known = publicUrl ? [new URL(publicUrl).origin] : []
  return publicUrl?.startsWith('https:') ? known : [...known, `http://${host}`]
}

const foreign = refusal('FOREIGN_PAGE', 'This was sent by a page of another address. Open the dashboard by its own address (PUBLIC_URL) and try again.')
