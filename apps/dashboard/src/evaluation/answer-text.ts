import type { Translate } from '../api/translate'
import { dayText } from '../kit/format'
import type { RecommendationFacts } from './evaluation-data'

/** To whom a recommendation goes and what came of it, in one text. */
export function answerText(recommendation: RecommendationFacts, translate: Translate): string {
  const { partner, dueOn, response, responseText, responseDueOn, doneOn, answeredBy } = recommendation
  const to = translate('evaluation.to', { partner: partner?.shortName ?? translate('app.unknown') })
  if (!response) return `${to}. ${translate('evaluation.answerDue', { day: dayText(dueOn) })}`
  const said = `${translate(`enums.RecommendationResponse.${response}`)}${answeredBy ? ` (${answeredBy.displayName})` : ''}`
  const day = doneOn
    ? translate('evaluation.doneOn', { day: dayText(doneOn) })
    : responseDueOn
      ? translate('evaluation.toBeDone', { day: dayText(responseDueOn) })
      : ''
  return [`${to}.`, `${said}${responseText ? `: ${responseText}` : ''}`, day].filter(Boolean).join(' ')
}
