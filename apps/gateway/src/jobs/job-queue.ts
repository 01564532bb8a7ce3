import { Logger, type Logger as QueueLogger, type RunnerOptions, run, runMigrations, type Task } from 'graphile-worker'
import pg from 'pg'
import type { Logger as PinoLogger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.js'
import type { LostConnections } from '../database/lost-connections.js'
import { WorkRefused, WorkStopped } from '../kernel/run-in-thread.js'
import { beginJob, endJob, type RunningJob, TASK } from './job-row.js'
import { WorkerLock } from './worker-lock.js'

export interface JobHandler {
  /** Does one job. Refuses for good with a WorkRefused; any other error is tried again later. */
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
  /** By the kind of their jobs. */
  readonly handlers: Readonly<Record<string, JobHandler>>
  /** What is done every night, by the name of its task. */
  readonly chores: Readonly<Record<string, () => Promise<void>>>
  readonly logger: PinoLogger
  readonly lost: LostConnections
}

/** Makes the queue's own tables; to be run before any job is added. */
export async function prepareJobQueue(url: string, lost: LostConnections): Promise<void> {
  const pgPool = makePool(url, lost)
  await runMigrations({ pgPool, logger: silent }).finally(() => pgPool.end())
}

/**
 * Works on queued jobs, one at a time, until it is stopped. Jobs that were interrupted are taken up again, see {@link WorkerLock}.
 */
export async function startJobQueue({ url, database, handlers, chores, logger, lost }: JobQueueOptions): Promise<() => Promise<void>> {
  const workerId = `clusterpolisee-${uuidv7()}`
  const lock = new WorkerLock(url, workerId, lost)
  await lock.sweep()
  const sweep = () => lock.sweep().catch((error) => logger.error({ err: error }, 'interrupted jobs could not be looked for'))
  const timer = setInterval(sweep, SWEEP_EVERY)
  const stopping = new AbortController()
  const pgPool = makePool(url, lost)
  const options: RunnerOptions & { workerId: string } = {
    pgPool,
    concurrency: 1,
    pollInterval: 1000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 0,
    logger: silent,
    workerId,
    taskList: { [TASK]: taskOf(database, handlers, logger, stopping.signal), ...nightly(chores, logger) },
    crontab: Object.keys(chores).map(everyNight).join('\n'),
  }
  const runner = await run(options)
  return async () => {
    clearInterval(timer)
    stopping.abort()
    await runner.stop()
    await pgPool.end()
    await lock.release()
  }
}

/** The queue's own few connections. Given as a pool, so that all of them have ended before the server may. */
function makePool(url: string, lost: LostConnections): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3, application_name: 'clusterpolisee-jobs' })
  const note = (error: Error) => lost.note(error, 'a connection of the job queue is lost')
  pool.on('error', note)
  pool.on('connect', (client) => client.on('error', note))
  return pool
}

/** At 3:15 UTC, by one of the gateways; a night on which none ran is made up for. */
const everyNight = (chore: string) => `15 3 * * * ${chore} ?fill=1d`

function nightly(chores: JobQueueOptions['chores'], logger: PinoLogger): Record<string, Task> {
  const tasks = Object.entries(chores).map(([name, work]) => {
    const task: Task = () =>
      work().catch((error) => {
        logger.error({ err: error, chore: name }, 'a nightly chore failed')
        throw error
      })
    return [name, task] as const
  })
  return Object.fromEntries(tasks)
}

function taskOf(database: Database, handlers: JobQueueOptions['handlers'], logger: PinoLogger, signal: AbortSignal): Task {
  return async (payload, { job: { attempts } }) => {
    const job = await beginJob(database.run, (payload as { jobId: string }).jobId)
    if (!job) return
    const handler = handlers[job.kind]
    if (!handler) throw new Error(`Nothing here works on a job of the kind ${job.kind}.`)
    try {
      await handler.work(job, signal)
      await endJob(database.run, job.id, 'DONE')
    } catch (error) {
      if (error instanceof WorkStopped && !signal.aborted) return
      if (error instanceof WorkStopped) throw error
      if (!(error instanceof WorkRefused)) logger.error({ err: error }, 'a job failed')
      if (!(error instanceof WorkRefused) && attempts < MOST_ATTEMPTS) throw error
      const message = error instanceof WorkRefused ? error.message : 'Something went wrong here. It has been written down.'
      await handler.fail(job, message)
      await endJob(database.run, job.id, 'FAILED', message)
    }
  }
}

/** The queue's own chatter; what matters of it is in the rows of `job` and in our log. */
const silent: QueueLogger = new Logger(() => () => undefined)
