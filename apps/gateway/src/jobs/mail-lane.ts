import type { RunSql } from '@clusterpolisee/schema'
import { Logger as QueueLogger, type Runner, type RunnerOptions, run, type Task, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Database } from '../database/database.js'
import type { Mailer } from '../kernel/mailer.js'
import { traced } from '../kernel/tracing.js'

/** What a mail is made with. */
export interface MailParts {
  readonly database: Database
  readonly mailer: Mailer
  /** Where links of mails lead. */
  readonly publicUrl: string
}

/** Makes and sends the mail of one kind that somebody asked for. */
export type MailTask = (parts: MailParts, to: string) => Promise<void>

/** A mail that is asked for. */
export interface NewMail {
  readonly kind: string
  readonly to: string
  /** Which request asked for it; null: none. */
  readonly request: string | null
}

/** Puts a mail into its lane. It is sent within seconds, and tried again a few times when the server of mail is away. */
export async function queueMail(runSql: RunSql, { kind, to, request }: NewMail): Promise<void> {
  await runSql(`SELECT graphile_worker.add_job($1, json_build_object('to', $2::text, 'request', $3::text), max_attempts => 5)`, [kind, to, request])
}

/** Takes mails to some out of the queue, by what they were put in for: an address, a person, a session. */
export async function dropMails(runSql: RunSql, to: readonly string[]): Promise<void> {
  await runSql(`DELETE FROM graphile_worker._private_jobs WHERE payload ->> 'to' = ANY ($1)`, [to])
}

/** Drops mails that were given up a month ago, with what they say of whom they were for. */
export async function dropFailedMails(runSql: RunSql): Promise<void> {
  await runSql(`DELETE FROM graphile_worker._private_jobs WHERE attempts >= max_attempts AND updated_at < moment_of_write() - interval '30 days'`, [])
}

/** What mails are sent by their kind, and with what. */
export interface MailLane {
  readonly tasks: Readonly<Record<string, MailTask>>
  readonly parts: MailParts
}

/** Sends queued mails beside the other jobs, which may take long; in the name of the worker that these belong to. */
export function startMailLane({ tasks, parts }: MailLane, pgPool: pg.Pool, workerId: string, logger: Logger): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(Object.entries(tasks).map(([kind, send]) => [kind, taskOf(kind, (to) => send(parts, to), logger)]))
  const options: RunnerOptions & { workerId: string } = {
    pgPool,
    taskList,
    workerId,
    concurrency: 1,
    pollInterval: 1000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 0,
    logger: silent,
    crontab: '',
  }
  return run(options)
}

/** What a mail's row of the queue says; without `request` in one of an older release. */
type Payload = Pick<NewMail, 'to'> & Partial<Pick<NewMail, 'request'>>

function taskOf(kind: string, send: (to: string) => Promise<void>, logger: Logger): Task {
  return async (payload) => {
    const { to, request } = payload as Payload
    const facts = { 'clusterpolisee.mail': kind, 'clusterpolisee.request': request ?? undefined }
    await traced({ name: 'mail', facts }, () => send(to)).catch((error) => {
      logger.error({ err: error, mail: kind, request }, 'a mail was not sent')
      throw error
    })
  }
}

const silent = new QueueLogger(() => () => undefined)
