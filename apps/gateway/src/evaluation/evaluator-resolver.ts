import { EvaluationPlan, Evaluator, type Fault, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { checkGiven } from '../write/check-given.js'
import { checkDuring } from '../write/deciding-state.js'
import { lockFor } from '../write/lock-for.js'
import { insertRow, type LockedRow, lockRow, NOW, updateRow, writer } from '../write/write-record.js'

const evaluator = recordMeta(Evaluator)

/** Who judges: assigned by the lead partner, kept out by a conflict of interest, handing in all marks at once. */
@Resolver()
export class EvaluatorResolver {
  @Mutation(() => Evaluator, {
    nullable: true,
    description: 'Assigns an evaluator of the project to an evaluation that is drafted. Nobody evaluates a pilot of their own partner.',
  })
  async assignEvaluator(
    @Arg('planId', () => ID, { description: 'The evaluation.' }) planId: string,
    @Arg('userId', () => ID, { description: 'The person, who has the role EVALUATOR in the project.' }) userId: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const plan = await lockRow(run, viewer, recordMeta(EvaluationPlan), planId)
      checkDuring(evaluator.during, plan.values.status)
      const fault = await personFault(run, plan, userId)
      if (fault) throw badInput([fault])
      const id = uuidv7()
      await insertRow(run, viewer, evaluator, id, { project: plan.values.project, plan: planId, user: userId })
      return { id }
    })
  }

  @Mutation(() => Evaluator, {
    nullable: true,
    description: 'Declares a conflict of interest in one’s own name, until the scores are opened: one is no longer awaited, and one’s marks are never opened.',
  })
  async declareConflict(
    @Arg('id', () => ID, { description: 'The evaluator, who is oneself.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('text', () => String, { description: 'What the conflict is; members read it.' }) text: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      await lockFor(run, viewer, evaluator, 'declareConflict', { id, version })
      const said = checkGiven(evaluator, { conflict: text }, { needed: { conflict: 'Say what the conflict is.' }, called: { conflict: 'text' } })
      await updateRow(run, viewer, evaluator, id, { conflictDeclaredAt: NOW, ...said }, false)
      return { id }
    })
  }

  @Mutation(() => Evaluator, {
    nullable: true,
    description: 'Hands in all marks of an evaluation in one’s own name, all or nothing. They stay as they are from then on, and blind until all are opened.',
  })
  async handInScores(
    @Arg('id', () => ID, { description: 'The evaluator, who is oneself.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const faults = await missingScores(run, await lockFor(run, viewer, evaluator, 'handIn', { id, version }))
      if (faults.length > 0) throw badInput(faults)
      await updateRow(run, viewer, evaluator, id, { handedInAt: NOW }, false)
      return { id }
    })
  }
}

async function personFault(run: RunSql, plan: LockedRow<EvaluationPlan>, userId: string): Promise<Fault | null> {
  const [found] = await run(
    `SELECT evaluates_own_pilot($1, m.user_id) AS own FROM membership m
     WHERE m.user_id::text = $2 AND m.project_id = $3 AND m.role = 'EVALUATOR' AND m.archived_at IS NULL LIMIT 1`,
    [plan.id, userId.toLowerCase(), plan.values.project],
  )
  if (!found) return { path: ['userId'], code: 'NOT_AN_EVALUATOR', message: 'This person is no evaluator of the project. Give that role first.' }
  return found.own === true ? { path: ['userId'], ...ownPilot } : null
}

const ownPilot = { code: 'OWN_PARTNERS_PILOT', message: 'Nobody scores a pilot of their own partner.' } as const

/** A fault for each criterion that has neither mark nor abstention yet, naming it. Marks that are being changed are waited for. */
async function missingScores(run: RunSql, { id, values }: LockedRow<Evaluator>): Promise<Fault[]> {
  await run('SELECT 1 FROM score WHERE evaluator_id = $1 FOR UPDATE', [id])
  const missing = await run(
    `SELECT c.id, coalesce(c.title ->> 'en', (SELECT min(value) FROM jsonb_each_text(c.title))) AS title FROM criterion c
     WHERE c.plan_id = $1 AND c.archived_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM score s WHERE s.criterion_id = c.id AND s.evaluator_id = $2 AND s.archived_at IS NULL)
     ORDER BY c.position, c.id`,
    [values.plan, id],
  )
  return missing.map(({ id: criterion, title }) => ({
    path: ['scores', String(criterion)],
    code: 'SCORE_MISSING',
    params: { criterion: String(title) },
    message: `${title} has no mark yet, nor a reason why there is none.`,
  }))
}
