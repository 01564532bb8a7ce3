import { said } from '../testing/page'
import { some } from '../testing/some'
import type { Unit } from './edition-data'
import { rankingFigures } from './ranking-figures'

const alpha = some<Unit>({
  title: 'Alpha',
  kind: 'REGION',
  regionCode: 'ITH5',
  group: 'FIRST',
  score: 0.7,
  rank: 1,
  medianRank: 2,
  rankFrom: 1,
  rankTo: 4,
  firstThird: 0.8,
})
const beta = some<Unit>({ ...alpha, title: 'Beta', rank: 2, regionCode: null, score: null })
const { columns, rows } = rankingFigures([alpha, beta], said)
const cell = (row: number, field: string) => rows[row]?.[columns.findIndex(({ text }) => text === `resources.benchmarkResults.fields.${field}`)]

describe('a ranking as figures', () => {
  it('keeps the order that it is drawn in', () => {
    expect([cell(0, 'title'), cell(1, 'title')]).toEqual(['Alpha', 'Beta'])
  })

  it('has each figure under its own heading', () => {
    const figures = ['regionCode', 'score', 'rank', 'medianRank', 'rankFrom', 'rankTo', 'firstThird'].map((field) => cell(0, field))
    expect(figures).toEqual(['ITH5', 0.7, 1, 2, 1, 4, 0.8])
    expect(rows.map(({ length }) => length)).toEqual([columns.length, columns.length])
  })

  it('puts kind and group into words', () => {
    expect([cell(0, 'kind'), cell(0, 'rankGroup')]).toEqual(['enums.EntryKind.REGION', 'enums.RankGroup.FIRST'])
  })

  it('keeps what is not known empty', () => {
    expect([cell(1, 'regionCode'), cell(1, 'score')]).toEqual([null, null])
  })
})
