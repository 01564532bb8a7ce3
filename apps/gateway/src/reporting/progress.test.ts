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
  server = await startEmbeddedServer(directory)
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

const makeTarget = (indicator: string, due: string, value: number, values: Record<string, unknown> = {}) =>
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
  const [row] = await source.query('SELECT *, stale_from <= $2 AS is_stale FROM indicator_progress(ARRAY[$1::uuid], $2, $3)', [pilot, day, known])
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

describe('the stored row of a pilot', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((offset) => new Date(Date.UTC(2012, 5, 1 + offset)).toISOString().slice(0, 10))
  const byDay = { selector: (item: { day: string }) => item.day, maxLength: 6 }

  /** An indicator of any legal shape, with one or two seats, targets and measurements, some corrected, some taken back. */
  const shape = fc.record({
    kind: fc.constantFrom(
      { measure: 'NUMBER', aggregation: 'SUM', combination: 'SUM', direction: 'MORE' },
      { measure: 'NUMBER', aggregation: 'LATEST', combination: 'AVERAGE', direction: 'MORE' },
      { measure: 'NUMBER', aggregation: 'AVERAGE', combination: 'SUM', direction: 'MORE' },
      { measure: 'NUMBER', aggregation: 'LATEST', combination: 'SUM', direction: 'LESS', baseline: 150 },
      { measure: 'RATIO', aggregation: 'SUM', combination: 'POOLED', direction: 'MORE', baseline: 0.1 },
      { measure: 'RATIO', aggregation: 'LATEST', combination: 'POOLED', direction: 'MORE' },
      { measure: 'SCALE', aggregation: 'AVERAGE', combination: 'AVERAGE', direction: 'MORE', scale_max: 5 },
    ),
    weight: fc.integer({ min: 0, max: 3 }),
    every: fc.constantFrom('MONTH', 'QUARTER', 'YEAR', null),
    archived: fc.boolean(),
    targets: fc.uniqueArray(fc.record({ day, share: fc.double({ min: 0.05, max: 1, noNaN: true }) }), byDay),
    seats: fc.array(
      fc.uniqueArray(fc.record({ day, share: fc.double({ min: 0, max: 1, noNaN: true }), fate: fc.constantFrom('kept', 'corrected', 'retracted') }), byDay),
      { minLength: 1, maxLength: 2 },
    ),
    succeeded: fc.boolean(),
  })
  const plan = fc.record({ starts: day, former: fc.option(day, { nil: null }) })

  type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

  const scaled = (kind: Shape['kind'], share: number) => (kind.measure === 'SCALE' ? 1 + 4 * share : Math.round(100 * share * 100) / 100)

  async function fill(pilot: string, { kind, weight, every, targets, seats, succeeded, archived }: Shape) {
    const indicator = await makeIndicator(pilot, { ...kind, weight, every })
    for (const target of targets) await makeTarget(indicator, target.day, kind.measure === 'RATIO' ? target.share : scaled(kind, target.share))
    for (const points of seats) {
      const seat = await makeSeat(indicator)
      const later = succeeded ? await makeSeat(indicator, { continues_id: seat }) : seat
      for (const [index, point] of points.entries()) {
        const figures = (share: number): number | [number, number] => (kind.measure === 'RATIO' ? [Math.round(share * 20), 20] : scaled(kind, share))
        const at = index % 2 ? later : seat
        const first = await measure(indicator, at, point.day, figures(point.share))
        if (point.fate === 'kept') continue
        await source.query('UPDATE measurement SET superseded_at = now() WHERE id = $1', [first])
        await measure(indicator, at, point.day, figures(1 - point.share), {
          recorded_at: new Date().toISOString(),
          corrects_id: first,
          retracted: point.fate === 'retracted',
        })
      }
    }
    if (archived && weight === 0) await source.query('UPDATE indicator SET archived_at = now() WHERE id = $1', [indicator])
  }

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
