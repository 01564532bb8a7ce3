import { useTranslate } from 'react-admin'
import { recordOf } from '../api/contract'
import type { ChangesFragment } from '../api/documents.generated'
import { dayText, numberText, percentText } from '../kit/format'
import { changesOf, type HistoryItem, HistoryList } from '../records/history'
import { figureOf } from './entry-model'

interface Person {
  readonly displayName: string
}

interface Move {
  readonly id: string
  readonly key: string
  readonly onDay: string | null
  readonly reason: string | null
  readonly recordedAt: string
  readonly recordedBy: Person | null
}

interface Figures {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

interface Correction extends Figures {
  readonly id: string
  readonly onDay: string
  readonly reason: string | null
  readonly retracted: boolean
  readonly recordedAt: string
  readonly recordedBy: Person | null
  readonly indicator: { readonly title: string } | null
  readonly corrects: Figures | null
}

/** What a pilot's history is made of. */
export interface PilotPast {
  readonly pilot: { readonly history: ChangesFragment } & { readonly transitions: { readonly nodes: readonly Move[] } }
  readonly corrections: { readonly nodes: readonly Correction[] }
}

/** What the query of a pilot asks for, for its history. */
export const pastFields = `history(first: 10, filter: {action: {eq: CHANGED}}) { totalCount nodes { id field before after byName at } } transitions(last: 20) { nodes { id key onDay reason recordedAt recordedBy { displayName } } }`

/** Figures of the pilot `$id` that were corrected or taken back, the newest ones: identities grow with time. */
export const correctionsOf = `measurements(first: 50, orderBy: [{id: DESC}], filter: {indicator: {pilot: {id: {eq: $id}}}, corrects: {id: {isNull: false}}}) { nodes {
  id onDay value numerator denominator reason retracted recordedAt recordedBy { displayName } indicator { title } corrects { value numerator denominator } } }`

const SHOWN = 12

/** What happened with a pilot, in words: its moves, corrected figures, changed facts; newest first. */
export function PilotHistory({ pilot, corrections }: PilotPast) {
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
