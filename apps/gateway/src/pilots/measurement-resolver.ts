import {
  Contributor,
  compileRule,
  deedOf,
  Exactness,
  type Fault,
  Measurement,
  type RunSql,
  recordMeta,
  scalars,
  type ValuesOf,
  whoMay,
} from '@clusterpolisee/schema'
import { isDay } from '@clusterpolisee/values'
import { Arg, Ctx, Field, Float, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { badInput, conflict, forbidden, notFound } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import { checkGiven } from '../write/check-given.js'
import { lockFor } from '../write/lock-for.js'
import { recordRows, recordVersion, type Version } from '../write/record-version.js'
import { writer } from '../write/write-record.js'
import { checkMeasurement, MeasurementInput, type Seat } from './measurement-input.js'

const MOST = 1000

@ObjectType({ description: "How a pilot's progress changes by measurements.", simpleResolvers: true })
class ProgressChange {
  @Field(() => ID, { description: 'The pilot.' }) pilotId!: string
  @Field(() => Float, { nullable: true, description: 'Achieved before, a share of 1.' }) before?: number | null
  @Field(() => Float, { nullable: true, description: 'Achieved after.' }) after?: number | null
  @Field(() => Float, { nullable: true, description: 'Planned for the day that the project is seen as of.' }) planned?: number | null
}

@ObjectType({ description: 'What was recorded, or would be.', simpleResolvers: true })
class RecordedMeasurements {
  @Field(() => Int, { description: 'Number of measurements.' }) recorded!: number
  @Field(() => Boolean, { description: 'True: nothing was written.' }) dryRun!: boolean
  @Field(() => [ID], { description: 'Their identities.' }) ids!: string[]
  @Field(() => [ProgressChange], { description: 'What it changes.' }) changes!: ProgressChange[]
}

/** Ends the transaction of a dry run without a trace. */
class DryRun extends Error {
  constructor(readonly outcome: RecordedMeasurements) {
    super('dry run')
  }
}

const measurements = recordMeta(Measurement)

/** Measurements are recorded, corrected with a reason, retracted; never overwritten. */
@Resolver()
export class MeasurementResolver {
  @Mutation(() => RecordedMeasurements, { description: 'Records measurements, all or none. `dryRun` answers what would change and writes nothing.' })
  async recordMeasurements(
    @Arg('input', () => [MeasurementInput], { description: 'At most 1,000 measurements.' }) input: MeasurementInput[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'True: only say what would change.' }) dryRun: boolean,
    @Ctx() context: Context,
  ): Promise<RecordedMeasurements> {
    writer(context)
    if (input.length === 0 || input.length > MOST)
      throw badInput([{ path: ['input'], code: 'BATCH_SIZE', params: { max: MOST }, message: `Give 1 to ${MOST} measurements.` }])
    try {
      return await context.database.write(context.viewer, async (run) => {
        const outcome = await record(run, context, input, dryRun)
        if (dryRun) throw new DryRun(outcome)
        return outcome
      })
    } catch (error) {
      if (error instanceof DryRun) return error.outcome
      throw error
    }
  }

  @Mutation(() => Measurement, { nullable: true, description: 'Corrects a measurement: the former one stays in the history, with the reason.' })
  async correctMeasurement(
    @Arg('id', () => ID, { description: 'The measurement.' }) id: string,
    @Arg('reason', () => String, { description: 'Why.' }) reason: string,
    @Arg('value', () => scalars.Decimal, { nullable: true, description: 'The right value.' }) value: number | null,
    @Arg('numerator', () => scalars.Decimal, { nullable: true, description: 'Ratio: what was counted.' }) numerator: number | null,
    @Arg('denominator', () => scalars.Decimal, { nullable: true, description: 'Ratio: out of how many.' }) denominator: number | null,
    @Arg('exactness', () => Exactness.values, { nullable: true, description: 'How exact the right figure is; left out: the very number.' })
    exactness: string | null,
    @Arg('source', () => String, { nullable: true, description: 'Where the figure comes from.' }) source: string | null,
    @Arg('note', () => String, { nullable: true, description: 'A remark.' }) note: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    return replace(context, 'correct', id, reason, async (run, former) => {
      const seat = (await findSeats(run, context, [former.contributor])).get(former.contributor)
      if (!seat) throw notFound()
      const figures = { onDay: former.onDay, value, numerator, denominator, exactness, source: source ?? former.source, note: note ?? former.note }
      const { values, faults } = checkMeasurement(figures, seat, [])
      if (faults.length > 0) throw badInput(faults)
      return { ...values, retracted: false }
    })
  }

  @Mutation(() => Measurement, { nullable: true, description: 'Takes a measurement back, with a reason; it stays in the history.' })
  async retractMeasurement(
    @Arg('id', () => ID, { description: 'The measurement.' }) id: string,
    @Arg('reason', () => String, { description: 'Why.' }) reason: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    return replace(context, 'retract', id, reason, async () => ({ retracted: true }))
  }
}

async function record(run: RunSql, context: Context, input: readonly MeasurementInput[], dryRun: boolean): Promise<RecordedMeasurements> {
  const seats = await findSeats(
    run,
    context,
    input.map((item) => item.contributorId),
  )
  const checked = input.map((item, index) => checkItem(item, seats.get(item.contributorId), index))
  const faults = [...checked.flatMap((item) => item.faults), ...(await repeated(run, input, seats))]
  if (faults.length > 0) throw badInput(faults)
  const pilots = [...new Set([...seats.values()].map((seat) => seat.pilot_id))].sort()
  const before = await progressOf(run, pilots)
  const ids = await recordRows(
    run,
    context.viewer,
    measurements,
    checked.map(({ values }) => values),
  )
  const after = await progressOf(run, pilots)
  const changes = pilots.map((pilotId) => ({
    pilotId,
    before: before.get(pilotId)?.achieved ?? null,
    after: after.get(pilotId)?.achieved ?? null,
    planned: after.get(pilotId)?.planned ?? null,
  }))
  return { recorded: input.length, dryRun, ids: dryRun ? [] : ids, changes }
}

/** One measurement with the seat that it comes from, and what is wrong with it. */
function checkItem(item: MeasurementInput, seat: Seat | undefined, index: number): { readonly values: Version<Measurement>; readonly faults: Fault[] } {
  const path = ['input', index]
  if (!seat)
    return { values: {}, faults: [{ path: [...path, 'contributorId'], code: 'UNKNOWN_REFERENCE', message: 'There is no such seat, or you may not read it.' }] }
  const { values, faults } = checkMeasurement(item, seat, path)
  return { values: { ...values, project: seat.project_id, indicator: seat.indicator_id, contributor: seat.id, retracted: false }, faults }
}

/** The seats named, with what they ask of figures; refused as a whole when one is not this person's. */
async function findSeats(run: RunSql, context: Context, ids: readonly string[]): Promise<Map<string, Seat>> {
  const wanted = [...new Set(ids)].filter(isUuid)
  const record = recordMeta(Contributor)
  const { by: measures } = deedOf(record, 'measure')
  const row = new StatementRow('c', context.viewer)
  const list = row.constant(wanted, 'uuid[]')
  const readable = compileRule(record.read, record, row)
  const writable = compileRule(measures, record, row)
  const rows = await row.run(
    run,
    `SELECT c.id, c.indicator_id, c.project_id, i.pilot_id, i.measure, i.scale_max, project_today(c.project_id) AS today, c.since, c.until, coalesce(${writable}, false) AS writable
     FROM contributor c JOIN indicator i ON i.id = c.indicator_id
     WHERE c.id = ANY (${list}) AND c.archived_at IS NULL AND i.archived_at IS NULL AND ${readable}`,
  )
  if (rows.some((seat) => seat.writable !== true)) throw forbidden('NOT_YOURS', whoMay(measures, record), 'You may read these figures, but not enter them.')
  return new Map((rows as unknown as Seat[]).map((seat) => [seat.id, seat]))
}

/** A day of a seat that is measured already, or twice in the input. Of seats that are not read nothing is told. */
async function repeated(run: RunSql, input: readonly MeasurementInput[], seats: ReadonlyMap<string, Seat>): Promise<Fault[]> {
  const asked = input.filter(({ contributorId, onDay }) => seats.has(contributorId) && isDay(onDay))
  const known = await run(
    `SELECT m.contributor_id, m.on_day FROM measurement m JOIN unnest($1::uuid[], $2::date[]) n (seat, day) ON m.contributor_id = n.seat AND m.on_day = n.day
     WHERE m.superseded_at IS NULL AND NOT m.retracted`,
    [asked.map((item) => item.contributorId), asked.map((item) => item.onDay)],
  )
  const taken = new Set(known.map((row) => `${row.contributor_id} ${row.on_day}`))
  return input.flatMap((item, index) => {
    const key = `${item.contributorId} ${item.onDay}`
    if (!taken.has(key)) {
      taken.add(key)
      return []
    }
    return [{ path: ['input', index, 'onDay'], code: 'ALREADY_MEASURED', message: 'There is a measurement for this day already. Correct that one instead.' }]
  })
}

async function progressOf(run: RunSql, pilots: readonly string[]): Promise<Map<string, { achieved: number | null; planned: number | null }>> {
  const rows = await run(
    `SELECT p.id, x.achieved, x.planned FROM pilot p
     CROSS JOIN LATERAL pilot_progress_by_rule(ARRAY[p.id], project_as_of(p.project_id), moment_now()) x WHERE p.id = ANY ($1)`,
    [pilots],
  )
  return new Map(rows.map((row) => [String(row.id), { achieved: row.achieved as number | null, planned: row.planned as number | null }]))
}

type Row = ValuesOf<Measurement>

/** Closes a measurement and records what takes its place: the former's figures where nothing else is said. */
async function replace(
  context: Context,
  deed: 'correct' | 'retract',
  id: string,
  reason: string,
  next: (run: RunSql, former: Row) => Promise<Version<Measurement>>,
): Promise<{ id: string }> {
  const viewer = writer(context)
  const said = checkGiven(measurements, { reason }, { needed: { reason: 'Say why.' } })
  return context.database.write(viewer, async (run) => {
    const { values: former } = await lockFor(run, viewer, measurements, deed, { id, version: null })
    if (former.supersededAt) throw conflict()
    const { recordedAt: _, recordedBy: __, supersededAt: ___, ...kept } = former
    return { id: await recordVersion(run, viewer, measurements, { ...kept, ...(await next(run, former)), ...said, corrects: id }) }
  })
}
