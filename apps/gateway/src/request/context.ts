import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Viewer } from '@clusterpolisee/graph-sql'
import type { SecurityEventKindName } from '@clusterpolisee/schema'
import type { Asked, Asker, Author, Database } from '../database/database.js'
import type { Patience } from '../database/fair-share.js'
import type { Mailer } from '../kernel/mailer.js'
import type { Provider } from '../kernel/provider.js'
import { requestIdOf } from './request-id.js'
import type { Standing } from './ways-in.js'

/** Who asks: the read engine's viewer, and what verbs need to know of the person. */
export interface ContextViewer extends Viewer {
  readonly userId: string | null
  readonly administrator: boolean
  /** Set for a session by cookie. */
  readonly sessionId: string | null
  /** Whether the person of a session gave a password or a second factor within the last quarter of an hour. */
  readonly proved: boolean
  /** API tokens read only, and whoever sees as somebody else. */
  readonly readOnly: boolean
  /** Set while the person of the session (`also`) sees as another. */
  readonly seeing?: Seeing
  /** Of a write: where it was asked for. */
  readonly asked?: Asked
}

/** Who sees as whom. */
export interface Seeing {
  readonly personId: string
  readonly personName: string
  readonly byName: string
}

export interface Context {
  database: Database
  viewer: ContextViewer
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly mailer: Mailer
  /** What people may sign in with, beside a password. */
  readonly providers: readonly Provider[]
  /** Address of whoever asks, for throttling. */
  readonly address: string
  /** Is over when whoever asks has gone. */
  readonly patience: Patience
  /** False for a sample account that is asked for from elsewhere than this computer. */
  letsIn(userId: string): boolean
  /** Whether such a person needs a second factor here. */
  demandsFactor(person: Standing): boolean
  /** From now on in this request, the viewer is whoever this session's secret names (after signing in). */
  becomes(secret: string): Promise<void>
  /** Counts that somebody was refused something, about whom; where no refusal of the answer says it by itself. */
  refused(kind: SecurityEventKindName, about: string | null): void
  /** Writes down, outside the database, who was erased. */
  listErased(): Promise<void>
  /** `https://…` under which people reach the dashboard. */
  readonly publicUrl: string
  /** What this installation is called. */
  readonly productName: string
}

/** The person of the session, whoever they see as; null for a stranger. */
export const personOf = ({ also, userId }: ContextViewer): string | null => (also ? ((also.values.user as string[] | undefined)?.[0] ?? null) : userId)

/** For whom the reads of a request run: the person of the session, else the address. */
export const askerOf = ({ viewer, address, patience, response }: Context): Asker => ({
  who: String((viewer.also ?? viewer).values.user ?? address),
  patience,
  request: requestIdOf(response),
})

/** From where, and in which request, something is asked. */
export const askedOf = ({ address, response }: Pick<Context, 'address' | 'response'>): Asked => ({ network: address, request: requestIdOf(response) })

/** Who writes without being signed in, by a link say. */
export const strangerOf = (context: Context): Author => ({ values: {}, asked: askedOf(context) })
