import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Viewer } from '@clusterpolisee/graph-sql'
import type { Mailer } from '../access/mailer.js'
import type { Database } from '../database/database.js'

/** Who asks: the read engine's viewer, and what verbs need to know of the person. */
export interface ContextViewer extends Viewer {
  readonly userId: string | null
  readonly administrator: boolean
  /** Set for a session by cookie. */
  readonly sessionId: string | null
  /** API tokens read only. */
  readonly readOnly: boolean
}

export interface Context {
  readonly database: Database
  viewer: ContextViewer
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly mailer: Mailer
  /** Address of whoever asks, for throttling. */
  readonly address: string
  /** From now on in this request, the viewer is whoever this session's secret names (after signing in). */
  becomes(secret: string): Promise<void>
  /** `https://…` under which people reach the dashboard. */
  readonly publicUrl: string
}
