import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'

/** Name of the queue's only task: a row of `job` says what is to be done. */
export const TASK = 'job'

export interface NewJob {
  readonly projectId: string
  readonly askedById: string | null
  readonly kind: string
  readonly recordId: string
  /** Which request asked for it; null: none. */
  readonly request: string | null
}

/** What a job's row of the queue says; without `request` in one of an older release. */
export interface QueuedJob {
  readonly jobId: string
  readonly request?: string | null
}

export interface RunningJob {
  readonly id: string
  readonly kind: string
  readonly recordId: string
}

/** Writes a job and queues it, in the transaction of whoever asks: both are there, or neither. Answers its id. */
export async function addJob(run: RunSql, { projectId, askedById, kind, recordId, request }: NewJob): Promise<string> {
  const id = uuidv7()
  await run(
    `INSERT INTO job (id, version, project_id, asked_by_id, kind, record_id, state, progress, resumed, created_at) VALUES ($1, 1, $2, $3, $4, $5, 'WAITING', 0, false, moment_now())`,
    [id, projectId, askedById, kind, recordId],
  )
  await run(`SELECT graphile_worker.add_job($1, json_build_object('jobId', $2::text, 'request', $3::text), job_key => $2)`, [TASK, id, request])
  return id
}

/** Takes a job up, the first time or again; null when there is nothing left to do. */
export async function beginJob(run: RunSql, id: string): Promise<RunningJob | null> {
  const [row] = await run(
    `UPDATE job SET resumed = resumed OR state = 'RUNNING', state = 'RUNNING', progress = 0, message = NULL, started_at = coalesce(started_at, moment_now()), version = version + 1
     WHERE id = $1 AND state IN ('WAITING', 'RUNNING') RETURNING kind, record_id`,
    [id],
  )
  return row ? { id, kind: String(row.kind), recordId: String(row.record_id) } : null
}

/** Notes how far a job is, a share of 1. False: it was cancelled meanwhile. */
export async function noteProgress(run: RunSql, id: string, progress: number): Promise<boolean> {
  const rows = await run(`UPDATE job SET progress = $2, version = version + 1 WHERE id = $1 AND state = 'RUNNING' RETURNING 1`, [id, Math.min(progress, 1)])
  return rows.length > 0
}

/** Ends a job; one that has ended already stays as it is. */
export async function endJob(run: RunSql, id: string, state: 'DONE' | 'FAILED', message: string | null = null): Promise<void> {
  await run(
    `UPDATE job SET state = $2, message = $3, progress = CASE WHEN $2 = 'DONE' THEN 1 ELSE progress END, ended_at = moment_now(), version = version + 1
     WHERE id = $1 AND state IN ('WAITING', 'RUNNING')`,
    [id, state, message?.slice(0, 500) ?? null],
  )
}

/** Cancels whatever is waiting or under way for a record. */
export async function cancelJobsOf(run: RunSql, recordId: string): Promise<void> {
  await run(`UPDATE job SET state = 'CANCELLED', ended_at = moment_now(), version = version + 1 WHERE record_id = $1 AND state IN ('WAITING', 'RUNNING')`, [
    recordId,
  ])
}
