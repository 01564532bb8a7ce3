import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { actAs } from '../database/database.js'
import { ASLEEP } from '../kernel/secret.js'

/** An invitation's row. */
export type InvitationRow = Readonly<Record<string, unknown>>

/** Of the link whose hash is `$1`. */
export const OF_LINK = '(token_hash = $1 OR $1 = ANY (earlier_token_hashes))'

const BY = { link: OF_LINK, email: 'email = $1' } as const
type By = keyof typeof BY

/**
 * Invitations that can be accepted. Those of a restored installation sleep with the hash of their link, see `backup/sleep.ts`; whoever comes
 * by a provider accepts them as little as by the link.
 */
export const OPEN_INVITATION = `accepted_at IS NULL AND archived_at IS NULL AND expires_at > moment_of_write() AND NOT starts_with(token_hash, '${ASLEEP}')`

/** The open invitation of a link, or those of an address. */
export const openInvitations = (run: RunSql, by: By, value: string): Promise<InvitationRow[]> =>
  run(`SELECT * FROM invitation WHERE ${BY[by]} AND ${OPEN_INVITATION}`, [value])

/** {@link openInvitations}, and takes hold of them. */
export const takeInvitations = (run: RunSql, by: By, value: string): Promise<InvitationRow[]> =>
  run(`SELECT * FROM invitation WHERE ${BY[by]} AND ${OPEN_INVITATION} FOR UPDATE`, [value])

/** Makes a person what they were invited as, in that person's name. */
export async function joinProject(run: RunSql, invitation: InvitationRow, userId: string): Promise<void> {
  await actAs(run, userId)
  await run('UPDATE invitation SET accepted_at = moment_of_write(), user_id = $2, version = version + 1, updated_at = moment_of_write() WHERE id = $1', [
    invitation.id,
    userId,
  ])
  await run(
    'INSERT INTO membership (id, version, project_id, user_id, role, partner_id, created_at, updated_at) VALUES ($1, 1, $2, $3, $4, $5, moment_of_write(), moment_of_write())',
    [uuidv7(), invitation.project_id, userId, invitation.role, invitation.partner_id],
  )
  await run(`SELECT log_security('INVITATION_ACCEPTED', $1, 'Invitation', $2, NULL)`, [userId, invitation.id])
}
