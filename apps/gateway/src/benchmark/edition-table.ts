import type { EditionResult, FrozenData } from '@clusterpolisee/schema'
import { pillarsOf } from './edition-levels.js'

/** An edition as rows: one per initiative or region, with the uncertainty of its rank, its figure for each indicator and its score in each pillar. */
export function editionTable(data: FrozenData, result: EditionResult): (string | number | boolean | null)[][] {
  const header = ['title', 'kind', 'region', 'planned', 'score', 'rank', 'median rank', 'rank from', 'rank to', 'in first third', 'group']
  const titles = data.indicators.map(({ title, unit }) => (unit ? `${title} (${unit})` : title))
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
    ...data.indicators.map(({ id }) => unit.contributions.find(({ indicatorId }) => indicatorId === id)?.value ?? null),
    ...pillarsOf(data).map(({ id }) => unit.pillars?.find(({ pillarId }) => pillarId === id)?.score ?? null),
  ])
  return [[...header, ...titles, ...pillarsOf(data).map(({ title }) => `score: ${title}`)], ...rows]
}
