import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { figureOf } from '../kit/answers'
import { dayText } from '../kit/format'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import type { EntryIndicator, Point } from './entry-data'
import { exactnessOf, exactnessQuestion } from './exactness'
import { correctMeasurementDocument, retractMeasurementDocument } from './pilot.graphql'

type Figure = 'value' | 'numerator' | 'denominator'

interface Props {
  readonly indicator: Pick<EntryIndicator, 'title' | 'measure'>
  readonly point: Pick<Point, 'id' | 'onDay' | 'value' | 'numerator' | 'denominator' | 'exactness'>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Corrects a value that was recorded, or takes it back; both stay in the history, with the reason. */
export function CorrectDialog({ indicator, point, onClose, onDone }: Props) {
  const translate = useTranslate()
  const label = (name: string) => translate(`resources.measurements.fields.${name}`)
  const text = (value: number | null) => (value === null ? '' : String(value))
  const figures: Question<Figure>[] =
    indicator.measure === 'RATIO'
      ? [
          { name: 'numerator', label: label('numerator'), type: 'number', initial: text(point.numerator) },
          { name: 'denominator', label: label('denominator'), type: 'number', initial: text(point.denominator) },
        ]
      : [{ name: 'value', label: label('value'), type: 'number', initial: text(point.value), help: translate('entry.emptyRetracts') }]
  const save = async (answers: Answers<Figure | 'exactness' | 'reason'>) => {
    const typed = figures.map(({ name }) => [name, figureOf(answers[name])] as const)
    const which = { id: point.id, reason: answers.reason }
    if (typed.every(([, value]) => value === null)) await ask(retractMeasurementDocument, which)
    else await ask(correctMeasurementDocument, { ...which, ...Object.fromEntries(typed), exactness: exactnessOf(answers.exactness) })
    onDone()
  }
  return (
    <DialogForm
      title={translate('entry.correctTitle', { title: indicator.title, day: dayText(point.onDay) })}
      text={translate('entry.correctText')}
      questions={[...figures, exactnessQuestion(translate, point.exactness), { name: 'reason', label: label('reason'), type: 'longText' }]}
      deed={translate('entry.correctDeed')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}
