import type { EditionResult, FrozenData } from '@clusterpolisee/schema'
import { comparedIndicators } from './divide.js'
import { pillarsOf } from './edition-levels.js'

/** An edition as rows: one per initiative or region, with the uncertainty of its rank, its figure for each indicator and its score in each pillar. */
export function editionTable(data: FrozenData, result: EditionResult): (string | number | boolean | null)[][] {
  const header = ['title', 'kind', 'region', 'planned', 'score', 'rank', 'median rank', 'rank from', 'rank to', 'in first third', 'group']
  const indicators = comparedIndicators(data)
  const titles = indicators.map(({ title, unit }) => (unit ? `${title} (${unit})` : title))
  const rows = result.units.map((unit) => [
    unit.title,
    unit.kind,
    unit.regionCode,
    unit.planned,
    unit.score,
    unit.rank,
    unit.medianRank,
    unit.rankFrom,
    unit.rankTo,
    unit.firstThird,
    unit.group,
    ...indicators.map(({ id }) => unit.contributions.find(({ indicatorId }) => indicatorId === id)?.value ?? null),
    ...pillarsOf(data).map(({ id }) => unit.pillars?.find(({ pillarId }) => pillarId === id)?.score ?? null),
  ])
  return [[...header, ...titles, ...pillarsOf(data).map(({ title }) => `score: ${title}`)], ...rows]
}
