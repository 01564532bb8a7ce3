import type { IncomingMessage } from 'node:http'
import type { GraphQLError } from 'graphql'
import type { Config } from '../config.js'
import { refusal } from '../kernel/errors.js'

type Settings = Pick<Config, 'PUBLIC_URL'>

/** Looks at a request before anything reads it: why it is refused, or null. */
export function lookAt(settings: Settings, request: IncomingMessage): GraphQLError | null {
  if (reading.has(request.method)) return null
  if (isForeignWrite(settings, request)) return foreign
  return isReadable(request) ? null : unreadable
}

const reading: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write that another page lets a browser send with its person's cookie; another port or a sibling host is another page too. Browsers say
 * which page it is; what is no browser sends neither header, and nobody's cookie.
 */
function isForeignWrite({ PUBLIC_URL }: Settings, { headers }: IncomingMessage): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return origin !== undefined && !ownOrigins(PUBLIC_URL, host).includes(origin)
}

/** A browser never names a host that it did not ask. Behind https only the public address counts: anybody on the way may speak plain HTTP. */
function ownOrigins(publicUrl: string | undefined, host: string | undefined): readonly string[] {
  const known = publicUrl ? [new URL(publicUrl).origin] : []
  return publicUrl?.startsWith('https:') ? known : [...known, `http://${host}`]
}

/** True for /graphql, with a slash behind it or a question in the address, or without. */
export const isGraphql = ({ url = '' }: IncomingMessage): boolean => url === '/graphql' || /^\/graphql\/?(\?|$)/.test(url)

/** What files are sent as; which kind one is, its first bytes tell. */
const files = new Set([
  'application/octet-stream',
  'application/csv',
  'application/json',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
])

/** Read is what is sent as it is, in UTF-8, and as what the address takes. */
function isReadable(request: IncomingMessage): boolean {
  const { 'content-type': given = '', 'content-encoding': encoding = 'identity' } = request.headers
  if (given === 'application/json' && encoding === 'identity') return true
  const [type = '', ...parameters] = given
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  if (encoding.toLowerCase() !== 'identity' || !parameters.every(isUtf8)) return false
  return isGraphql(request) ? type === 'application/json' : type === '' || files.has(type)
}

const isUtf8 = (parameter: string): boolean => !parameter.startsWith('charset') || /^charset\s*=\s*"?utf-?8"?$/.test(parameter)

const unreadable = refusal('UNREADABLE_BODY', 'This is not read here. Send it unpacked, in UTF-8: to /graphql as application/json, a file as CSV or XLSX.')

const foreign = refusal('FOREIGN_PAGE', 'This was sent by a page of another address. Open the dashboard by its own address (PUBLIC_URL) and try again.')
