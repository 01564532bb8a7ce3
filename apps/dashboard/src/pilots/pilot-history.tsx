import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { recordOf } from '../app/contract'
import { dayText, numberText, percentText } from '../app/format'
import { ask } from '../app/graphql'
import { changesOf, type HistoryItem, HistoryList, historyFields } from '../records/history'
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

type PilotAnswer = Parameters<typeof changesOf>[1] & { readonly transitions: { readonly nodes: readonly Move[] } }

interface Answer {
  readonly pilot: PilotAnswer | null
  readonly corrections: { readonly nodes: readonly Correction[] }
}

const document = `query ($id: ID!) {
  pilot(id: $id) { ${historyFields} transitions(first: 20) { nodes { id key onDay reason recordedAt recordedBy { displayName } } } }
  corrections: measurements(first: 50, filter: {indicator: {pilot: {id: {eq: $id}}}, corrects: {id: {isNull: false}}}) { nodes {
    id onDay value numerator denominator reason retracted recordedAt recordedBy { displayName } indicator { title } corrects { value numerator denominator } } } }`

const SHOWN = 12

/** What happened with a pilot, in words: its moves, corrected figures, changed facts; newest first. */
export function PilotHistory({ id }: { id: string }) {
  const translate = useTranslate()
  const { data } = useQuery({ queryKey: ['pilot', id, 'history'], queryFn: () => ask<Answer>(document, { id }) })
  if (!data?.pilot) return null
  const { pilot, corrections } = data
  const figure = (figures: Figures) => (figures.denominator === null ? numberText(figureOf(figures)) : percentText(figureOf(figures)))
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
  const items = [...changesOf(recordOf('pilots'), pilot), ...moves, ...corrected].sort((a, b) => b.at.localeCompare(a.at))
  const changes = pilot.history.totalCount - pilot.history.nodes.length
  return <HistoryList items={items.slice(0, SHOWN)} more={Math.max(items.length - SHOWN, 0) + changes} />
}
