import { type EvaluationPlan, machineOf, Pilot, type RunSql, recordMeta } from '@clusterpolisee/schema'
import type { Context } from '../request/context.js'
import { applyMove } from '../write/make-move.js'
import type { LockedRow } from '../write/write-record.js'

/** A final evaluation that is published moves its completed pilots to EVALUATED; no other evaluation, and no other pilot. */
export async function evaluatePilots(run: RunSql, viewer: Context['viewer'], plan: LockedRow<EvaluationPlan>): Promise<void> {
  const record = recordMeta(Pilot)
  const move = machineOf('Pilot')?.transitions.find(({ key }) => key === 'EVALUATE')
  if (!move || plan.values.timing !== 'FINAL') return
  const pilots = await run(
    `SELECT p.id, p.version, p.status, p.project_id AS project FROM pilot p
     WHERE p.status = ANY ($2) AND p.archived_at IS NULL
       AND p.id IN (SELECT s.pilot_id FROM evaluation_subject s WHERE s.plan_id = $1 AND s.archived_at IS NULL)
     ORDER BY p.id FOR UPDATE`,
    [plan.id, move.from],
  )
  for (const { id, version, ...values } of pilots) {
    await applyMove(run, viewer, record, { id: String(id), version: Number(version), values }, move, { reason: plan.values.title })
  }
}
