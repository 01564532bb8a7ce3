import type { AnswerOf } from '../api/document'
import type { Translate } from '../api/translate'
import type { homeDocument } from './home.graphql'

/** What the home page shows of the open project. */
export type Matrix = AnswerOf<typeof homeDocument>

export type Progress = Matrix['cells']['nodes'][number]

/** The project as its matrix needs it. */
export type Project = NonNullable<Matrix['project']>

/** A row of the matrix. */
export type Area = Project['thematicAreas']['nodes'][number]

/** A row or column of the matrix. */
export type Axis = Area | Project['phases']['nodes'][number]

export type PilotInMatrix = Matrix['pilots']['nodes'][number]

export type ActivityInMatrix = Matrix['activities']['nodes'][number]

export type LateItem = Matrix['mine']['nodes'][number]

/** What an area is called. */
export const areaName = (area: Area): string => area.shortName ?? area.title

/** A row or a column; null: of what has no place on that axis. */
export type Line<A extends Axis = Axis> = A | null

/** True: each axis that the project has got a line. */
export const hasItsLines = ({ axes, thematicAreas, phases }: Project): boolean =>
  (axes === 'COLUMNS' || thematicAreas.nodes.length > 0) && (axes === 'ROWS' || phases.nodes.length > 0)

/** Where something stands in a project's matrix; null: on no line of that axis, or the matrix has no such axis. */
function placeOf({ project }: Matrix, { thematicArea, phase }: PilotInMatrix | ActivityInMatrix) {
  return { area: project?.axes === 'COLUMNS' ? null : (thematicArea?.id ?? null), phase: project?.axes === 'ROWS' ? null : (phase?.id ?? null) }
}

/** The rows and columns; after them, where one axis is known only, a line of what has no place on the other. */
export function linesOf(matrix: Matrix): { readonly areas: readonly Line<Area>[]; readonly phases: readonly Line[] } {
  const { axes = 'BOTH', thematicAreas, phases } = matrix.project ?? {}
  const places = [...matrix.pilots.nodes, ...matrix.activities.nodes].map((item) => placeOf(matrix, item))
  const open = (isOpen: boolean): null[] => (isOpen ? [null] : [])
  return {
    areas: axes === 'COLUMNS' ? [null] : [...(thematicAreas?.nodes ?? []), ...open(places.some(({ area, phase }) => !area && phase))],
    phases: axes === 'ROWS' ? [null] : [...(phases?.nodes ?? []), ...open(places.some(({ area, phase }) => area && !phase))],
  }
}

/** What stands in one cell: the progress there, its pilots and activities; and pilots that touch it and count elsewhere. */
export function cellOf(matrix: Matrix, area: string | null, phase: string | null) {
  const isHere = (item: PilotInMatrix | ActivityInMatrix) => {
    const place = placeOf(matrix, item)
    return place.area === area && place.phase === phase
  }
  const touches = (pilot: PilotInMatrix) =>
    placeOf(matrix, pilot).phase === phase && pilot.furtherAreas.nodes.some(({ thematicArea }) => thematicArea?.id === area) && !isHere(pilot)
  return {
    progress: matrix.cells.nodes.find((cell) => cell.thematicAreaId === area && cell.phaseId === phase),
    pilots: matrix.pilots.nodes.filter(isHere),
    touching: matrix.pilots.nodes.filter(touches),
    activities: matrix.activities.nodes.filter(isHere),
  }
}

/** The progress of a whole column. What has no phase has no sum of its own where others have one. */
export function totalOf({ project, columns, whole }: Matrix, phase: Line): Progress | undefined {
  if (phase) return columns.nodes.find((column) => column.phaseId === phase.id)
  return project?.axes === 'ROWS' ? whole.nodes[0] : undefined
}

/** What stands on no line of any axis. */
export function unplacedIn(matrix: Matrix) {
  const isUnplaced = (item: PilotInMatrix | ActivityInMatrix) => Object.values(placeOf(matrix, item)).every((line) => line === null)
  return { pilots: matrix.pilots.nodes.filter(isUnplaced), activities: matrix.activities.nodes.filter(isUnplaced) }
}

/** Address of the list of the pilots of a cell, or of a line where there is one axis. */
export function pilotsIn(area: string | null, phase: string | null): string {
  const filter = { ...(area ? { thematicArea: { id: { eq: area } } } : {}), ...(phase ? { phase: { id: { eq: phase } } } : {}) }
  return `/pilots?filter=${encodeURIComponent(JSON.stringify(filter))}`
}

/** How far what is achieved is from what is planned, in whole percentage points; negative when it is behind. */
export const pointsOf = ({ achieved, planned }: Progress): number => Math.round(((achieved ?? 0) - (planned ?? 0)) * 100)

/** The same in words. */
export function deviationText(progress: Progress, translate: Translate): string {
  const points = pointsOf(progress)
  if (progress.standing === 'NOTHING_DUE') return translate('home.nothingDue')
  if (points === 0) return translate(progress.achieved === 1 ? 'home.allDone' : 'home.onPlan')
  return translate(points < 0 ? 'home.pointsBehind' : 'home.pointsAhead', { smart_count: Math.abs(points) })
}
