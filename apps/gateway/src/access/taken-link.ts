import type { RunSql } from '@clusterpolisee/schema'
import { badInput, forbidden, notFound } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import type { Context, ContextViewer } from '../request/context.js'
import { logEvent } from '../request/security-log.js'
import { writer } from '../write/write-record.js'
import { makeResetSecret, NEEDS_SECOND, WAITS } from './one-time-link.js'
import { resetLink } from './reset-mail.js'

/** A link for somebody's password that an administrator took, where no mail is set up; null: there is no such account. */
export interface TakenLink {
  readonly link: string | null
  /** It works once another administrator has confirmed it. */
  readonly waits: boolean
}

/** Takes a link for the account of this address. Whose would open more than an account takes two administrators. */
export async function takeLink(context: Context, email: string): Promise<TakenLink> {
  const viewer = writer(context)
  return context.database.write(viewer, async (run) => {
    const [user] = await run(`SELECT u.id, ${NEEDS_SECOND} AS waits FROM app_user u WHERE u.email = $1 AND u.archived_at IS NULL`, [email])
    if (!user) return { link: null, waits: false }
    if (user.waits) await demandAnother(run, [viewer.userId, String(user.id)])
    await logEvent(run, context, { kind: 'RESET_LINK_TAKEN', user: String(user.id) })
    return { link: resetLink(context.publicUrl, await makeResetSecret(run, String(user.id), { takenBy: viewer.userId })), waits: Boolean(user.waits) }
  })
}

/** Refuses where nobody could confirm: who runs the server makes the link then. */
async function demandAnother(run: RunSql, besides: readonly (string | null)[]): Promise<void> {
  const [other] = await run(
    `SELECT 1 FROM app_user u WHERE u.administrator AND u.archived_at IS NULL AND u.id <> ALL ($1)
       AND (u.password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM provider_account a WHERE a.user_id = u.id)) LIMIT 1`,
    [besides],
  )
  if (other) return
  const message = 'No other administrator could confirm this link. Whoever runs the server makes one there: npm run admin -- reset EMAIL'
  throw badInput([{ path: ['email'], code: 'NO_OTHER_ADMINISTRATOR', message }])
}

/** A link that waits. */
export interface WaitingLink {
  readonly id: string
  readonly personName: string
  readonly byName: string
}

/** Whose links an administrator may confirm: those that somebody else took, for somebody else. */
const MINE_TO_CONFIRM = `${WAITS} AND $1 NOT IN (l.made_by_id, l.user_id)`

/** Links that wait for this administrator's confirmation, oldest first; of anybody else none. */
export async function linksToConfirm({ database, viewer }: Context): Promise<WaitingLink[]> {
  if (!viewer.administrator) return []
  const found = await database.run(
    `SELECT l.id, p.display_name AS "personName", a.display_name AS "byName" FROM one_time_link l
     JOIN app_user p ON p.id = l.user_id JOIN app_user a ON a.id = l.made_by_id WHERE ${MINE_TO_CONFIRM} ORDER BY l.created_at, l.id`,
    [viewer.userId],
  )
  return found as unknown as WaitingLink[]
}

/** Lets a link work that another administrator took. */
export async function confirmLink(context: Context, viewer: ContextViewer, id: string): Promise<void> {
  if (!viewer.administrator) throw forbidden('NOT_YOURS', 'ADMINISTRATOR', 'Only an administrator confirms such links.')
  await context.database.write(viewer, async (run) => {
    const [link] = await run(`UPDATE one_time_link l SET confirmed_by_id = $1 WHERE ${MINE_TO_CONFIRM} AND l.id = $2 RETURNING l.user_id`, [
      viewer.userId,
      isUuid(id) ? id : null,
    ])
    if (!link) throw notFound()
    await logEvent(run, context, { kind: 'RESET_LINK_TAKEN', user: String(link.user_id), detail: 'confirmed' })
  })
}
