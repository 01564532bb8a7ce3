import { useTranslate } from 'react-admin'
import { BarRows } from '../kit/bar-rows'
import { ChartWithTable } from '../kit/chart-with-table'
import { numberText } from '../kit/format'
import { type Edition, indicatorOf, type Unit, type UnitDetails } from './edition-data'

/** What a score is made of: what each indicator adds to it. */
export function ScoreParts({ edition, unit, details }: { edition: Edition; unit: Unit; details: UnitDetails }) {
  const translate = useTranslate()
  const titleOf = (id: string) => indicatorOf(edition, id)?.title ?? ''
  const title = translate('edition.madeOf', { title: unit.title })
  const figures = {
    columns: [
      { text: translate('edition.indicator') },
      { text: translate('resources.benchmarkValues.fields.value'), as: 'number' as const },
      { text: translate('resources.benchmarkIndicators.fields.weight'), as: 'percent' as const },
      { text: translate('edition.adds'), as: 'number' as const },
    ],
    rows: details.contributions.map((item) => [titleOf(item.indicatorId), item.value, item.weight, item.contribution]),
  }
  const bars = details.contributions.map((item) => ({ label: titleOf(item.indicatorId), value: item.contribution, text: numberText(item.contribution) }))
  const sentence = unit.score === null ? translate('edition.noScore') : translate('edition.score', { score: numberText(unit.score), rank: unit.rank })
  return (
    <ChartWithTable title={title} file={`score-${unit.title}`} figures={figures} sentence={sentence}>
      <BarRows label={title} bars={bars} />
    </ChartWithTable>
  )
}
