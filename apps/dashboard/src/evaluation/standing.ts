import type { Translate } from '../api/translate'
import { dayText, momentText, numberText, percentText } from '../kit/format'
import { type CriterionFacts, isOpened, judges, type PlanFacts, type Seat } from './evaluation-data'

/** How an evaluation stands, in one sentence. */
export function standingOf(plan: PlanFacts, translate: Translate): string {
  const all = judges(plan)
  const figures = {
    handedIn: numberText(all.filter(({ handedInAt }) => handedInAt).length),
    smart_count: all.length,
    overall: overallText(plan, translate),
    day: plan.publishedAt ? dayText(plan.publishedAt.slice(0, 10)) : '',
  }
  return translate(`evaluation.stands.${plan.status}`, figures)
}

/** The overall mark in words; how much of the weight it rests on where that is not all. */
export function overallText({ overall, judgedShare, judgements }: PlanFacts, translate: Translate): string {
  if (overall === null) return translate('evaluation.noOverall')
  const mark = translate('evaluation.overall', { mark: numberText(overall), smart_count: judgements })
  return judgedShare !== null && judgedShare < 0.9995 ? `${mark}, ${translate('evaluation.restsOn', { share: percentText(judgedShare) })}` : mark
}

/** A text as a sentence of its own begins. */
export const asSentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** The agreement of the evaluators in plain words, without figures. */
export const agreementText = ({ agreementReading }: PlanFacts, translate: Translate): string =>
  translate(agreementReading ? `enums.AgreementReading.${agreementReading}` : 'app.unknown')

/** The figure behind the words: the measure, its value and its interval; null where there is none. */
export function agreementFigure(plan: PlanFacts, translate: Translate): string | null {
  const { agreement, agreementLow, agreementHigh, agreementMeasure } = plan
  if (agreement === null || !agreementMeasure) return null
  const measure = translate(`enums.AgreementMeasure.${agreementMeasure}`)
  if (agreementLow === null || agreementHigh === null) return translate('evaluation.agreementNoInterval', { measure, figure: numberText(agreement) })
  return translate('evaluation.agreementFigure', {
    measure,
    figure: numberText(agreement),
    low: numberText(agreementLow),
    high: numberText(agreementHigh),
  })
}

/** Abstentions in words; an empty text where there is none. */
export const abstentionText = ({ cannotJudge, tooEarly }: CriterionFacts, translate: Translate): string =>
  [
    cannotJudge > 0 ? translate('evaluation.cannotJudge', { smart_count: cannotJudge }) : '',
    tooEarly > 0 ? translate('evaluation.tooEarly', { smart_count: tooEarly }) : '',
  ]
    .filter(Boolean)
    .join(', ')

/** What came of a criterion, in a sentence. */
export function criterionText(criterion: CriterionFacts, translate: Translate): string {
  const { mean, lowest, highest, marks } = criterion
  const aside = abstentionText(criterion, translate)
  const said =
    mean === null
      ? translate('evaluation.noMark')
      : translate('evaluation.criterionFinding', {
          mean: numberText(mean),
          low: numberText(lowest ?? mean),
          high: numberText(highest ?? mean),
          smart_count: marks,
        })
  return aside ? `${said}; ${aside}` : said
}

/** What is known of an evaluator: conflict, left out, handed in, or still awaited. */
export function seatText(seat: Seat, plan: PlanFacts, translate: Translate): string {
  if (seat.conflictDeclaredAt) return translate('evaluation.conflictDeclared')
  if (seat.leftOutAt) return translate('evaluation.leftOut', { reason: seat.leftOutReason ?? '' })
  if (seat.handedInAt) return translate('evaluation.handedIn', { at: momentText(seat.handedInAt) })
  if (plan.status === 'DRAFT') return translate('evaluation.assigned')
  return translate(isOpened(plan) ? 'evaluation.notHandedIn' : 'evaluation.awaited')
}
