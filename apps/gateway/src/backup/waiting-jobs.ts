import type pg from 'pg'

/** Under which name the queue's jobs stand in a backup: in words of ours, because its own tables change with its releases. */
export const WAITING_JOBS = 'waiting_job'

/** Jobs and mails that wait, or were under way. */
export const copyWaitingJobs = `COPY (
  SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority FROM graphile_worker._private_jobs j
  JOIN graphile_worker._private_tasks t ON t.id = j.task_id LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
  WHERE j.attempts < j.max_attempts) TO STDOUT`

/** A place for them while they are read. */
export const makeWaitingJobs = `CREATE TEMPORARY TABLE ${WAITING_JOBS} (
  identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int, key text, priority int) ON COMMIT DROP`

/** Puts them into the queue. */
export async function queueWaitingJobs(client: pg.ClientBase): Promise<void> {
  await client.query(`SELECT graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, key, priority) FROM ${WAITING_JOBS}`)
}
