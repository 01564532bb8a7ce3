import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Viewer } from '@clusterpolisee/graph-sql'
import type { Asker, Database } from '../database/database.js'
import type { Patience } from '../database/fair-share.js'
import type { Mailer } from '../kernel/mailer.js'
import type { Provider } from '../kernel/provider.js'

/** Who asks: the read engine's viewer, and what verbs need to know of the person. */
export interface ContextViewer extends Viewer {
  readonly userId: string | null
  readonly administrator: boolean
  /** Set for a session by cookie. */
  readonly sessionId: string | null
  /** API tokens read only, and whoever sees as somebody else. */
  readonly readOnly: boolean
  /** Set while the person of the session (`also`) sees as another. */
  readonly seeing?: Seeing
}

/** Who sees as whom. */
export interface Seeing {
  readonly personId: string
  readonly personName: string
  readonly byName: string
}

export interface Context {
  readonly database: Database
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
  /** From now on in this request, the viewer is whoever this session's secret names (after signing in). */
  becomes(secret: string): Promise<void>
  /** `https://…` under which people reach the dashboard. */
  readonly publicUrl: string
}

/** For whom the reads of a request run: the person of the session, else the address. */
export const askerOf = ({ viewer, address, patience }: Context): Asker => ({ who: String((viewer.also ?? viewer).values.user ?? address), patience })
