import type { Translate } from '../api/translate'
import { dayText, monthText } from '../kit/format'
import { lastOfMonth, type Span, type Stretch } from './stretch'
import type { Item } from './time-line-data'

/** A day as exactly as it is known: 14 April 2014, April 2014, or 2014. */
export function spanText({ first, last }: Span): string {
  if (first === last) return dayText(first)
  return last === lastOfMonth(first) ? monthText(first) : first.slice(0, 4)
}

/** From when to when; an end that is not known is said to be so. */
export function stretchText({ from, until }: Stretch, translate: Translate): string {
  const [start, end] = [from, until].map((span) => (span ? spanText(span) : null))
  if (start && end) return start === end ? start : translate('timeline.fromTo', { from: start, until: end })
  return start ? translate('timeline.onlyFrom', { from: start }) : translate('timeline.onlyUntil', { until: end ?? '' })
}

/** What an item was planned for: the day on which it is due, or from when to when. */
function plannedText({ list, planned }: Item, translate: Translate): string | null {
  if (!planned) return null
  const text = stretchText(planned, translate)
  return list === 'deliverables' || list === 'milestones' ? translate('timeline.due', { day: text }) : text
}

/** What became of an item by the day that is spoken of. */
export function ranText({ list, ran, status }: Item, translate: Translate): string | null {
  if (!ran?.from) return null
  const from = spanText(ran.from)
  if (list === 'deliverables') return translate('workplan.handedIn', { day: from })
  if (list === 'milestones') return translate('workplan.passed', { day: from })
  if (!ran.until) return translate('timeline.since', { from })
  return translate(status === 'CANCELLED' ? 'timeline.cancelled' : 'timeline.ran', { from, until: spanText(ran.until) })
}

/** All that the drawing says of an item, in words. */
export function itemSentence(item: Item, translate: Translate): string {
  const parts = [
    plannedText(item, translate),
    item.formerEnd && translate('timeline.formerEnd', { day: spanText(item.formerEnd) }),
    ranText(item, translate),
    item.status && translate(`enums.PilotStatus.${item.status}`),
    item.late && translate('home.daysLate', { smart_count: item.late.daysLate }),
  ].filter(Boolean)
  return item.planned || item.ran ? parts.join('; ') : [translate('timeline.undated'), ...parts].join('; ')
}

/** What stands beside the drawing of an item: what is most pressing of it, in short. */
export function itemLabel(item: Item, translate: Translate): string {
  if (item.late) return translate('home.daysLate', { smart_count: item.late.daysLate })
  if (item.status) return translate(`enums.PilotStatus.${item.status}`)
  if (item.list === 'deliverables' || item.list === 'milestones') return ranText(item, translate) ?? plannedText(item, translate) ?? ''
  return item.list === 'events' && item.planned ? stretchText(item.planned, translate) : ''
}
