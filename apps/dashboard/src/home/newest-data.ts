import type { AnswerOf } from '../api/document'
import type { Translate } from '../api/translate'
import { movedText } from '../records/deed-text'
import { isOneWrite } from '../records/deeds'
import type { HistoryItem } from '../records/history'
import type { newestDocument } from './home.graphql'

/** What people did in a project last. */
export type Newest = AnswerOf<typeof newestDocument>

/** One deed, and the address of the record that it was done to. */
export interface NewestItem extends HistoryItem {
  readonly to: string
}

const pilotAddress = (id: string): string => `/pilots/${id}/show`

/** Pilots that were planned anew, by what that moved; a first plan is no news of its own. */
export function plannedAnew({ plans }: Newest, translate: Translate): NewestItem[] {
  return plans.nodes.flatMap(({ id, recordedAt, recordedBy, pilot }) => {
    const versions = [...(pilot?.plans.nodes ?? [])].sort((one, other) => one.recordedAt.localeCompare(other.recordedAt))
    const at = versions.findIndex((version) => version.id === id)
    const [former, plan] = [versions[at - 1], versions[at]]
    const moved = former && plan ? movedText(['startsOn', 'endsOn'], former, plan, translate) : ''
    if (!pilot || !moved) return []
    const text = `${pilot.title} ${moved}${plan?.reason ? `: ${plan.reason}` : ''}`
    return [{ id, at: recordedAt, by: recordedBy?.displayName ?? null, text, to: pilotAddress(pilot.id) }]
  })
}

/** Pilots of which figures were entered: those that one person entered at once are one deed. */
export function measured({ measurements }: Newest, translate: Translate): NewestItem[] {
  const items: NewestItem[] = []
  for (const { id, recordedAt, recordedBy, indicator } of measurements.nodes) {
    const [pilot, by] = [indicator?.pilot, recordedBy?.displayName ?? null]
    if (!pilot) continue
    const to = pilotAddress(pilot.id)
    const isTold = items.some((item) => item.to === to && item.by === by && isOneWrite(item.at, recordedAt))
    if (!isTold) items.push({ id, at: recordedAt, by, text: translate('home.measured', { title: pilot.title }), to })
  }
  return items
}
