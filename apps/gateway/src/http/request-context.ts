import type { IncomingMessage, ServerResponse } from 'node:http'
import { sessionCookie } from '../access/cookies.js'
import type { Mailer } from '../access/mailer.js'
import { stranger, type Viewers } from '../access/viewers.js'
import type { Config } from '../config.js'
import type { Database } from '../database/database.js'
import type { Context, ContextViewer } from '../graphql/context.js'
import { unauthenticated } from '../graphql/errors.js'

export interface Services {
  readonly config: Config
  readonly database: Database
  readonly viewers: Viewers
  readonly mailer: Mailer
}

/** Who asks, from where: Bearer token first, else the session cookie, else a stranger. */
export async function requestContext({ config, database, viewers, mailer }: Services, request: IncomingMessage, response: ServerResponse): Promise<Context> {
  const context: Context = {
    database,
    mailer,
    request,
    response,
    viewer: await viewerOf(viewers, request),
    address: addressOf(config, request),
    publicUrl: publicUrlOf(config, request),
    async becomes(secret) {
      this.viewer = await viewers.ofSession(secret)
    },
  }
  return context
}

/** The viewer of a request: of its Bearer token, else of its session cookie, else a stranger. */
export async function viewerOf(viewers: Viewers, { headers }: Pick<IncomingMessage, 'headers'>): Promise<ContextViewer> {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (bearer) {
    const viewer = await viewers.ofToken(bearer)
    if (!viewer) throw unauthenticated('This token is unknown, revoked or over.')
    return viewer
  }
  const cookie = sessionCookie(headers.cookie)
  return cookie ? viewers.ofSession(cookie) : stranger
}

function addressOf({ TRUST_PROXY }: Config, { headers, socket }: IncomingMessage): string {
  const forwarded = TRUST_PROXY
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return forwarded || socket.remoteAddress || ''
}

function publicUrlOf({ PUBLIC_URL, TRUST_PROXY }: Config, { headers }: IncomingMessage): string {
  if (PUBLIC_URL) return PUBLIC_URL.replace(/\/$/, '')
  const protocol = TRUST_PROXY ? String(headers['x-forwarded-proto'] ?? 'http').split(',')[0] : 'http'
  return `${protocol}://${headers.host ?? 'localhost'}`
}
