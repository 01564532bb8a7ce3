import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import type { Database } from '../database/database.js'
import type { Patience } from '../database/fair-share.js'
import { refusal, unauthenticated } from '../kernel/errors.js'
import type { Mailer } from '../kernel/mailer.js'
import type { Provider } from '../kernel/provider.js'
import { urlOf } from '../kernel/url-of.js'
import { askingNetwork } from './asking-network.js'
import type { Bodies } from './bodies.js'
import { type Context, type ContextViewer, personOf } from './context.js'
import { cookieIn } from './cookies.js'
import type { Refusals } from './refusals.js'
import { requestIdOf } from './request-id.js'
import type { Viewers } from './viewers.js'

export interface Services {
  readonly config: Config
  readonly database: Database
  readonly viewers: Viewers
  readonly mailer: Mailer
  readonly providers: readonly Provider[]
  readonly bodies: Bodies
  readonly logger: Logger
  readonly refusals: Refusals
  /** See {@link Context.listErased}. */
  readonly listErased: () => Promise<void>
}

/** Who asks, from where: an API token first, else the session cookie, else a stranger. */
export async function requestContext(services: Services, request: IncomingMessage, response: ServerResponse): Promise<Context> {
  const { config, database, viewers, mailer, providers, refusals, listErased } = services
  const context: Context = {
    database,
    mailer,
    providers,
    request,
    response,
    viewer: await viewerOf(viewers, request, requestIdOf(response)),
    address: askingNetwork(config, request),
    patience: new AnswerAwaited(response),
    publicUrl: publicUrlOf(config, request.socket.localPort),
    productName: config.APP_NAME,
    letsIn: (userId) => viewers.ways.letsIn(userId, request.headers),
    refused(kind, about) {
      refusals.count({ kind, about, by: personOf(this.viewer), network: this.address, detail: null })
    },
    demandsFactor: viewers.ways.demandsFactor,
    listErased,
    async becomes(secret) {
      this.viewer = await viewers.ofSession(secret)
    },
  }
  return context
}

const gone = refusal('BAD_REQUEST', 'Nobody waits for this answer any more.')

/**
 * Is over when the other side goes before it is answered. A class and no literal with a getter: each such literal has a
 * hidden class of its own, which keeps its request from being collected for long.
 */
class AnswerAwaited implements Patience {
  constructor(private readonly response: ServerResponse) {}

  get over(): Error | undefined {
    return this.response.closed && !this.response.writableFinished ? gone : undefined
  }

  whenOver(hear: () => void): () => void {
    this.response.on('close', hear)
    return () => void this.response.off('close', hear)
  }
}

/** The viewer of a request: of its Bearer token, else of its session cookie, else a stranger; `name` is its name in the log. */
export async function viewerOf(viewers: Viewers, { headers }: Pick<IncomingMessage, 'headers'>, name?: string): Promise<ContextViewer> {
  const token = tokenOf(headers.authorization)
  if (token !== undefined) {
    const viewer = token === '' ? null : await viewers.ofToken(token, name)
    if (!viewer || !viewers.ways.letsIn(viewer.userId, headers)) throw unauthenticated('This token is unknown, revoked or over.')
    return viewer
  }
  const cookie = cookieIn(headers.cookie, 'session', viewers.ways.isHttps)
  const viewer = cookie ? await viewers.ofSession(cookie, name) : await viewers.ofStranger()
  return viewers.ways.letsIn(personOf(viewer), headers) ? viewer : viewers.ofStranger()
}

/**
 * The token, as Bearer or as the password of HTTP Basic, which is what spreadsheets can store. One that is empty is a token all
 * the same: whoever sends it means to be somebody.
 */
function tokenOf(header: string | undefined): string | undefined {
  const [, scheme, text = ''] = /^(Bearer|Basic)(?: +(.*))?$/i.exec(header ?? '') ?? []
  if (!scheme) return undefined
  return scheme.toLowerCase() === 'bearer'
    ? text
    : Buffer.from(text, 'base64')
        .toString('utf8')
        .replace(/^[^:]*:/, '')
}

/** Where links lead. Never made from what a request says of itself: a link that is mailed would lead where a stranger wants. */
export const publicUrlOf = ({ PUBLIC_URL, HOST }: Pick<Config, 'PUBLIC_URL' | 'HOST'>, port: number | undefined): string =>
  PUBLIC_URL?.replace(/\/$/, '') ?? urlOf(HOST, port)
