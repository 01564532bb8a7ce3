import { useTranslate } from 'react-admin'
import type { Translate } from '../api/translate'
import { dayText, numberText } from '../kit/format'
import { type Edition, rankedUnits } from './edition-data'

/** How an edition stands, in a sentence: who leads for sure, and who cannot be told apart. */
function editionFinding(edition: Edition, translate: Translate): string {
  const ranked = rankedUnits(edition.result)
  const sure = ranked.filter(({ firstThird }) => firstThird >= 0.9).map(({ title }) => title)
  return sure.length > 0 ? translate('edition.sure', { titles: sure.slice(0, 5).join(', '), smart_count: sure.length }) : translate('edition.nobodySure')
}

/** What was computed, from what and when. */
export function EditionSentence({ edition }: { edition: Edition }) {
  const translate = useTranslate()
  const planned = edition.result.units.length - rankedUnits(edition.result).length
  return (
    <>
      <span>{editionFinding(edition, translate)}</span>
      <span>
        {translate('edition.what', {
          ranked: rankedUnits(edition.result).length,
          planned,
          indicators: edition.data.indicators.length,
          runs: numberText(edition.runs),
          day: dayText(edition.frozenAt.slice(0, 10)),
          method: edition.methodVersion,
        })}
      </span>
    </>
  )
}
