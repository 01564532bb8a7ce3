import { EvaluationPlan, type FieldMeta, machineOf, type RecordMeta, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../request/context.js'
import { applyMove } from '../write/make-move.js'
import { insertRow, type LockedRow } from '../write/write-record.js'

type Viewer = Context['viewer']

/** What a revision takes along beside what people enter: who judges, and which conflicts are known. No mark, nothing handed in. */
const copied: Readonly<Record<string, readonly string[]>> = {
  EvaluationSubject: [],
  EvaluationIndicator: [],
  Criterion: [],
  Evaluator: ['user', 'conflictDeclaredAt', 'conflict'],
}

/** Copies a plan with what it is made of into a new revision in DRAFT; answers its id. What is not published is superseded. */
export async function revisePlan(run: RunSql, viewer: Viewer, plan: LockedRow<EvaluationPlan>, reason: string): Promise<string> {
  const record = recordMeta(EvaluationPlan)
  const move = machineOf(record.name)?.transitions.find(({ key }) => key === 'SUPERSEDE')
  if (move?.from.includes(String(plan.values.status))) await applyMove(run, viewer, record, plan, move, { reason })
  const id = uuidv7()
  const held: Readonly<Record<string, unknown>> = plan.values
  const entered = Object.fromEntries(record.fields.filter(isEntered).map(({ name }) => [name, held[name]]))
  const revision = { revision: Number(plan.values.revision) + 1, supersedes: plan.id, revisionReason: reason }
  await insertRow(run, viewer, record, id, { ...entered, ...revision })
  for (const name of Object.keys(copied)) await copyRows(run, viewer, recordMeta(name), plan.id, id)
  return id
}

const isEntered = ({ input }: FieldMeta): boolean => input !== 'none'

async function copyRows(run: RunSql, viewer: Viewer, record: RecordMeta, from: string, to: string): Promise<void> {
  const fields = record.fields.filter((field) => field.name !== 'plan' && (isEntered(field) || copied[record.name]?.includes(field.name)))
  const columns = fields.map(({ column, name }) => `t.${column} AS "${name}"`)
  const rows = await run(`SELECT ${columns.join(', ')} FROM ${record.table} t WHERE t.plan_id = $1 AND t.archived_at IS NULL ORDER BY t.created_at, t.id`, [
    from,
  ])
  for (const values of rows) await insertRow(run, viewer, record, uuidv7(), { ...values, plan: to })
}
