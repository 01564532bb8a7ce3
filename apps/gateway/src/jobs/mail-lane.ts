import type { RunSql } from '@clusterpolisee/schema'
import { Logger as QueueLogger, type Runner, type RunnerOptions, run, type TaskList } from 'graphile-worker'
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

/** Puts a mail into its lane: of which kind, to whom. It is sent within seconds, and tried again a few times when the server of mail is away. */
export async function queueMail(runSql: RunSql, kind: string, to: string): Promise<void> {
  await runSql(`SELECT graphile_worker.add_job($1, json_build_object('to', $2::text), max_attempts => 5)`, [kind, to])
}

/** What mails are sent by their kind, and with what. */
export interface MailLane {
  readonly tasks: Readonly<Record<string, MailTask>>
  readonly parts: MailParts
}

/** Sends queued mails beside the other jobs, which may take long; in the name of the worker that these belong to. */
export function startMailLane({ tasks, parts }: MailLane, pgPool: pg.Pool, workerId: string, logger: Logger): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([kind, send]) => [
      kind,
      (payload: unknown) =>
        traced({ name: 'mail', facts: { 'clusterpolisee.mail': kind } }, () => send(parts, (payload as { to: string }).to)).catch((error) => {
          logger.error({ err: error, mail: kind }, 'a mail was not sent')
          throw error
        }),
    ]),
  )
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

const silent = new QueueLogger(() => () => undefined)
