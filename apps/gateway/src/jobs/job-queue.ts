import type { RunSql } from '@clusterpolisee/schema'
import { Logger, type Logger as QueueLogger, type RunnerOptions, run, runMigrations, type Task } from 'graphile-worker'
import pg from 'pg'
import type { Logger as PinoLogger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.js'
import { beginJob, endJob, type RunningJob, TASK } from './job-row.js'
import { ThreadRefusal, ThreadStopped } from './run-in-thread.js'

export interface JobHandler {
  /** Does one job. Refuses for good with a ThreadRefusal; any other error is tried again later. */
  work(job: RunningJob, signal: AbortSignal): Promise<void>
  /** Tells whatever the job was for that it failed for good. */
  fail(job: RunningJob, message: string): Promise<void>
}

const SWEEP_EVERY = 30_000
const MOST_ATTEMPTS = 3

export interface JobQueueOptions {
  /** Direct connection to PostgreSQL, past a pooler. */
  readonly url: string
  readonly database: Database
  readonly handlers: Readonly<Record<RunningJob['kind'], JobHandler>>
  readonly logger: PinoLogger
}

/** Makes the queue's own tables; to be run before any job is added. */
export async function prepareJobQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: silent })
}

/**
 * Works on queued jobs, one at a time, until it is stopped. While it lives it holds an advisory lock of its worker's name:
 * a job whose worker's lock is free was interrupted (kill -9), and is taken up again at once.
 */
export async function startJobQueue({ url, database, handlers, logger }: JobQueueOptions): Promise<() => Promise<void>> {
  const workerId = `clusterpolisee-${uuidv7()}`
  const holder = new pg.Client({ connectionString: url, application_name: 'clusterpolisee-jobs' })
  holder.on('error', (error) => logger.error({ err: error }, 'the connection of the job queue is lost'))
  await holder.connect()
  await holder.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK, workerId])
  const sweep = () => releaseInterrupted(holder, workerId).catch((error) => logger.error({ err: error }, 'interrupted jobs could not be looked for'))
  await sweep()
  const timer = setInterval(sweep, SWEEP_EVERY)
  const stopping = new AbortController()
  const options: RunnerOptions & { workerId: string } = {
    connectionString: url,
    maxPoolSize: 3,
    concurrency: 1,
    pollInterval: 1000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 0,
    logger: silent,
    workerId,
    taskList: { [TASK]: taskOf(database, handlers, logger, stopping.signal) },
  }
  const runner = await run(options)
  return async () => {
    clearInterval(timer)
    stopping.abort()
    await runner.stop()
    await holder.end()
  }
}

const LOCK = 7_140_413

/** Jobs of workers that live no more are free again. */
async function releaseInterrupted(holder: pg.Client, workerId: string): Promise<void> {
  await holder.query(
    `WITH worker AS MATERIALIZED (SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by <> $2),
       free AS MATERIALIZED (SELECT w.id, pg_try_advisory_xact_lock($1, hashtext(w.id)) AS is_free FROM worker w)
     SELECT graphile_worker.force_unlock_workers(array_agg(f.id)) FROM free f WHERE f.is_free HAVING count(*) > 0`,
    [LOCK, workerId],
  )
}

function taskOf(database: Database, handlers: JobQueueOptions['handlers'], logger: PinoLogger, signal: AbortSignal): Task {
  const runSql: RunSql = (text, values) => database.run(text, values)
  return async (payload, { job: { attempts } }) => {
    const job = await beginJob(runSql, (payload as { jobId: string }).jobId)
    if (!job) return
    try {
      await handlers[job.kind].work(job, signal)
      await endJob(runSql, job.id, 'DONE')
    } catch (error) {
      if (error instanceof ThreadStopped && !signal.aborted) return
      if (error instanceof ThreadStopped) throw error
      if (!(error instanceof ThreadRefusal)) logger.error({ err: error }, 'a job failed')
      if (!(error instanceof ThreadRefusal) && attempts < MOST_ATTEMPTS) throw error
      const message = error instanceof ThreadRefusal ? error.message : 'Something went wrong here. It has been written down.'
      await handlers[job.kind].fail(job, message)
      await endJob(runSql, job.id, 'FAILED', message)
    }
  }
}

/** The queue's own chatter; what matters of it is in the rows of `job` and in our log. */
const silent: QueueLogger = new Logger(() => () => undefined)
