import { useTranslate } from 'react-admin'
import { BarRows } from '../kit/bar-rows'
import { ChartWithTable } from '../kit/chart-with-table'
import { numberText } from '../kit/format'
import { type Edition, pillarsOf, type UnitDetails } from './edition-data'

/** Where one stands in each pillar of an edition; nothing in an index of one level. */
export function PillarScores({ edition, details }: { edition: Edition; details: UnitDetails }) {
  const translate = useTranslate()
  const scores = pillarsOf(edition).map((pillar) => ({ pillar, found: details.pillars?.find(({ pillarId }) => pillarId === pillar.id) }))
  if (scores.length === 0) return null
  const title = translate('edition.pillarsOf', { title: details.title })
  const figures = {
    columns: [
      { text: translate('edition.pillar') },
      { text: translate('resources.benchmarkResults.fields.score'), as: 'number' as const },
      { text: translate('resources.benchmarkResults.fields.rank'), as: 'number' as const },
    ],
    rows: scores.map(({ pillar, found }) => [pillar.title, found?.score ?? null, found?.rank ?? null]),
  }
  const bars = scores.flatMap(({ pillar, found }) => {
    if (!found || found.score === null) return []
    return { label: translate('edition.pillarPlace', { title: pillar.title, rank: found.rank }), value: found.score, text: numberText(found.score) }
  })
  const unknown = scores.filter(({ found }) => !found || found.score === null).map(({ pillar }) => pillar.title)
  const sentence = unknown.length > 0 ? translate('edition.noPillarScore', { titles: unknown.join(', ') }) : translate('edition.pillarsHow')
  return (
    <ChartWithTable title={title} file={`pillars-${details.title}`} figures={figures} sentence={sentence}>
      <BarRows label={title} bars={bars} />
    </ChartWithTable>
  )
}
