import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { actAs } from '../database/database.js'

/** An invitation's row. */
export type InvitationRow = Readonly<Record<string, unknown>>

/** Takes hold of the open invitation of a link, or of those of an address; answers them. */
export const takeInvitations = (run: RunSql, by: 'token_hash' | 'email', value: string): Promise<InvitationRow[]> =>
  run(`SELECT * FROM invitation WHERE ${by} = $1 AND accepted_at IS NULL AND archived_at IS NULL AND expires_at > moment_of_write() FOR UPDATE`, [value])

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
