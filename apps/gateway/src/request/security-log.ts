import type { RunSql, SecurityEventKindName } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { askedOf, type Context, personOf } from './context.js'

/** What the security log is told of. */
export interface LoggedEvent {
  readonly kind: SecurityEventKindName
  /** Whose account or right it is; who asks, unless said. Null: nobody's. */
  readonly user?: string | null
  /** Who did it, where the context does not know yet who asks, as at a sign-in. */
  readonly by?: string | null
  /** Which record it was done to, by the name of its kind. */
  readonly record?: { readonly type: string; readonly id: string }
  /** A name of what it was, as that of a token or a file; never a secret, an address or a text of somebody's. At most 200 letters. */
  readonly detail?: string
}

/** Of whose request the log is told. */
export type Asking = Pick<Context, 'viewer' | 'address' | 'response'>

/**
 * Tells the security log of something, in the transaction of `run` where it is one: both are there, or neither. Who did it, from where and
 * in which request is taken from the context; null for what is done on the machine of the server, by `npm run admin` say.
 *
 * Accounts, administrators and memberships are told of by their tables (`15-security-log.sql`), and what is refused is counted
 * (`context.refused`): neither is told here.
 *
 * What is told stays: rows are only ever added, and are sealed within a minute. Erasing a person blanks `network` and `detail` of the events
 * about them by a function of the tables' owner, which forgets the seals' salts with it, and tells the log `ACCOUNT_ERASED`.
 */
export async function logEvent(
  run: RunSql,
  asking: Asking | null,
  { kind, user, by = asking ? personOf(asking.viewer) : null, record, detail }: LoggedEvent,
): Promise<void> {
  const { network, request } = asking ? askedOf(asking) : { network: null, request: null }
  await run(
    `INSERT INTO security_event (id, version, kind, user_id, by_user_id, network, record_type, record_id, detail, times, request_id, at)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, 1, $9, moment_now())`,
    [uuidv7(), kind, user === undefined ? by : user, by, network, record?.type, record?.id, detail?.slice(0, 200), request],
  )
}
