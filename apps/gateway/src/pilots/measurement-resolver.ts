import { orientation } from '@clusterpolisee/methods'
import { compileRule, type Fault, Indicator, Measurement, or, own, type RunSql, recordMeta, scalars, viaWrite, whoMay } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, Float, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { directionOf } from '../kernel/direction-of.js'
import { badInput, conflict, forbidden, notFound } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import { lockRow, writer } from '../write/write-record.js'
import { MeasurementInput, measurementFaults, type Seat } from './measurement-input.js'

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

const reporting = or(own('partner'), viaWrite('indicator'))

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
    @Arg('source', () => String, { nullable: true, description: 'Where the figure comes from.' }) source: string | null,
    @Arg('note', () => String, { nullable: true, description: 'A remark.' }) note: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    return supersede(context, id, reason, (former, seat) => {
      const figures = {
        onDay: String(former.on_day),
        value,
        numerator,
        denominator,
        source: source ?? (former.source as string | null),
        note: note ?? (former.note as string | null),
      }
      const faults = measurementFaults(figures, seat, [])
      if (faults.length > 0) throw badInput(faults)
      return { ...figures, retracted: false }
    })
  }

  @Mutation(() => Measurement, { nullable: true, description: 'Takes a measurement back, with a reason; it stays in the history.' })
  async retractMeasurement(
    @Arg('id', () => ID, { description: 'The measurement.' }) id: string,
    @Arg('reason', () => String, { description: 'Why.' }) reason: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    return supersede(context, id, reason, (former) => ({
      onDay: String(former.on_day),
      value: former.value as number | null,
      numerator: former.numerator as number | null,
      denominator: former.denominator as number | null,
      source: former.source as string | null,
      note: former.note as string | null,
      retracted: true,
    }))
  }

  @Mutation(() => Indicator, {
    nullable: true,
    description: 'Sets the level that an indicator should show by a day; null gives the target up. Former targets stay in the history.',
  })
  async setTarget(
    @Arg('indicatorId', () => ID, { description: 'The indicator.' }) indicatorId: string,
    @Arg('dueOn', () => scalars.Date, { description: 'By which day.' }) dueOn: string,
    @Arg('value', () => scalars.Decimal, { nullable: true, description: 'The level; null gives it up.' }) value: number | null,
    @Arg('reason', () => String, { nullable: true, description: 'Why it changes.' }) reason: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const { values } = await lockRow(run, viewer, recordMeta('Indicator'), indicatorId)
      const fault = targetFault(values, value ?? null)
      if (fault) throw badInput([fault])
      await run(
        'UPDATE target SET superseded_at = clock_timestamp(), version = version + 1 WHERE indicator_id = $1 AND due_on = $2 AND superseded_at IS NULL',
        [indicatorId, dueOn],
      )
      await run(
        `INSERT INTO target (id, version, project_id, indicator_id, due_on, value, reason, recorded_at, recorded_by_id) VALUES ($1, 1, $2, $3, $4, $5, $6, clock_timestamp(), $7)`,
        [uuidv7(), values.project, indicatorId, dueOn, value ?? null, reason?.slice(0, 500) ?? null, viewer.userId],
      )
      return { id: indicatorId }
    })
  }
}

function targetFault(indicator: Readonly<Record<string, unknown>>, value: number | null): Fault | null {
  if (value === null) return null
  const base = Number(indicator.baseline ?? (indicator.measure === 'SCALE' ? 1 : 0))
  const { turn } = orientation(directionOf(indicator), null)
  if (turn(value) < turn(base))
    return {
      path: ['value'],
      code: 'WRONG_SIDE',
      params: { baseline: base },
      message: `The target is on the wrong side of the level before the pilot (${base}).`,
    }
  const top = indicator.measure === 'SCALE' ? Number(indicator.scaleMax) : Number.POSITIVE_INFINITY
  return value > top ? { path: ['value'], code: 'OFF_THE_SCALE', params: { min: 1, max: top }, message: `The scale goes from 1 to ${top}.` } : null
}

async function record(run: RunSql, context: Context, input: readonly MeasurementInput[], dryRun: boolean): Promise<RecordedMeasurements> {
  const seats = await findSeats(
    run,
    context,
    input.map((item) => item.contributorId),
  )
  const faults = input.flatMap((item, index) => {
    const seat = seats.get(item.contributorId)
    if (!seat) return [{ path: ['input', index, 'contributorId'], code: 'UNKNOWN_REFERENCE', message: 'There is no such seat, or you may not read it.' }]
    return measurementFaults(item, seat, ['input', index])
  })
  faults.push(...(await repeated(run, input)))
  if (faults.length > 0) throw badInput(faults)
  const pilots = [...new Set([...seats.values()].map((seat) => seat.pilot_id))].sort()
  const before = await progressOf(run, pilots)
  const ids = input.map(() => uuidv7())
  await insert(run, context, input, seats, ids)
  const after = await progressOf(run, pilots)
  const changes = pilots.map((pilotId) => ({
    pilotId,
    before: before.get(pilotId)?.achieved ?? null,
    after: after.get(pilotId)?.achieved ?? null,
    planned: after.get(pilotId)?.planned ?? null,
  }))
  return { recorded: input.length, dryRun, ids: dryRun ? [] : ids, changes }
}

/** The seats named, with what they ask of figures; refused as a whole when one is not this person's. */
async function findSeats(run: RunSql, context: Context, ids: readonly string[]): Promise<Map<string, Seat>> {
  const wanted = [...new Set(ids)].filter(isUuid)
  const record = recordMeta('Contributor')
  const row = new StatementRow('c', context.viewer)
  const list = row.constant(wanted, 'uuid[]')
  const readable = compileRule(record.read, record, row)
  const writable = compileRule(reporting, record, row)
  const rows = await row.run(
    run,
    `SELECT c.id, c.indicator_id, c.project_id, i.pilot_id, i.measure, i.scale_max, project_today(c.project_id) AS today, c.since, c.until, coalesce(${writable}, false) AS writable
     FROM contributor c JOIN indicator i ON i.id = c.indicator_id
     WHERE c.id = ANY (${list}) AND c.archived_at IS NULL AND i.archived_at IS NULL AND ${readable}`,
  )
  if (rows.some((seat) => seat.writable !== true)) throw forbidden('NOT_YOURS', whoMay(reporting, record), 'You may read these figures, but not enter them.')
  return new Map((rows as unknown as Seat[]).map((seat) => [seat.id, seat]))
}

async function repeated(run: RunSql, input: readonly MeasurementInput[]): Promise<Fault[]> {
  const known = await run(
    `SELECT m.contributor_id, m.on_day FROM measurement m JOIN unnest($1::uuid[], $2::date[]) n (seat, day) ON m.contributor_id = n.seat AND m.on_day = n.day
     WHERE m.superseded_at IS NULL AND NOT m.retracted`,
    [input.map((item) => item.contributorId), input.map((item) => item.onDay)],
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

async function insert(
  run: RunSql,
  context: Context,
  input: readonly MeasurementInput[],
  seats: ReadonlyMap<string, Seat>,
  ids: readonly string[],
): Promise<void> {
  const seatOf = (item: MeasurementInput) => seats.get(item.contributorId)
  await run(
    `INSERT INTO measurement (id, version, project_id, indicator_id, contributor_id, on_day, value, numerator, denominator, source, note, retracted, recorded_at, recorded_by_id)
     SELECT n.id, 1, n.project_id, n.indicator_id, n.contributor_id, n.on_day, n.value, n.numerator, n.denominator, n.source, n.note, false, clock_timestamp(), $11
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::numeric[], $7::numeric[], $8::numeric[], $9::text[], $10::text[])
       n (id, project_id, indicator_id, contributor_id, on_day, value, numerator, denominator, source, note)`,
    [
      ids,
      input.map((item) => seatOf(item)?.project_id),
      input.map((item) => seatOf(item)?.indicator_id),
      input.map((item) => item.contributorId),
      input.map((item) => item.onDay),
      input.map((item) => item.value ?? null),
      input.map((item) => item.numerator ?? null),
      input.map((item) => item.denominator ?? null),
      input.map((item) => item.source ?? null),
      input.map((item) => item.note ?? null),
      context.viewer.userId,
    ],
  )
}

async function progressOf(run: RunSql, pilots: readonly string[]): Promise<Map<string, { achieved: number | null; planned: number | null }>> {
  const rows = await run(
    `SELECT p.id, x.achieved, x.planned FROM pilot p
     CROSS JOIN LATERAL pilot_progress_by_rule(ARRAY[p.id], project_as_of(p.project_id), clock_timestamp()) x WHERE p.id = ANY ($1)`,
    [pilots],
  )
  return new Map(rows.map((row) => [String(row.id), { achieved: row.achieved as number | null, planned: row.planned as number | null }]))
}

interface Replacement {
  readonly onDay: string
  readonly value?: number | null
  readonly numerator?: number | null
  readonly denominator?: number | null
  readonly source?: string | null
  readonly note?: string | null
  readonly retracted: boolean
}

/** Closes a measurement and records what takes its place. */
async function supersede(
  context: Context,
  id: string,
  reason: string,
  replace: (former: Readonly<Record<string, unknown>>, seat: Seat) => Replacement,
): Promise<{ id: string }> {
  const viewer = writer(context)
  if (!isUuid(id)) throw notFound()
  if (!reason.trim()) throw badInput([{ path: ['reason'], code: 'REQUIRED', message: 'Say why.' }])
  return context.database.write(viewer, async (run) => {
    const [former] = await run('SELECT * FROM measurement WHERE id = $1 FOR UPDATE', [id])
    const seats = former ? await findSeats(run, context, [String(former.contributor_id)]) : new Map<string, Seat>()
    const seat = seats.get(String(former?.contributor_id))
    if (!former || !seat) throw notFound()
    if (former.superseded_at) throw conflict()
    const next = replace(former, seat)
    const nextId = uuidv7()
    await run('UPDATE measurement SET superseded_at = clock_timestamp(), version = version + 1 WHERE id = $1', [id])
    await run(
      `INSERT INTO measurement (id, version, project_id, indicator_id, contributor_id, on_day, value, numerator, denominator, source, note, corrects_id, reason, retracted, recorded_at, recorded_by_id)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, clock_timestamp(), $14)`,
      [
        nextId,
        former.project_id,
        former.indicator_id,
        former.contributor_id,
        next.onDay,
        next.value ?? null,
        next.numerator ?? null,
        next.denominator ?? null,
        next.source ?? null,
        next.note ?? null,
        id,
        reason.trim().slice(0, 500),
        next.retracted,
        viewer.userId,
      ],
    )
    return { id: nextId }
  })
}
