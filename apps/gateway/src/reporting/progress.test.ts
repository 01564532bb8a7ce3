import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { DataDirectory } from '../database/data-directory.js'
import { connect } from '../database/data-source.js'
import { type EmbeddedServer, startEmbeddedServer } from '../database/embedded-server.js'
import { migrate } from '../database/migrate.js'

let folder: string
let server: EmbeddedServer
let source: DataSource
let counter = 0

const uuid = () => {
  counter += 1
  return `00000000-0000-7000-8000-${String(counter).padStart(12, '0')}`
}
const insert = async (table: string, values: Record<string, unknown>) => {
  const row = { id: uuid(), version: 1, ...values }
  const names = Object.keys(row)
  await source.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row))
  return row.id
}
const stamps = { created_at: '2012-01-01', updated_at: '2012-01-01' }
const recorded = { recorded_at: '2012-01-02' }

let project: string
let partner: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-progress-'))
  const directory = new DataDirectory(folder)
  directory.hold()
  server = await startEmbeddedServer(directory, ['-c', 'fsync=off'])
  source = await connect(server.url, 4)
  await migrate(source)
  project = await insert('project', { ...stamps, acronym: 'P', title: 'P', behind_threshold: 0.1, ahead_threshold: 0.3 })
  partner = await insert('partner', { ...stamps, project_id: project, position: 1, name: 'A', role: 'LEAD_PARTNER', country: 'XX' })
})

afterAll(async () => {
  await source?.destroy()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const makePilot = (weight = 1) =>
  insert('pilot', {
    ...stamps,
    project_id: project,
    title: 'Pilot',
    status: 'RUNNING',
    weight,
    partner_id: partner,
    audience: 'PROJECT',
    started_on: '2012-01-01',
  })

const makeIndicator = (pilot: string, values: Record<string, unknown> = {}) =>
  insert('indicator', {
    ...stamps,
    project_id: project,
    pilot_id: pilot,
    position: 1,
    title: 'I',
    measure: 'NUMBER',
    aggregation: 'SUM',
    combination: 'SUM',
    direction: 'MORE',
    weight: 1,
    ...values,
  })

const makeSeat = (indicator: string, values: Record<string, unknown> = {}) =>
  insert('contributor', { ...stamps, project_id: project, indicator_id: indicator, partner_id: partner, ...values })

const makeTarget = (indicator: string, due: string, value: number | null, values: Record<string, unknown> = {}) =>
  insert('target', { ...recorded, project_id: project, indicator_id: indicator, due_on: due, value, ...values })

const measure = (indicator: string, seat: string, day: string, figures: number | [number, number], values: Record<string, unknown> = {}) =>
  insert('measurement', {
    recorded_at: day,
    project_id: project,
    indicator_id: indicator,
    contributor_id: seat,
    on_day: day,
    retracted: false,
    ...(typeof figures === 'number' ? { value: figures } : { numerator: figures[0], denominator: figures[1] }),
    ...values,
  })

const four = (value: unknown) => (value === null ? null : Math.round(Number(value) * 10_000) / 10_000)

async function indicatorOn(pilot: string, day: string, known = '2020-01-01') {
  const [row] = await source.query('SELECT *, stale_from <= $2 AS is_stale FROM indicator_figures(ARRAY[$1::uuid], NULL, $2, $3)', [pilot, day, known])
  return {
    raw: four(row.raw),
    counted: four(row.counted),
    planned: four(row.planned),
    missing: row.missing,
    stale: row.is_stale,
    actual: four(row.actual),
  }
}

async function pilotOn(pilot: string, day: string) {
  const [row] = await source.query(`SELECT * FROM pilot_progress_by_rule(ARRAY[$1::uuid], $2, '2020-01-01')`, [pilot, day])
  return { achieved: four(row.achieved), coverage: four(row.coverage), missing: row.missing }
}

describe('the progress rule, by its worked examples', () => {
  async function sumExample() {
    const pilot = await makePilot()
    const indicator = await makeIndicator(pilot)
    const [a, b] = [await makeSeat(indicator), await makeSeat(indicator)]
    await makeTarget(indicator, '2013-06-30', 20)
    await measure(indicator, a, '2013-03-31', 8)
    await measure(indicator, a, '2013-09-30', 7)
    await measure(indicator, b, '2013-06-30', 6)
    return { pilot, indicator, a, b }
  }

  it('adds up, takes what comes late into the day it speaks of, and caps what counts', async () => {
    const { pilot, indicator, b } = await sumExample()
    await makeTarget(indicator, '2014-06-30', 50)
    expect(await indicatorOn(pilot, '2013-06-30')).toMatchObject({ raw: 0.28, planned: 0.4 })
    expect(await indicatorOn(pilot, '2013-12-31')).toMatchObject({ raw: 0.42 })
    await measure(indicator, b, '2013-05-31', 10, { recorded_at: '2014-01-15' })
    expect(await indicatorOn(pilot, '2013-06-30')).toMatchObject({ raw: 0.48 })
    expect(await indicatorOn(pilot, '2013-06-30', '2013-07-31')).toMatchObject({ raw: 0.28 })
    await measure(indicator, b, '2014-01-31', 29)
    expect(await indicatorOn(pilot, '2014-02-01')).toMatchObject({ raw: 1.2, counted: 1 })
  })

  it('takes the newest of a running total from each seat, and a successor goes on in the seat', async () => {
    const pilot = await makePilot()
    const indicator = await makeIndicator(pilot, { aggregation: 'LATEST', every: 'YEAR' })
    const [a, b] = [await makeSeat(indicator), await makeSeat(indicator)]
    await makeTarget(indicator, '2014-12-31', 12)
    const early = await measure(indicator, a, '2012-12-31', 2)
    await measure(indicator, b, '2012-12-31', 2)
    expect(await indicatorOn(pilot, '2012-12-31')).toMatchObject({ raw: 0.3333 })
    await measure(indicator, a, '2013-12-31', 5)
    await measure(indicator, b, '2013-12-31', 4)
    expect(await indicatorOn(pilot, '2013-12-31')).toMatchObject({ raw: 0.75 })
    await source.query(`UPDATE measurement SET superseded_at = '2014-01-10' WHERE id = $1`, [early])
    await measure(indicator, a, '2012-12-31', 3, { recorded_at: '2014-01-10', corrects_id: early })
    expect(await indicatorOn(pilot, '2012-12-31')).toMatchObject({ raw: 0.4167 })
    expect(await indicatorOn(pilot, '2013-12-31')).toMatchObject({ raw: 0.75 })
    const c = await makeSeat(indicator, { continues_id: a })
    await measure(indicator, c, '2014-12-31', 6)
    expect(await indicatorOn(pilot, '2014-12-31')).toMatchObject({ raw: 0.8333, stale: true })
  })

  it('pools percentages over all cases', async () => {
    const pilot = await makePilot()
    const indicator = await makeIndicator(pilot, { measure: 'RATIO', aggregation: 'LATEST', combination: 'POOLED', baseline: 0.5 })
    const [a, b] = [await makeSeat(indicator), await makeSeat(indicator)]
    await makeTarget(indicator, '2014-12-31', 0.8)
    await measure(indicator, a, '2013-12-31', [1, 2])
    await measure(indicator, b, '2013-12-31', [90, 100])
    expect(await indicatorOn(pilot, '2014-01-01')).toMatchObject({ actual: 0.8922, raw: 1.3072, counted: 1 })
  })

  it('is right where less is better', async () => {
    const pilot = await makePilot()
    const indicator = await makeIndicator(pilot, { aggregation: 'LATEST', combination: 'AVERAGE', direction: 'LESS', baseline: 60 })
    const [a, b] = [await makeSeat(indicator), await makeSeat(indicator)]
    await makeTarget(indicator, '2013-12-31', 45)
    await makeTarget(indicator, '2014-12-31', 30)
    await measure(indicator, a, '2013-12-31', 40)
    await measure(indicator, b, '2013-12-31', 56)
    expect(await indicatorOn(pilot, '2013-12-31')).toMatchObject({ raw: 0.4, planned: 0.5 })
    await measure(indicator, b, '2014-01-31', 90)
    expect(await indicatorOn(pilot, '2014-01-31')).toMatchObject({ raw: -0.1667, counted: 0 })
  })

  it('counts the way to a band from either side, and all of it within', async () => {
    const pilot = await makePilot()
    const band = { aggregation: 'LATEST', combination: 'AVERAGE', direction: 'BAND', band_low: 40, band_high: 60 }
    const above = await makeIndicator(pilot, { ...band, baseline: 90 })
    const seat = await makeSeat(above)
    await makeTarget(above, '2013-12-31', 75)
    await makeTarget(above, '2014-12-31', 50)
    await measure(above, seat, '2013-12-31', 70)
    expect(await indicatorOn(pilot, '2013-12-31')).toMatchObject({ actual: 70, raw: 0.6667, planned: 0.5 })
    await measure(above, seat, '2014-03-31', 42)
    expect(await indicatorOn(pilot, '2014-03-31')).toMatchObject({ raw: 1, counted: 1 })
    await measure(above, seat, '2014-06-30', 25)
    expect(await indicatorOn(pilot, '2014-06-30')).toMatchObject({ raw: 0.5, counted: 0.5 })
    const other = await makePilot()
    const within = await makeIndicator(other, { ...band, baseline: 45 })
    const second = await makeSeat(within)
    await makeTarget(within, '2014-12-31', 50)
    await measure(within, second, '2013-12-31', 39)
    expect(await indicatorOn(other, '2014-12-31')).toMatchObject({ raw: 0, counted: 0 })
    await measure(within, second, '2014-01-31', 60)
    expect(await indicatorOn(other, '2014-12-31')).toMatchObject({ raw: 1, counted: 1 })
  })

  it('weighs indicators, counts a missing one as nothing and leaves out one without a target', async () => {
    const pilot = await makePilot()
    const first = await makeIndicator(pilot, { weight: 2 })
    await makeTarget(first, '2014-12-31', 50)
    await measure(first, await makeSeat(first), '2013-12-31', 21)
    const second = await makeIndicator(pilot, { measure: 'SCALE', scale_max: 5, aggregation: 'AVERAGE', combination: 'AVERAGE', baseline: 1 })
    await makeTarget(second, '2014-12-31', 4.5)
    const seat = await makeSeat(second)
    for (const [month, value] of [
      ['10', 3],
      ['11', 4],
      ['12', 3.5],
    ] as const)
      await measure(second, seat, `2013-${month}-01`, value)
    const third = await makeIndicator(pilot)
    await makeTarget(third, '2014-12-31', 10)
    await makeIndicator(pilot)
    expect(await pilotOn(pilot, '2014-01-01')).toEqual({ achieved: 0.3886, coverage: 0.75, missing: 1 })
    await source.query('UPDATE indicator SET archived_at = now() WHERE id = $1', [third])
    expect(await pilotOn(pilot, '2014-01-01')).toMatchObject({ achieved: 0.5181 })
  })

  it('shows a changed target from when it was known', async () => {
    const { pilot, indicator } = await sumExample()
    await makeTarget(indicator, '2014-06-30', 50, { superseded_at: '2013-10-01' })
    await makeTarget(indicator, '2014-06-30', 40, { recorded_at: '2013-10-01' })
    expect(await indicatorOn(pilot, '2013-12-31')).toMatchObject({ raw: 0.525, planned: 0.5 })
    expect(await indicatorOn(pilot, '2013-12-31', '2013-09-30T23:00:00Z')).toMatchObject({ raw: 0.42 })
  })
})

const day = fc.integer({ min: 0, max: 700 }).map((offset) => new Date(Date.UTC(2012, 5, 1 + offset)).toISOString().slice(0, 10))
/** When what was measured late was written down: after all days. */
const LATE = '2014-09-01'
const byDay = { selector: (item: { day: string }) => item.day, maxLength: 6 }

/** An indicator of any legal shape, with one or two seats, targets and measurements, some given up, late, corrected or taken back. */
const shape = fc.record({
  kind: fc.constantFrom(
    { measure: 'NUMBER', aggregation: 'SUM', combination: 'SUM', direction: 'MORE' },
    { measure: 'NUMBER', aggregation: 'LATEST', combination: 'AVERAGE', direction: 'MORE' },
    { measure: 'NUMBER', aggregation: 'AVERAGE', combination: 'SUM', direction: 'MORE' },
    { measure: 'NUMBER', aggregation: 'LATEST', combination: 'SUM', direction: 'LESS', baseline: 150 },
    { measure: 'NUMBER', aggregation: 'LATEST', combination: 'AVERAGE', direction: 'BAND', baseline: 90, band_low: 40, band_high: 60 },
    { measure: 'RATIO', aggregation: 'SUM', combination: 'POOLED', direction: 'MORE', baseline: 0.1 },
    { measure: 'RATIO', aggregation: 'LATEST', combination: 'POOLED', direction: 'MORE' },
    { measure: 'SCALE', aggregation: 'AVERAGE', combination: 'AVERAGE', direction: 'MORE', scale_max: 5 },
  ),
  weight: fc.integer({ min: 0, max: 3 }),
  every: fc.constantFrom('MONTH', 'QUARTER', 'YEAR', null),
  archived: fc.boolean(),
  targets: fc.uniqueArray(fc.record({ day, share: fc.double({ min: 0.05, max: 1, noNaN: true }), givenUp: fc.boolean() }), byDay),
  seats: fc.array(
    fc.uniqueArray(
      fc.record({ day, share: fc.double({ min: 0, max: 1, noNaN: true }), fate: fc.constantFrom('kept', 'late', 'corrected', 'retracted') }),
      byDay,
    ),
    { minLength: 1, maxLength: 2 },
  ),
  succeeded: fc.boolean(),
})
const plan = fc.record({ starts: day, former: fc.option(day, { nil: null }) })

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

const scaled = (kind: Shape['kind'], share: number) => (kind.measure === 'SCALE' ? 1 + 4 * share : Math.round(100 * share * 100) / 100)

/** The indicator's id. */
async function fill(pilot: string, { kind, weight, every, targets, seats, succeeded, archived }: Shape) {
  const indicator = await makeIndicator(pilot, { ...kind, weight, every })
  for (const { day, share, givenUp } of targets) {
    await makeTarget(indicator, day, kind.measure === 'RATIO' ? share : scaled(kind, share), givenUp ? { superseded_at: LATE } : {})
    if (givenUp) await makeTarget(indicator, day, null, { recorded_at: LATE })
  }
  for (const points of seats) {
    const seat = await makeSeat(indicator)
    const later = succeeded ? await makeSeat(indicator, { continues_id: seat }) : seat
    for (const [index, point] of points.entries()) {
      const figures = (share: number): number | [number, number] => (kind.measure === 'RATIO' ? [Math.round(share * 20), 20] : scaled(kind, share))
      const at = index % 2 ? later : seat
      const first = await measure(indicator, at, point.day, figures(point.share), point.fate === 'late' ? { recorded_at: LATE } : {})
      if (point.fate === 'kept' || point.fate === 'late') continue
      await source.query('UPDATE measurement SET superseded_at = now() WHERE id = $1', [first])
      await measure(indicator, at, point.day, figures(1 - point.share), {
        recorded_at: new Date().toISOString(),
        corrects_id: first,
        retracted: point.fate === 'retracted',
      })
    }
  }
  if (archived && weight === 0) await source.query('UPDATE indicator SET archived_at = now() WHERE id = $1', [indicator])
  return indicator
}

describe('the stored row of a pilot', () => {
  const figures = (row: Record<string, unknown>) => ({
    counted: row.counted,
    achieved: four(row.achieved ?? 0),
    planned: four(row.planned ?? 0),
    coverage: four(row.coverage ?? 0),
    nothingDue: row.counted ? row.nothing_due : null,
    missing: row.missing,
    leftOut: row.left_out,
    stale: row.stale,
  })

  async function compareOn(pilot: string, asked: readonly string[]) {
    const [stored] = await source.query('SELECT valid_from::text FROM pilot_progress WHERE pilot_id = $1', [pilot])
    for (const at of asked.filter((candidate) => candidate >= stored.valid_from)) {
      const [kept] = await source.query('SELECT * FROM pilots_on(ARRAY[$1::uuid], $2, NULL) WHERE pilot_id = $3', [project, at, pilot])
      const [ruled] = await source.query('SELECT * FROM pilot_progress_by_rule(ARRAY[$1::uuid], $2, clock_timestamp())', [pilot, at])
      expect(figures(kept)).toEqual(figures(ruled))
    }
  }

  it('answers every day from valid_from on as the rule does, whatever was measured, corrected, taken back, planned and cancelled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(shape, { minLength: 0, maxLength: 3 }),
        plan,
        fc.option(day, { nil: null }),
        fc.array(day, { minLength: 4, maxLength: 4 }),
        async (indicators, { starts, former }, cancelled, asked) => {
          const pilot = await makePilot()
          if (former)
            await insert('pilot_plan', { project_id: project, pilot_id: pilot, starts_on: former, recorded_at: '2012-01-02', superseded_at: '2012-02-02' })
          await insert('pilot_plan', { project_id: project, pilot_id: pilot, starts_on: starts, recorded_at: '2012-02-02' })
          await source.query('UPDATE pilot SET started_on = NULL, cancelled_on = $2 WHERE id = $1', [pilot, cancelled])
          for (const indicator of indicators) await fill(pilot, indicator)
          await compareOn(pilot, [...asked, '2014-06-30'])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is right after many writers at once', async () => {
    const pilot = await makePilot()
    const indicator = await makeIndicator(pilot, { every: 'MONTH' })
    await makeTarget(indicator, '2013-12-31', 500)
    const seats = await Promise.all(Array.from({ length: 4 }, () => makeSeat(indicator)))
    const months = Array.from({ length: 10 }, (_, month) => `2013-${String(month + 1).padStart(2, '0')}-15`)
    await Promise.all(seats.flatMap((seat) => months.map((month, index) => measure(indicator, seat, month, index + 1))))
    await compareOn(pilot, ['2013-10-15', '2013-12-31', '2014-02-01'])
    expect(await pilotOn(pilot, '2013-12-31')).toMatchObject({ achieved: four((4 * 55) / 500) })
  })
})

describe("an indicator's figures", () => {
  const NOW = '9999-01-01'

  /** Every measurement that was known at a moment and speaks of a day until then, the oldest first, with its seat. */
  const knownMeasurements = (indicator: string, day: string, known: string): Promise<Record<string, string | null>[]> =>
    source.query(
      `SELECT coalesce(c.continues_id, c.id) AS seat, m.on_day::text AS day, m.value, m.numerator, m.denominator FROM measurement m JOIN contributor c ON c.id = m.contributor_id
       WHERE m.indicator_id = $1 AND NOT m.retracted AND m.on_day <= $2 AND m.recorded_at <= $3 AND (m.superseded_at IS NULL OR m.superseded_at > $3) ORDER BY m.on_day`,
      [indicator, day, known],
    )

  const addUp = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

  /** The level as one would work it out with paper and pencil. */
  function byHand({ aggregation, combination, measure: measured, ...kind }: Shape['kind'], rows: readonly Record<string, string | null>[]): number | null {
    if (rows.length === 0) return null
    const seats = [...new Set(rows.map(({ seat }) => seat))].map((seat) => rows.filter((row) => row.seat === seat))
    const overTime = (name: string) =>
      seats.map((of) => {
        const values = of.map((row) => Number(row[name]))
        return aggregation === 'SUM' ? addUp(values) : aggregation === 'AVERAGE' ? addUp(values) / values.length : (values.at(-1) ?? 0)
      })
    if (measured === 'RATIO') return addUp(overTime('numerator')) / addUp(overTime('denominator'))
    const level = addUp(overTime('value')) / (combination === 'AVERAGE' ? seats.length : 1)
    return aggregation === 'SUM' ? level + ('baseline' in kind ? (kind.baseline ?? 0) : 0) : level
  }

  async function compareLevels(indicator: string, kind: Shape['kind'], day: string, known: string | null) {
    const rows = await knownMeasurements(indicator, day, known ?? NOW)
    const [standing] = await source.query('SELECT *, measured_on::text AS newest FROM indicator_standing($1, $2, $3, $4)', [indicator, project, day, known])
    const series = await source.query(
      'SELECT s.on_day::text AS day, f.actual AS level FROM indicator_series($1, $2, $3, $4) s CROSS JOIN LATERAL indicator_figures(NULL, ARRAY[s.indicator_id], s.on_day, s.known_at_moment) f ORDER BY s.on_day',
      [indicator, project, day, known],
    )
    const days = [...new Set(rows.map((row) => row.day))]
    expect(four(standing.level)).toEqual(four(byHand(kind, rows)))
    expect(standing.newest).toEqual(days.at(-1) ?? null)
    expect(series.map((point: Record<string, unknown>) => [point.day, four(point.level)])).toEqual(
      days.map((on) => [
        on,
        four(
          byHand(
            kind,
            rows.filter((row) => String(row.day) <= String(on)),
          ),
        ),
      ]),
    )
    return standing
  }

  it("are those by hand, after each day that was measured, and together make what the pilot's progress counted, on any day as known at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(shape, { minLength: 1, maxLength: 3 }),
        fc.array(fc.record({ day, known: fc.option(fc.constantFrom('2013-02-01', '2013-09-01', LATE, NOW), { nil: null }) }), { minLength: 3, maxLength: 3 }),
        async (shapes, asked) => {
          const pilot = await makePilot()
          const made: { indicator: string; of: Shape }[] = []
          for (const of of shapes) made.push({ indicator: await fill(pilot, of), of })
          for (const { day: on, known } of asked) {
            let [weight, achieved, missing] = [0, 0, 0]
            for (const { indicator, of } of made) {
              const standing = await compareLevels(indicator, of.kind, on, known)
              const counts = !(of.archived && of.weight === 0) && standing.last_target !== null
              if (!counts) continue
              weight += of.weight
              achieved += of.weight * Number(standing.achieved)
              if (standing.level === null) missing += 1
            }
            const [progress] = await source.query('SELECT achieved, missing FROM pilot_progress_by_rule(ARRAY[$1::uuid], $2, $3)', [pilot, on, known ?? NOW])
            expect(four(progress.achieved)).toEqual(weight > 0 ? four(achieved / weight) : null)
            expect(progress.missing).toBe(missing)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('say against the target in force whether it is met, how near within a band would do, and nothing where there is nothing to say', async () => {
    const pilot = await makePilot()
    const standingOf = async (indicator: string, on: string) => {
      const [row] = await source.query('SELECT *, target_due_on::text AS due FROM indicator_standing($1, $2, $3, NULL)', [indicator, project, on])
      return { level: four(row.level), target: four(row.target), due: row.due, aim: four(row.aim), met: row.met, achieved: four(row.achieved) }
    }
    const nothing = { level: null, target: null, due: null, aim: null, met: null, achieved: null }
    const bare = await makeIndicator(pilot)
    expect(await standingOf(bare, '2014-01-01')).toEqual(nothing)
    const gone = await makeTarget(bare, '2013-06-30', 5)
    expect(await standingOf(bare, '2014-01-01')).toEqual({ ...nothing, target: 5, due: '2013-06-30', aim: 5, achieved: 0 })
    await source.query('UPDATE target SET superseded_at = now() WHERE id = $1', [gone])
    await makeTarget(bare, '2013-06-30', null, { recorded_at: '2013-01-01' })
    expect(await standingOf(bare, '2014-01-01')).toEqual(nothing)
    const less = await makeIndicator(pilot, { aggregation: 'LATEST', combination: 'AVERAGE', direction: 'LESS', baseline: 60 })
    await makeTarget(less, '2013-12-31', 40)
    await makeTarget(less, '2014-12-31', 20)
    const seat = await makeSeat(less)
    await measure(less, seat, '2013-10-01', 45)
    expect(await standingOf(less, '2013-12-30')).toEqual({ ...nothing, level: 45, achieved: 0.375 })
    expect(await standingOf(less, '2013-12-31')).toEqual({ level: 45, target: 40, due: '2013-12-31', aim: 40, met: false, achieved: 0.375 })
    await measure(less, seat, '2014-01-01', 40)
    expect(await standingOf(less, '2014-02-01')).toMatchObject({ level: 40, met: true, achieved: 0.5 })
    const band = await makeIndicator(pilot, { aggregation: 'LATEST', combination: 'SUM', direction: 'BAND', baseline: 90, band_low: 40, band_high: 60 })
    await makeTarget(band, '2013-12-31', 50)
    const other = await makeSeat(band)
    await measure(band, other, '2013-11-01', 71)
    expect(await standingOf(band, '2014-01-01')).toMatchObject({ target: 50, aim: 60, met: false })
    await measure(band, other, '2013-12-01', 41)
    expect(await standingOf(band, '2014-01-01')).toMatchObject({ target: 50, aim: 41, met: true, achieved: 1 })
  })
})
