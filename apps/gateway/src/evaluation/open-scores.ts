import type { RunSql } from '@clusterpolisee/schema'
import { NOW } from '../write/write-record.js'
import { type Agreement, agreementOf, type Mark } from './agreement.js'

/**
 * Opens what was handed in, all at once; drafts stay their authors' own for good, and so do the marks of whoever
 * declared a conflict. Answers what the plan keeps of it: the moment, and how far the evaluators agree.
 */
export async function openScores(run: RunSql, planId: string): Promise<Record<string, unknown>> {
  await run(
    `UPDATE score s SET opened_at = moment_of_write(), version = s.version + 1, updated_at = moment_of_write() FROM evaluator e
     WHERE e.id = s.evaluator_id AND s.plan_id = $1 AND s.archived_at IS NULL AND e.archived_at IS NULL
       AND e.handed_in_at IS NOT NULL AND e.conflict_declared_at IS NULL AND e.left_out_at IS NULL`,
    [planId],
  )
  return { openedAt: NOW, ...(await agreementOn(run, planId)) }
}

/** How far the evaluators whose scores are opened agree. */
export const agreementOn = async (run: RunSql, planId: string): Promise<Agreement> => agreementOf(await openedMarks(run, planId), seedOf(planId))

/** Leaves out whoever is still awaited, with the reason that everybody sees. */
export async function leaveOut(run: RunSql, planId: string, reason: string | null): Promise<void> {
  await run(
    `UPDATE evaluator SET left_out_at = moment_of_write(), left_out_reason = $2, version = version + 1, updated_at = moment_of_write()
     WHERE plan_id = $1 AND archived_at IS NULL AND handed_in_at IS NULL AND conflict_declared_at IS NULL AND left_out_at IS NULL`,
    [planId, reason],
  )
}

/** The opened marks: one row for each evaluator, one column for each criterion; null where there is no mark. */
async function openedMarks(run: RunSql, planId: string): Promise<Mark[][]> {
  const rows = await run(
    `SELECT array_agg(s.mark ORDER BY c.position, c.id) AS marks
     FROM evaluator e JOIN criterion c ON c.plan_id = e.plan_id AND c.archived_at IS NULL
     LEFT JOIN score s ON s.evaluator_id = e.id AND s.criterion_id = c.id AND s.opened_at IS NOT NULL
     WHERE e.plan_id = $1 AND EXISTS (SELECT 1 FROM score o WHERE o.evaluator_id = e.id AND o.opened_at IS NOT NULL)
     GROUP BY e.id, e.created_at ORDER BY e.created_at, e.id`,
    [planId],
  )
  return rows.map(({ marks }) => marks as Mark[])
}

/** A seed that anybody can find again: from the last 31 bits of the plan's identity. */
const seedOf = (planId: string): number => Number.parseInt(planId.replaceAll('-', '').slice(-8), 16) % 2 ** 31
