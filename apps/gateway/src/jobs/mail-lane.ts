import { Logger as QueueLogger, type Runner, type RunnerOptions, run, type Task, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Database } from '../database/database.js'
import { type Mail, type Mailer, MailNotSent } from '../kernel/mailer.js'
import { traced } from '../kernel/tracing.js'
import { type MailPayload, noteMail, sendQueued } from './outbox.js'

/** What a mail is made with. */
export interface MailParts {
  readonly database: Database
  readonly mailer: Mailer
  /** Where links of mails lead. */
  readonly publicUrl: string
}

/**
 * Writes the mail of one kind that somebody asked for; null: it is wanted no more. One that was perhaps sent before may have arrived: the
 * link in it has to open still, for the receiver's program may show the first of two mails of one identity.
 */
export type MailTask = (parts: MailParts, to: string, perhapsBefore: boolean) => Promise<Mail | null>

/** What mails are sent by their kind, and with what. */
export interface MailLane {
  readonly tasks: Readonly<Record<string, MailTask>>
  readonly parts: MailParts
}

/** Sends queued mails beside the other jobs, which may take long; in the name of the worker that these belong to. */
export function startMailLane({ tasks, parts }: MailLane, pgPool: pg.Pool, workerId: string, logger: Logger): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(Object.entries(tasks).map(([kind, write]) => [kind, taskOf(kind, write, parts, logger)]))
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

function taskOf(kind: string, write: MailTask, parts: MailParts, logger: Logger): Task {
  const send = async (id: string, to: string, perhapsBefore: boolean) => {
    const mail = await write(parts, to, perhapsBefore)
    if (mail) await parts.mailer.send(mail, id)
    return mail !== null
  }
  return async (payload, { job: { attempts, max_attempts } }) => {
    const { to, request, mail } = payload as MailPayload
    const facts = { 'clusterpolisee.mail': kind, 'clusterpolisee.request': request ?? undefined }
    const id = mail ?? (await noteMail(parts.database.run, kind))
    await traced({ name: 'mail', facts }, () => sendQueued(parts.database, id, attempts >= max_attempts, (perhapsBefore) => send(id, to, perhapsBefore))).catch(
      (error) => {
        logger.error({ err: error.cause ?? error, mail: kind, request }, 'a mail was not sent')
        if (!(error instanceof MailNotSent && error.refusal !== null)) throw error
      },
    )
  }
}

const silent = new QueueLogger(() => () => undefined)
