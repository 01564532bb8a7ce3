import type { Translate } from '../api/translate'
import { dayText, numberText, percentText } from '../kit/format'
import { inSentence, movedText } from '../records/deed-text'
import { type Deed, isOneWrite } from '../records/deeds'
import type { HistoryItem } from '../records/history'
import { figureOf } from './entry-questions'
import { exactText } from './exactness'
import type { Corrections, PilotFacts } from './pilot-data'

type Move = PilotFacts['transitions']['nodes'][number]
type Correction = Corrections['nodes'][number]

/** What a move writes into the pilot beside itself. */
const ofMoves = new Set(['status', 'startedOn', 'startedOnPrecision', 'endedOn', 'endedOnPrecision', 'cancelledOn'])

/** Deeds without what a move did in the same write: the move tells it, with its reason. */
export function besideMoves(deeds: readonly Deed[], moves: readonly Pick<Move, 'recordedAt'>[]): Deed[] {
  const told = (deed: Deed) => moves.some(({ recordedAt }) => isOneWrite(recordedAt, deed.at))
  return deeds.map((deed) => (told(deed) ? { ...deed, changes: deed.changes.filter(({ field }) => !ofMoves.has(field ?? '')) } : deed))
}

const because = (reason: string | null): string => (reason ? `: ${reason}` : '')

/** Moves of a pilot as lines of its history. */
export function moveItems({ title, transitions }: Pick<PilotFacts, 'title' | 'transitions'>, translate: Translate): HistoryItem[] {
  const state = (status: string | null) => (status ? inSentence(translate(`enums.PilotStatus.${status}`)) : translate('app.unknown'))
  return transitions.nodes.map((move) => {
    const now = translate('deed.was', { now: translate('deed.state', { after: state(move.toStatus) }), before: state(move.fromStatus) })
    return {
      id: move.id,
      at: move.recordedAt,
      by: move.recordedBy?.displayName ?? null,
      text: `${title} ${now}${move.onDay ? `, ${dayText(move.onDay)}` : ''}${because(move.reason)}`,
    }
  })
}

/** Plans that took the place of another, by what they moved. */
export function planItems({ title, plans }: Pick<PilotFacts, 'title' | 'plans'>, translate: Translate): HistoryItem[] {
  const sorted = [...plans.nodes].sort((one, other) => one.recordedAt.localeCompare(other.recordedAt))
  return sorted.flatMap((plan, at) => {
    const former = sorted[at - 1]
    const moved = former ? movedText(['startsOn', 'endsOn'], former, plan, translate) : ''
    return moved ? [{ id: plan.id, at: plan.recordedAt, by: plan.recordedBy?.displayName ?? null, text: `${title} ${moved}${because(plan.reason)}` }] : []
  })
}

/** Figures that were corrected or taken back. */
export function correctionItems(corrections: Corrections, translate: Translate): HistoryItem[] {
  return corrections.nodes.map((item) => {
    const words = {
      title: item.indicator?.title ?? '',
      day: dayText(item.onDay),
      before: item.corrects ? figure(item.corrects, translate) : '–',
      after: figure(item, translate),
    }
    const text = `${translate(item.retracted ? 'pilot.retracted' : 'pilot.corrected', words)}${because(item.reason)}`
    return { id: item.id, at: item.recordedAt, by: item.recordedBy?.displayName ?? null, text }
  })
}

const figure = (figures: NonNullable<Correction['corrects']>, translate: Translate): string =>
  exactText(figures.denominator === null ? numberText(figureOf(figures)) : percentText(figureOf(figures), 1), figures.exactness, translate)
