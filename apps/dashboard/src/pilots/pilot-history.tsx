import { useTranslate } from 'react-admin'
import { deedsOf } from '../records/deeds'
import { HistoryList, useDeeds } from '../records/history'
import type { Corrections, PilotFacts } from './pilot-data'
import { besideMoves, correctionItems, moveItems, planItems } from './pilot-deeds'

/** What a pilot's history is made of. */
interface Props {
  readonly pilot: Pick<PilotFacts, 'title' | 'history' | 'transitions' | 'plans'>
  readonly corrections: Corrections
}

/** What happened with a pilot, in sentences: its moves and plans, corrected figures, changed facts; newest first. */
export function PilotHistory({ pilot, corrections }: Props) {
  const translate = useTranslate()
  const deeds = useDeeds(besideMoves(deedsOf(pilot.history.nodes), pilot.transitions.nodes))
  if (!deeds) return null
  const items = [...deeds, ...moveItems(pilot, translate), ...planItems(pilot, translate), ...correctionItems(corrections, translate)]
  return <HistoryList items={items.sort((a, b) => b.at.localeCompare(a.at))} isCut={pilot.history.totalCount > pilot.history.nodes.length} />
}
