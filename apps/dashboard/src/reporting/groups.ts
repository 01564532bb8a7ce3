import type { AnswerOf } from '../api/document'
import { monthText } from '../kit/format'
import type { LatePlace } from '../kit/late-list'
import type { progressDocument } from './progress.graphql'

/** What groups of progress are made by. */
export const groupings = ['MONTH', 'AREA', 'PHASE', 'WORK_PACKAGE', 'PARTNER', 'PILOT'] as const
export type Grouping = (typeof groupings)[number]

type Answer = AnswerOf<typeof progressDocument>

/** A group with its figures. */
export type Group = Answer['programmeProgress']['nodes'][number]

/** What makes a group. */
type Placed = Pick<Group, 'month' | 'thematicAreaId' | 'phaseId' | 'workPackageId' | 'partnerId' | 'pilotId'>

/** Whatever may make groups, with its names. */
type Named = Answer['pilots']

/** Where what is late in a group stands. A month's group speaks of its last day, or of `asOf` where that comes first. */
export function latePlaceOf(group: Placed, by: Grouping, asOf: string | null): LatePlace {
  const places: Readonly<Record<Grouping, LatePlace>> = {
    MONTH: { day: group.month && asOf && asOf < group.month ? asOf : group.month },
    AREA: { area: group.thematicAreaId },
    PHASE: { phase: group.phaseId },
    WORK_PACKAGE: { package: group.workPackageId },
    PARTNER: { partner: group.partnerId },
    PILOT: { pilot: group.pilotId },
  }
  return places[by]
}

/** What a group is called; undefined for what belongs to none. */
export function groupName(group: Group, by: Grouping, data: Answer): string | undefined {
  if (by === 'MONTH') return group.month ? monthText(group.month) : undefined
  const lists: Readonly<Record<Exclude<Grouping, 'MONTH'>, readonly [Named, string | null]>> = {
    AREA: [data.areas, group.thematicAreaId],
    PHASE: [data.phases, group.phaseId],
    WORK_PACKAGE: [data.packages, group.workPackageId],
    PARTNER: [data.partners, group.partnerId],
    PILOT: [data.pilots, group.pilotId],
  }
  const [list, id] = lists[by]
  return list.nodes.find((node) => node.id === id)?.name
}
