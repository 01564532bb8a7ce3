import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.js'
import { MailNotSent } from '../kernel/mailer.js'

/** A mail that is asked for. */
export interface NewMail {
  readonly kind: string
  readonly to: string
  /** Which request asked for it; null: none. */
  readonly request: string | null
  /** The record whose readers are told how it fared. */
  readonly recordId?: string | null
}

/** What a mail's row of the queue says; without `request` and `mail` in one of an older release. */
export type MailPayload = Pick<NewMail, 'to'> & { readonly request?: string | null; readonly mail?: string }

/** How often a mail is tried, within some four hours, while its server is away or puts it off: many put off whoever they do not know for minutes. */
const MOST_ATTEMPTS = 10

/** Puts a mail into its lane, in the transaction of whoever asks. It is sent within seconds, and tried again a few times when the server of mail is away. */
export async function queueMail(run: RunSql, { kind, to, request, recordId }: NewMail): Promise<void> {
  const id = await noteMail(run, kind, recordId)
  await run(`SELECT graphile_worker.add_job($1, json_build_object('to', $2::text, 'request', $3::text, 'mail', $4::text), max_attempts => $5)`, [
    kind,
    to,
    request,
    id,
    MOST_ATTEMPTS,
  ])
}

/** Writes down that a mail is asked for; answers its identity. */
export async function noteMail(run: RunSql, kind: string, recordId: string | null = null): Promise<string> {
  const id = uuidv7()
  await run('INSERT INTO mail (id, kind, record_id, queued_at) VALUES ($1, $2, $3, moment_now())', [id, kind, recordId])
  return id
}

/** Takes mails to some out of the queue, by what they were put in for: an address, a person, a session. */
export async function dropMails(run: RunSql, to: readonly string[]): Promise<void> {
  await run(`DELETE FROM graphile_worker._private_jobs WHERE payload ->> 'to' = ANY ($1)`, [to])
}

/** Drops mails that were given up a month ago, with what they say of whom they were for, and what is known of those that no record tells of. */
export async function dropOldMails(run: RunSql): Promise<void> {
  await run(`DELETE FROM graphile_worker._private_jobs WHERE attempts >= max_attempts AND updated_at < moment_of_write() - interval '30 days'`, [])
  await run(`DELETE FROM mail WHERE record_id IS NULL AND queued_at < moment_of_write() - interval '30 days'`, [])
}

/** Sends a mail; told whether it was perhaps sent before. False: it is wanted no more. */
type Send = (perhapsBefore: boolean) => Promise<boolean>

/**
 * Sends a queued mail, and writes down how it fared. That it is tried is written, and kept, before it is sent: whatever ends the process
 * then, it is shown as perhaps sent, and goes out again under the same identity.
 */
export async function sendQueued({ run }: Pick<Database, 'run'>, id: string, isLastTry: boolean, send: Send): Promise<void> {
  const [mail] = await run(
    `UPDATE mail SET attempted_at = moment_of_write() FROM (SELECT id, attempted_at FROM mail WHERE id = $1 FOR UPDATE) before
     WHERE mail.id = before.id AND sent_at IS NULL AND failed_at IS NULL RETURNING before.attempted_at IS NOT NULL AS perhaps`,
    [id],
  )
  if (!mail) return
  const isSent = await send(mail.perhaps === true).catch(async (error) => {
    const { isCertain, refusal } = error instanceof MailNotSent ? error : { isCertain: true, refusal: null }
    const isOver = refusal !== null || (isLastTry && isCertain)
    await run(
      `UPDATE mail SET attempted_at = CASE WHEN $2 THEN NULL ELSE attempted_at END, failed_at = CASE WHEN $3 THEN moment_of_write() END, refusal = $4 WHERE id = $1`,
      [id, isCertain, isOver, refusal],
    )
    throw error
  })
  if (isSent) await run('UPDATE mail SET sent_at = moment_of_write() WHERE id = $1', [id])
  else await run('DELETE FROM mail WHERE id = $1', [id])
}
