import type { RunSql } from '@clusterpolisee/schema'

/** A day from and a day until, both included; null leaves that end open. */
export interface Period {
  readonly from: string | null
  readonly until: string | null
}

/** One seat's value in a period: however often it was measured, a partner or region counts once. */
export interface SeatValue {
  readonly seat: string
  readonly value: number
}

/** What each seat of an indicator showed in a period, as the SQL of the pilots' room says. */
export async function seatValues(run: RunSql, indicatorId: string, { from, until }: Period): Promise<SeatValue[]> {
  const rows = await run('SELECT v.seat_id, v.value FROM indicator_seat_values($1, $2, $3) v ORDER BY v.seat_id', [indicatorId, from, until])
  return rows.map(({ seat_id, value }) => ({ seat: String(seat_id), value: Number(value) }))
}

/** The indicator's mean over its seats day by day in a period, as its series has it: day → value. */
export async function dailyMeans(run: RunSql, indicatorId: string, { from, until }: Period): Promise<ReadonlyMap<string, number>> {
  const rows = await run(
    `SELECT d.on_day, d.mean FROM indicator_days($1, coalesce($3, 'infinity'::date), 'infinity') d WHERE d.on_day >= coalesce($2, '-infinity'::date) ORDER BY d.on_day`,
    [indicatorId, from, until],
  )
  return new Map(rows.map(({ on_day, mean }) => [String(on_day), Number(mean)]))
}
