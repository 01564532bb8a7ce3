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

/**
 * What each seat of an indicator showed in a period: the newest value where the newest counts, else the mean of its
 * measurements; a ratio is always counted over out of. A seat's successor is the same seat.
 */
export async function seatValues(run: RunSql, indicatorId: string, { from, until }: Period): Promise<SeatValue[]> {
  const rows = await run(
    `WITH RECURSIVE seat AS (
       SELECT c.id, c.id AS first FROM contributor c WHERE c.indicator_id = $1 AND c.continues_id IS NULL AND c.archived_at IS NULL
       UNION ALL SELECT c.id, s.first FROM contributor c JOIN seat s ON c.continues_id = s.id WHERE c.archived_at IS NULL
     ), point AS (
       SELECT s.first, m.value, m.numerator, m.denominator, row_number() OVER (PARTITION BY s.first ORDER BY m.on_day DESC) AS age
       FROM seat s JOIN measurement m ON m.contributor_id = s.id
       WHERE m.superseded_at IS NULL AND NOT m.retracted AND m.on_day BETWEEN coalesce($2, '-infinity'::date) AND coalesce($3, 'infinity'::date)
     )
     SELECT p.first AS seat, CASE i.measure WHEN 'RATIO' THEN sum(p.numerator) / sum(p.denominator) ELSE avg(p.value) END AS value
     FROM point p JOIN indicator i ON i.id = $1
     WHERE i.aggregation <> 'LATEST' OR p.age = 1
     GROUP BY p.first, i.measure ORDER BY p.first`,
    [indicatorId, from, until],
  )
  return rows.map(({ seat, value }) => ({ seat: String(seat), value: Number(value) }))
}

/** The indicator's mean over its seats day by day in a period: day → value. */
export async function dailyMeans(run: RunSql, indicatorId: string, { from, until }: Period): Promise<ReadonlyMap<string, number>> {
  const rows = await run(
    `SELECT m.on_day AS day, CASE i.measure WHEN 'RATIO' THEN sum(m.numerator) / sum(m.denominator) ELSE avg(m.value) END AS value
     FROM measurement m JOIN indicator i ON i.id = m.indicator_id
     WHERE m.indicator_id = $1 AND m.superseded_at IS NULL AND NOT m.retracted AND m.on_day BETWEEN coalesce($2, '-infinity'::date) AND coalesce($3, 'infinity'::date)
     GROUP BY m.on_day, i.measure ORDER BY m.on_day`,
    [indicatorId, from, until],
  )
  return new Map(rows.map(({ day, value }) => [String(day), Number(value)]))
}
