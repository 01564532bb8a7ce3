import type { Translate } from '../api/translate'
import { dayText, momentText, numberText } from '../kit/format'
import type { EffectFacts } from './evaluation-data'

/** What is said of an effect: the words that its design carries, and how robust they are. */
export function saidOf({ wording, robustness }: EffectFacts, translate: Translate): string {
  const strength = translate('evaluation.robustness', { robustness, words: translate(`evaluation.robust.${robustness}`) })
  return `${translate(`enums.EffectWording.${wording}`)}. ${strength}`
}

/** A figure in the unit of the indicator; a ratio is kept as a share and read as percentage points. */
function inUnit(effect: EffectFacts, value: number, translate: Translate): string {
  if (effect.indicator?.measure === 'RATIO') return translate('evaluation.points', { figure: numberText(value * 100) })
  return [numberText(value), effect.indicator?.unit].filter(Boolean).join(' ')
}

/** The figures of an effect and what they rest on, as terms and texts. What is not known says so. */
export function figuresOf(effect: EffectFacts, translate: Translate): (readonly [string, string])[] {
  const label = (name: string) => translate(`resources.evaluationEffects.fields.${name}`)
  const unknown = translate('app.unknown')
  const { effectLow: low, effectHigh: high, comparisonIndicator } = effect
  const interval =
    low !== null && high !== null
      ? ` (${translate('evaluation.interval', { low: inUnit(effect, low, translate), high: inUnit(effect, high, translate) })})`
      : ''
  const compared = comparisonIndicator ? [comparisonIndicator.title, effect.comparison].filter(Boolean).join('. ') : effect.comparison
  return [
    [label('effect'), effect.effect === null ? unknown : `${inUnit(effect, effect.effect, translate)}${interval}`],
    ...(effect.effectSize === null ? [] : [[label('effectSize'), numberText(effect.effectSize)] as const]),
    [label('design'), translate(`enums.EvaluationDesign.${effect.design}`)],
    [translate('evaluation.before'), periodText(effect.beforeFrom, effect.beforeUntil, effect.pointsBefore, effect.comparisonBefore, translate)],
    [translate('evaluation.after'), periodText(effect.afterFrom, effect.afterUntil, effect.pointsAfter, effect.comparisonAfter, translate)],
    ...(compared ? [[label('comparison'), compared] as const] : []),
    ...(effect.design === 'DIFFERENCE_IN_DIFFERENCES'
      ? [[label('trendDifference'), effect.trendDifference === null ? unknown : numberText(effect.trendDifference)] as const]
      : []),
    [label('assumptions'), effect.assumptions],
    ...(effect.computedAt ? [[label('computedAt'), momentText(effect.computedAt)] as const] : []),
  ]
}

/** A period and how many were measured in it, of the comparison too. */
function periodText(from: string | null, until: string | null, points: number | null, comparison: number | null, translate: Translate): string {
  const days = [from ? translate('evaluation.fromDay', { day: dayText(from) }) : '', until ? translate('evaluation.untilDay', { day: dayText(until) }) : '']
  const measured = points === null ? '' : translate('evaluation.measuredBy', { smart_count: points })
  const compared = comparison === null ? '' : translate('evaluation.comparisonOf', { count: numberText(comparison) })
  const text = [days.filter(Boolean).join(' '), measured, compared].filter(Boolean).join('; ')
  return text || translate('app.unknown')
}
