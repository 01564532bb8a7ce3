import type { AnswerOf } from '../api/document'
import { daysOf, ranUntil, type Span, type Stretch, spanOf, stretchOf } from './stretch'
import type { timeLineDocument } from './time-line.graphql'

type Answer = AnswerOf<typeof timeLineDocument>
type LateItem = Answer['late']['nodes'][number]

/** The lists of which the time line shows the rows, in the order in which they stand in a work package. */
export const shownLists = ['phases', 'milestones', 'deliverables', 'activities', 'pilots', 'events'] as const
export type ShownList = (typeof shownLists)[number]

/** One thing on the time line. */
export interface Item {
  readonly id: string
  readonly list: ShownList
  readonly name: string
  /** From when to when it is planned, or the day on which it is due at both ends. */
  readonly planned: Stretch | null
  /** What of it had run on the day that is spoken of, or the day on which it was handed in or passed. */
  readonly ran: Stretch | null
  /** Where it was to end before it was planned anew. */
  readonly formerEnd: Span | null
  /** Since when it is late, and how many days. */
  readonly late: Pick<LateItem, 'dueOn' | 'daysLate'> | null
  /** Of a pilot. */
  readonly status: string | null
}

/** A work package with what is in it, or what belongs to none: that has no package. */
export interface Group {
  readonly key: string
  readonly package: Answer['workPackages']['nodes'][number] | null
  readonly items: readonly Item[]
  readonly progress: Answer['progress']['nodes'][number] | null
}

/** Of what hangs in a work package, in which. */
interface Placed {
  readonly item: Item
  readonly packageId: string | null
}

/** The time line as it stood on a day: the phases, each work package with what is in it, what is in none, the events. */
export function groupsOf(answer: Answer, day: string): Group[] {
  const placed = [...milestonesOf(answer, day), ...deliverablesOf(answer, day), ...activitiesOf(answer, day), ...pilotsOf(answer, day)]
  const inPackage = (id: string | null) => sorted(placed.filter(({ packageId }) => packageId === id).map(({ item }) => item))
  const packages = answer.workPackages.nodes.map((one) => ({
    key: one.id,
    package: one,
    items: inPackage(one.id),
    progress: answer.progress.nodes.find(({ workPackageId }) => workPackageId === one.id) ?? null,
  }))
  const besides = (key: string, items: readonly Item[]): Group[] => (items.length > 0 ? [{ key, package: null, items, progress: null }] : [])
  return [...besides('phases', phasesOf(answer)), ...packages, ...besides('noPackage', inPackage(null)), ...besides('events', sorted(eventsOf(answer)))]
}

/** The first and the last day of all that is shown, the day spoken of among them. */
export function endsOf(groups: readonly Group[], day: string): readonly [string, string] {
  const days = groups.flatMap(({ items }) =>
    items.flatMap(({ planned, ran, formerEnd }) => [...daysOf(planned), ...daysOf(ran), ...(formerEnd ? [formerEnd.last] : [])]),
  )
  return [...days, day].reduce<readonly [string, string]>(([first, last], one) => [one < first ? one : first, one > last ? one : last], [day, day])
}

/** Lists of which the project has more rows than the time line was given. */
export const cutLists = (answer: Answer): readonly { readonly list: ShownList; readonly shown: number; readonly total: number }[] =>
  (['activities', 'deliverables', 'milestones', 'pilots', 'events'] as const).flatMap((list) => {
    const { nodes, totalCount } = answer[list]
    return nodes.length < totalCount ? [{ list, shown: nodes.length, total: totalCount }] : []
  })

const plain = { ran: null, formerEnd: null, late: null, status: null } as const

const lateOf = (answer: Answer, id: string): Item['late'] => answer.late.nodes.find(({ recordId }) => recordId === id) ?? null

/** A point in time: due on a day, met on another. */
function pointOf(due: string | null, met: string | null, day: string): Pick<Item, 'planned' | 'ran'> {
  const [planned, ran] = [spanOf(due), spanOf(met !== null && met <= day ? met : null)]
  return { planned: stretchOf(planned, planned), ran: stretchOf(ran, ran) }
}

const phasesOf = (answer: Answer): Item[] =>
  answer.phases.nodes.map(({ id, number, title, startsOn, startsOnPrecision, endsOn, endsOnPrecision }) => ({
    ...plain,
    id,
    list: 'phases',
    name: `${number} ${title ?? ''}`.trim(),
    planned: stretchOf(spanOf(startsOn, startsOnPrecision), spanOf(endsOn, endsOnPrecision)),
  }))

const milestonesOf = (answer: Answer, day: string): Placed[] =>
  answer.milestones.nodes.map(({ id, title, workPackage, dueOn, passedOn }) => ({
    item: { ...plain, id, list: 'milestones', name: title, ...pointOf(dueOn, passedOn, day), late: lateOf(answer, id) },
    packageId: workPackage?.id ?? null,
  }))

const deliverablesOf = (answer: Answer, day: string): Placed[] =>
  answer.deliverables.nodes.map(({ id, title, workPackage, dueOn, handedInOn }) => ({
    item: { ...plain, id, list: 'deliverables', name: title, ...pointOf(dueOn, handedInOn, day), late: lateOf(answer, id) },
    packageId: workPackage?.id ?? null,
  }))

const activitiesOf = (answer: Answer, day: string): Placed[] =>
  answer.activities.nodes.map((row) => {
    const planned = { from: spanOf(row.plannedStart, row.plannedStartPrecision), until: spanOf(row.plannedEnd, row.plannedEndPrecision) }
    const anew = { from: spanOf(row.replannedStart, row.replannedStartPrecision), until: spanOf(row.replannedEnd, row.replannedEndPrecision) }
    const actual = stretchOf(spanOf(row.actualStart, row.actualStartPrecision), spanOf(row.actualEnd, row.actualEndPrecision))
    const item: Item = {
      ...plain,
      id: row.id,
      list: 'activities',
      name: `${row.number} ${row.title}`,
      planned: stretchOf(anew.from ?? planned.from, anew.until ?? planned.until),
      ran: ranUntil(actual, day),
      formerEnd: anew.until ? planned.until : null,
    }
    return { item, packageId: row.workPackage?.id ?? null }
  })

const pilotsOf = (answer: Answer, day: string): Placed[] =>
  answer.pilots.nodes.map((row) => {
    const plan = row.plans.nodes[0]
    const actual = stretchOf(spanOf(row.startedOn, row.startedOnPrecision), spanOf(row.cancelledOn) ?? spanOf(row.endedOn, row.endedOnPrecision))
    const item: Item = {
      ...plain,
      id: row.id,
      list: 'pilots',
      name: row.title,
      planned: stretchOf(spanOf(plan?.startsOn ?? null), spanOf(plan?.endsOn ?? null)),
      ran: ranUntil(actual, day),
      late: lateOf(answer, row.id),
      status: row.status,
    }
    return { item, packageId: row.workPackage?.id ?? null }
  })

const eventsOf = (answer: Answer): Item[] =>
  answer.events.nodes.map(({ id, title, startsOn, startsOnPrecision, endsOn, endsOnPrecision }) => {
    const from = spanOf(startsOn, startsOnPrecision)
    return { ...plain, id, list: 'events', name: title, planned: stretchOf(from, spanOf(endsOn, endsOnPrecision) ?? from) }
  })

/** By kind, then by when they begin or are due; what has no date comes last. */
function sorted(items: readonly Item[]): Item[] {
  const dayOf = ({ planned, ran }: Item) => [...daysOf(planned), ...daysOf(ran)].reduce((first, one) => (one < first ? one : first), '9999')
  return [...items].sort((a, b) => shownLists.indexOf(a.list) - shownLists.indexOf(b.list) || dayOf(a).localeCompare(dayOf(b)))
}
