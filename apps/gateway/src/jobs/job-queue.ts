import { setTimeout as wait } from 'node:timers/promises'
import { Logger, type Logger as QueueLogger, type Runner, type RunnerOptions, run, runMigrations, type Task } from 'graphile-worker'
import { GraphQLError } from 'graphql'
import type pg from 'pg'
import type { Logger as PinoLogger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { Connections } from '../database/connections.js'
import type { Database } from '../database/database.js'
import { isUnavailable } from '../kernel/errors.js'
import { ThreadLost, WorkRefused, WorkStopped } from '../kernel/run-in-thread.js'
import { traced } from '../kernel/tracing.js'
import { beginJob, endJob, type QueuedJob, type RunningJob, TASK } from './job-row.js'
import { type MailLane, startMailLane } from './mail-lane.js'
import { WorkerLock } from './worker-lock.js'

export interface JobHandler {
  /** Does one job. Refuses for good with a WorkRefused; any other error is tried again later. */
  work(job: RunningJob, signal: AbortSignal): Promise<void>
  /** Tells whatever the job was for that it failed for good. */
  fail(job: RunningJob, message: string): Promise<void>
}

const SWEEP_EVERY = 30_000
const AGAIN_AFTER = 500
const MOST_ATTEMPTS = 3

export interface JobQueueOptions {
  /** Direct connection to PostgreSQL, past a pooler. */
  readonly url: string
  readonly database: Database
  /** By the kind of their jobs. */
  readonly handlers: Readonly<Record<string, JobHandler>>
  readonly mails: MailLane
  /** What is done every night, by the name of its task. */
  readonly chores: Readonly<Record<string, () => Promise<void>>>
  readonly logger: PinoLogger
  readonly connections: Connections
}

/** Makes the queue's own tables; to be run before any job is added. */
export async function prepareJobQueue(url: string, connections: Connections): Promise<void> {
  const pgPool = connections.pool(url, POOL)
  await runMigrations({ pgPool, logger: silent }).finally(() => pgPool.end())
}

/** The queue's own few connections. Given as a pool, so that all of them have ended before the server may. */
const POOL = { max: 4, name: 'clusterpolisee-jobs' }

/**
 * Works on queued jobs, one at a time, until it is stopped. Jobs that were interrupted are taken up again, see
 * {@link WorkerLock}. A queue that ends by itself, as when its database goes away at the end of a job, is begun anew.
 */
export async function startJobQueue(options: JobQueueOptions): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  let queue = await beginQueue(options, stopping.signal)
  const goOn = async () => {
    await queue.ended
    while (!stopping.signal.aborted) {
      try {
        await wait(AGAIN_AFTER, undefined, { signal: stopping.signal })
        queue = await beginQueue(options, stopping.signal)
        if (stopping.signal.aborted) await queue.stop()
        await queue.ended
      } catch (error) {
        if (!stopping.signal.aborted) options.logger.warn({ err: error }, 'the job queue cannot be begun anew yet')
      }
    }
  }
  const going = goOn()
  return async () => {
    stopping.abort()
    await queue.stop()
    await going
  }
}

interface Queue {
  /** Resolved when it works no more; all that it held has been given back. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

async function beginQueue({ url, database, handlers, mails, chores, logger, connections }: JobQueueOptions, stopping: AbortSignal): Promise<Queue> {
  const workerId = `clusterpolisee-${uuidv7()}`
  const lock = new WorkerLock(url, workerId, connections)
  await lock.sweep()
  const sweep = () => lock.sweep().catch((error) => logger.error({ err: error }, 'interrupted jobs could not be looked for'))
  const timer = setInterval(sweep, SWEEP_EVERY)
  const pgPool = connections.pool(url, POOL)
  const options: RunnerOptions & { workerId: string } = {
    pgPool,
    concurrency: 1,
    pollInterval: 1000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 0,
    logger: silent,
    workerId,
    taskList: { [TASK]: taskOf(database, handlers, logger, stopping), ...nightly(chores, logger) },
    crontab: Object.keys(chores).map(everyNight).join('\n'),
  }
  const giveBack = async () => {
    clearInterval(timer)
    await nobodyWaits(pgPool)
    await pgPool.end()
    await lock.release()
  }
  const runner = await run(options).catch(async (error) => {
    await giveBack()
    throw error
  })
  const lane = await startMailLane(mails, pgPool, workerId, logger).catch(async (error) => {
    await runner.stop().catch(() => undefined)
    await giveBack()
    throw error
  })
  const both = Promise.all([runner.promise.finally(() => stopped(lane)), lane.promise.finally(() => stopped(runner))])
  const ended = both.catch((error) => logger.error({ err: error }, 'the job queue has ended')).then(giveBack)
  return {
    ended,
    async stop() {
      await Promise.all([stopped(runner), stopped(lane)])
      await ended
    },
  }
}

/** A pool that ends serves nobody any more who waits for a connection, as to say that a job failed: they get theirs before, within seconds. */
async function nobodyWaits(pool: pg.Pool): Promise<void> {
  for (let tries = 0; tries < 100 && pool.waitingCount > 0; tries += 1) await wait(50)
}

/** One that has ended by itself says so. */
const stopped = (runner: Runner): Promise<void> => runner.stop().catch(() => undefined)

/** At 3:15 UTC, by one of the gateways; a night on which none ran is made up for. */
const everyNight = (chore: string) => `15 3 * * * ${chore} ?fill=1d`

function nightly(chores: JobQueueOptions['chores'], logger: PinoLogger): Record<string, Task> {
  const tasks = Object.entries(chores).map(([name, work]) => {
    const task: Task = () =>
      traced({ name: 'chore', facts: { 'clusterpolisee.chore': name } }, work).catch((error) => {
        logger.error({ err: error, chore: name }, 'a nightly chore failed')
        throw error
      })
    return [name, task] as const
  })
  return Object.fromEntries(tasks)
}

function taskOf(database: Database, handlers: JobQueueOptions['handlers'], logger: PinoLogger, signal: AbortSignal): Task {
  return async (payload, { job: { attempts } }) => {
    const { jobId, request } = payload as QueuedJob
    const job = await beginJob(database.run, jobId)
    if (!job) return
    const handler = handlers[job.kind]
    if (!handler) throw new Error(`Nothing here works on a job of the kind ${job.kind}.`)
    try {
      await traced({ name: 'job', facts: { 'clusterpolisee.job': job.kind, 'clusterpolisee.request': request ?? undefined } }, () => handler.work(job, signal))
      await endJob(database.run, job.id, 'DONE')
    } catch (error) {
      if (error instanceof WorkStopped && !signal.aborted) return
      if (error instanceof WorkStopped) throw error
      if (!(error instanceof WorkRefused)) logger.error({ err: error, job: job.id, request }, 'a job failed')
      // With its database away the job has not failed, and is done when that is back.
      if (error instanceof GraphQLError && isUnavailable(error)) throw error
      if (!(error instanceof WorkRefused) && attempts < MOST_ATTEMPTS) throw error
      const message = error instanceof WorkRefused || error instanceof ThreadLost ? error.message : 'Something went wrong here. It has been written down.'
      await handler.fail(job, message)
      await endJob(database.run, job.id, 'FAILED', message)
    }
  }
}

/** The queue's own chatter; what matters of it is in the rows of `job` and in our log. */
const silent: QueueLogger = new Logger(() => () => undefined)
