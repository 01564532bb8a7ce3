import { METHODS_VERSION } from '@clusterpolisee/methods'
import type { RunSql } from '@clusterpolisee/schema'
import { dailyMeans, type Period, seatValues } from './seat-values.js'
import { workOutEffect } from './work-out-effect.js'

/** What an effect (values by field name) keeps of the measurements as they are now, by field name. */
export async function effectFigures(run: RunSql, values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const day = (name: string) => (values[name] as string | null) ?? null
  const earlier: Period = { from: day('beforeFrom'), until: day('beforeUntil') }
  const later: Period = { from: day('afterFrom'), until: day('afterUntil') }
  const indicator = String(values.indicator)
  const comparison = values.comparisonIndicator ? String(values.comparisonIndicator) : null
  const [before, after] = [await seatValues(run, indicator, earlier), await seatValues(run, indicator, later)]
  const [comparisonBefore, comparisonAfter] = comparison ? [await seatValues(run, comparison, earlier), await seatValues(run, comparison, later)] : [[], []]
  const trend = await dailyMeans(run, indicator, earlier)
  const comparisonTrend = comparison ? await dailyMeans(run, comparison, earlier) : new Map<string, number>()
  return {
    ...workOutEffect({ design: String(values.design), before, after, comparisonBefore, comparisonAfter, trend, comparisonTrend }),
    pointsBefore: before.length,
    pointsAfter: after.length,
    comparisonBefore: comparison ? comparisonBefore.length : null,
    comparisonAfter: comparison ? comparisonAfter.length : null,
    methodVersion: METHODS_VERSION,
  }
}
