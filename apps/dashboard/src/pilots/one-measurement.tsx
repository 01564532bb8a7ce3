import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { figureOf } from '../kit/answers'
import { dayText } from '../kit/format'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { useSaved } from '../kit/saved'
import type { EntryRow } from './entry-model'
import { exactnessOf, exactnessQuestion } from './exactness'
import { recordMeasurementsDocument } from './pilot.graphql'

type Asked = 'contributorId' | 'onDay' | 'value' | 'denominator' | 'exactness' | 'source' | 'note'

interface Props {
  readonly rows: readonly EntryRow[]
  readonly day: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One measurement by a plain form, beside the table. */
export function OneMeasurement({ rows, day, onClose, onDone }: Props) {
  const translate = useTranslate()
  const saved = useSaved()
  const label = (name: string) => translate(`resources.measurements.fields.${name}`)
  const questions: Question<Asked>[] = [
    {
      name: 'contributorId',
      label: translate('resources.indicators.name', { smart_count: 1 }),
      required: true,
      choices: rows.map((row) => ({
        id: row.seat,
        name: [row.indicator.title, row.partner, row.until && translate('entry.until', { day: dayText(row.until, 'short') })].filter(Boolean).join(', '),
      })),
    },
    { name: 'onDay', label: label('onDay'), type: 'date', initial: day },
    { name: 'value', label: label('value'), type: 'number', help: translate('entry.ratioHelp') },
    { name: 'denominator', label: label('denominator'), type: 'number', help: translate('entry.onlyRatio') },
    exactnessQuestion(translate),
    { name: 'source', label: label('source') },
    { name: 'note', label: label('note'), type: 'longText' },
  ]
  const save = async ({ contributorId, onDay, value, denominator, exactness, source, note }: Answers<Asked>) => {
    const isRatio = rows.find((row) => row.seat === contributorId)?.indicator.measure === 'RATIO'
    const figures = isRatio ? { numerator: figureOf(value), denominator: figureOf(denominator) } : { value: figureOf(value) }
    const said = { exactness: exactnessOf(exactness), source: source || null, note: note || null }
    await ask(recordMeasurementsDocument, { input: [{ contributorId, onDay, ...figures, ...said }], dryRun: false })
    onClose()
    onDone()
    saved(translate('entry.saved', { smart_count: 1 }))
  }
  return <DialogForm title={translate('entry.single')} questions={questions} deed={translate('ra.action.save')} onClose={onClose} onSubmit={save} />
}
