import type { AnswerOf } from '../api/document'
import type { Translate } from '../api/translate'
import type { homeDocument } from './home.graphql'

/** What the home page shows of the open project. */
export type Matrix = AnswerOf<typeof homeDocument>

export type Progress = Matrix['cells']['nodes'][number]

type Project = NonNullable<Matrix['project']>

/** A row of the matrix. */
export type Area = Project['thematicAreas']['nodes'][number]

/** A row or column of the matrix. */
export type Axis = Area | Project['phases']['nodes'][number]

export type PilotInMatrix = Matrix['pilots']['nodes'][number]

export type ActivityInMatrix = Matrix['activities']['nodes'][number]

export type LateItem = Matrix['mine']['nodes'][number]

/** What an area is called. */
export const areaName = (area: Area): string => area.shortName ?? area.title

/** What stands in one cell: the progress there, its pilots and its activities. */
export function cellOf({ cells, pilots, activities }: Matrix, area: string, phase: string) {
  const isHere = (item: PilotInMatrix | ActivityInMatrix) => item.thematicArea?.id === area && item.phase?.id === phase
  return {
    progress: cells.nodes.find((cell) => cell.thematicAreaId === area && cell.phaseId === phase),
    pilots: pilots.nodes.filter(isHere),
    activities: activities.nodes.filter(isHere),
  }
}

/** What stands in no cell, for it has no area or no phase. */
export function unplacedIn({ pilots, activities }: Matrix) {
  const isUnplaced = (item: PilotInMatrix | ActivityInMatrix) => !item.thematicArea || !item.phase
  return { pilots: pilots.nodes.filter(isUnplaced), activities: activities.nodes.filter(isUnplaced) }
}

/** Address of the list of a cell's pilots. */
export const pilotsIn = (area: string, phase: string): string =>
  `/pilots?filter=${encodeURIComponent(JSON.stringify({ thematicArea: { id: { eq: area } }, phase: { id: { eq: phase } } }))}`

/** How far what is achieved is from what is planned, in whole percentage points; negative when it is behind. */
export const pointsOf = ({ achieved, planned }: Progress): number => Math.round(((achieved ?? 0) - (planned ?? 0)) * 100)

/** The same in words. */
export function deviationText(progress: Progress, translate: Translate): string {
  const points = pointsOf(progress)
  if (progress.standing === 'NOTHING_DUE') return translate('home.nothingDue')
  if (points === 0) return translate(progress.achieved === 1 ? 'home.allDone' : 'home.onPlan')
  return translate(points < 0 ? 'home.pointsBehind' : 'home.pointsAhead', { smart_count: Math.abs(points) })
}
