import { Criterion, dacCriteria, EvaluationPlan, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../request/context.js'
import { checkGiven } from '../write/check-given.js'
import { checkDuring } from '../write/deciding-state.js'
import { lockFor } from '../write/lock-for.js'
import { type Consequence, makeMove, TransitionInput } from '../write/make-move.js'
import { insertRow, lockRow, NOW, writer } from '../write/write-record.js'
import { evaluatePilots } from './evaluate-pilots.js'
import { leaveOut, openScores } from './open-scores.js'
import { revisePlan } from './revise-plan.js'

const plans = recordMeta(EvaluationPlan)

/** Steps of an evaluation from its plan to its publication. */
@Resolver()
export class EvaluationResolver {
  @Mutation(() => EvaluationPlan, {
    nullable: true,
    description: 'Makes a move of an evaluation, as START_SCORING, OPEN, GO_ON, CONCLUDE or PUBLISH; see availableTransitions.',
  })
  async transitionEvaluationPlan(
    @Arg('id', () => ID, { description: 'The evaluation.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('key', () => String, { description: 'The move.' }) key: string,
    @Arg('input', () => TransitionInput, { nullable: true, description: 'What the move asks for.' }) input: TransitionInput | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, (run) => makeMove(run, viewer, plans, { id, version, key, given: input ?? {} }, consequences))
  }

  @Mutation(() => EvaluationPlan, {
    nullable: true,
    description: 'Makes a new revision of a frozen evaluation: a copy in DRAFT. What was not published yet is superseded; its blind scores are never opened.',
  })
  async reviseEvaluationPlan(
    @Arg('id', () => ID, { description: 'The evaluation.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('reason', () => String, { description: 'Why it changes.' }) reason: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const plan = await lockFor(run, viewer, plans, 'revise', { id, version })
      const said = checkGiven(
        plans,
        { revisionReason: reason },
        { needed: { revisionReason: 'Say why the plan changes.' }, called: { revisionReason: 'reason' } },
      )
      return { id: await revisePlan(run, viewer, plan, String(said.revisionReason)) }
    })
  }

  @Mutation(() => EvaluationPlan, {
    nullable: true,
    description: 'Adds those of the six criteria of the OECD Development Assistance Committee that the plan lacks, with rubrics and equal weights.',
  })
  async addDacCriteria(@Arg('planId', () => ID, { description: 'The evaluation.' }) planId: string, @Ctx() context: Context): Promise<{ id: string }> {
    const viewer = writer(context)
    const record = recordMeta(Criterion)
    return context.database.write(viewer, async (run) => {
      const plan = await lockRow(run, viewer, plans, planId)
      checkDuring(record.during, plan.values.status)
      const known = await run('SELECT code, position FROM criterion WHERE plan_id = $1 AND archived_at IS NULL', [planId])
      const last = Math.max(0, ...known.map(({ position }) => Number(position)))
      const missing = dacCriteria.filter(({ code }) => !known.some((row) => row.code === code))
      for (const [index, criterion] of missing.entries()) {
        const values = {
          project: plan.values.project,
          plan: planId,
          ...criterion,
          position: last + index + 1,
          weight: Number((1 / dacCriteria.length).toFixed(6)),
        }
        await insertRow(run, viewer, record, uuidv7(), values)
      }
      return { id: planId }
    })
  }
}

const consequences: Readonly<Record<string, Consequence<EvaluationPlan>>> = {
  OPEN: (run, _, row) => openScores(run, row.id),
  GO_ON: async (run, _, row, { reason: wentOnBecause = null }) => {
    await leaveOut(run, row.id, wentOnBecause)
    return { ...(await openScores(run, row.id)), wentOnBecause }
  },
  PUBLISH: async (run, viewer, row) => {
    await evaluatePilots(run, viewer, row)
    return { publishedAt: NOW }
  },
}
