import type { Translate } from '../api/translate'
import type { Figures } from '../kit/chart-with-table'
import type { Unit } from './edition-data'

/** The ranking as figures, in the order that it is drawn. */
export const rankingFigures = (units: readonly Unit[], translate: Translate): Figures => {
  const label = (field: string) => translate(`resources.benchmarkResults.fields.${field}`)
  return {
    columns: [
      { text: label('title') },
      { text: label('kind') },
      { text: label('regionCode') },
      { text: label('rankGroup') },
      { text: label('score'), as: 'number' },
      { text: label('rank'), as: 'number' },
      { text: label('medianRank'), as: 'number' },
      { text: label('rankFrom'), as: 'number' },
      { text: label('rankTo'), as: 'number' },
      { text: label('firstThird'), as: 'percent' },
    ],
    rows: units.map((unit) => [
      unit.title,
      translate(`enums.EntryKind.${unit.kind}`),
      unit.regionCode,
      translate(`enums.RankGroup.${unit.group}`),
      unit.score,
      unit.rank,
      unit.medianRank,
      unit.rankFrom,
      unit.rankTo,
      unit.firstThird,
    ]),
  }
}
