import { useTranslate } from 'react-admin'
import { recordOf } from '../api/contract'
import type { AnswerOf } from '../api/document'
import { dayText, numberText, percentText } from '../kit/format'
import { changesOf, type HistoryItem, HistoryList } from '../records/history'
import { figureOf } from './entry-questions'
import { pilotDocument } from './pilot.graphql'
import type { PilotFacts } from './pilot-data'

type Answer = AnswerOf<typeof pilotDocument>
type Correction = Answer['corrections']['nodes'][number]
type Figures = NonNullable<Correction['corrects']>

/** What a pilot's history is made of. */
interface Props {
  readonly pilot: Pick<PilotFacts, 'history' | 'transitions'>
  readonly corrections: Answer['corrections']
}

const SHOWN = 12

/** What happened with a pilot, in words: its moves, corrected figures, changed facts; newest first. */
export function PilotHistory({ pilot, corrections }: Props) {
  const translate = useTranslate()
  const figure = (figures: Figures) => (figures.denominator === null ? numberText(figureOf(figures)) : percentText(figureOf(figures), 1))
  const because = (reason: string | null) => (reason ? `: ${reason}` : '')
  const moves = pilot.transitions.nodes.map(
    (move): HistoryItem => ({
      id: move.id,
      at: move.recordedAt,
      by: move.recordedBy?.displayName ?? null,
      text: `${translate(`moves.Pilot.${move.key}`)}${move.onDay ? `, ${dayText(move.onDay)}` : ''}${because(move.reason)}`,
    }),
  )
  const corrected = corrections.nodes.map((item): HistoryItem => {
    const words = { title: item.indicator?.title ?? '', day: dayText(item.onDay), before: item.corrects ? figure(item.corrects) : '–', after: figure(item) }
    return {
      id: item.id,
      at: item.recordedAt,
      by: item.recordedBy?.displayName ?? null,
      text: `${translate(item.retracted ? 'pilot.retracted' : 'pilot.corrected', words)}${because(item.reason)}`,
    }
  })
  const items = [...changesOf(recordOf('pilots'), pilot.history), ...moves, ...corrected].sort((a, b) => b.at.localeCompare(a.at))
  const changes = pilot.history.totalCount - pilot.history.nodes.length
  return <HistoryList items={items.slice(0, SHOWN)} more={Math.max(items.length - SHOWN, 0) + changes} />
}
