import { said } from '../testing/page'
import { some } from '../testing/some'
import {
  type Area,
  areaName,
  cellOf,
  deviationText,
  hasItsLines,
  linesOf,
  type Matrix,
  type Progress,
  type Project,
  pilotsIn,
  pointsOf,
  totalOf,
  unplacedIn,
} from './matrix-data'

const at = (id: string, area: string | null, phase: string | null, ...further: string[]) => ({
  id,
  thematicArea: area ? { id: area } : null,
  phase: phase ? { id: phase } : null,
  furtherAreas: { nodes: further.map((touched) => ({ thematicArea: { id: touched } })) },
})

const project = (axes: Project['axes'] = 'BOTH') => ({
  axes,
  thematicAreas: { nodes: [{ id: 'food' }, { id: 'sea' }] },
  phases: { nodes: [{ id: 'one' }, { id: 'two' }] },
})

const matrixOf = (axes?: Project['axes']) =>
  some<Matrix>({
    project: project(axes),
    cells: {
      nodes: [
        { thematicAreaId: 'food', phaseId: 'one', pilots: 2 },
        { thematicAreaId: 'food', phaseId: 'two', pilots: 1 },
        { thematicAreaId: 'food', phaseId: null, pilots: 3 },
      ],
    },
    columns: { nodes: [{ phaseId: 'one', pilots: 7 }] },
    whole: { nodes: [{ phaseId: null, pilots: 9 }] },
    pilots: {
      nodes: [at('mill', 'food', 'one'), at('yard', 'food', 'two', 'sea'), at('dock', 'sea', 'one'), at('lost', 'food', null), at('nowhere', null, null)],
    },
    activities: { nodes: [at('talk', 'food', 'one'), at('stray', null, 'one')] },
  })

const matrix = matrixOf()

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)

describe('a cell of the matrix', () => {
  it('holds what has its area and its phase', () => {
    const { progress, pilots, activities } = cellOf(matrix, 'food', 'one')
    expect([progress?.pilots, ids(pilots), ids(activities)]).toEqual([2, ['mill'], ['talk']])
    expect(cellOf(matrix, 'food', 'two').progress?.pilots).toBe(1)
  })

  it('may be empty', () => {
    expect(cellOf(matrix, 'sea', null)).toEqual({ progress: undefined, pilots: [], touching: [], activities: [] })
  })

  it('shows what touches its row and counts in another', () => {
    const { pilots, touching } = cellOf(matrix, 'sea', 'two')
    expect([ids(pilots), ids(touching)]).toEqual([[], ['yard']])
    expect(ids(cellOf(matrix, 'food', 'two').touching)).toEqual([])
  })

  it('leads to the list of its pilots', () => {
    const [path, filter = ''] = pilotsIn('food', 'one').split('?filter=')
    expect([path, JSON.parse(decodeURIComponent(filter))]).toEqual(['/pilots', { thematicArea: { id: { eq: 'food' } }, phase: { id: { eq: 'one' } } }])
  })
})

describe('what has a place on one axis only', () => {
  it('stands on that line, after the others', () => {
    expect(linesOf(matrix).phases.map((phase) => phase?.id)).toEqual(['one', 'two', undefined])
    expect(linesOf(matrix).areas.map((area) => area?.id)).toEqual(['food', 'sea', undefined])
    expect(ids(cellOf(matrix, 'food', null).pilots)).toEqual(['lost'])
    expect(ids(cellOf(matrix, null, 'one').activities)).toEqual(['stray'])
  })

  it('has no sum of its own', () => {
    expect([totalOf(matrix, { id: 'one', number: 1, title: 'One' })?.pilots, totalOf(matrix, null)]).toEqual([7, undefined])
  })
})

describe('a matrix of one axis', () => {
  it('has one line on the other, where everything stands', () => {
    const rows = matrixOf('ROWS')
    expect([linesOf(rows).areas.map((area) => area?.id), linesOf(rows).phases]).toEqual([['food', 'sea'], [null]])
    expect(cellOf(rows, 'food', null).progress?.pilots).toBe(3)
    expect(ids(cellOf(rows, 'food', null).pilots)).toEqual(['mill', 'yard', 'lost'])
    expect([totalOf(rows, null)?.pilots, linesOf(matrixOf('COLUMNS')).areas]).toEqual([9, [null]])
  })

  it('leads to the pilots of a line', () => {
    expect(decodeURIComponent(pilotsIn('food', null))).toBe('/pilots?filter={"thematicArea":{"id":{"eq":"food"}}}')
  })

  it('stands once that axis has a line', () => {
    const bare = (axes: Project['axes']) => hasItsLines(some<Project>({ ...project(axes), phases: { nodes: [] } }))
    expect([bare('ROWS'), bare('BOTH'), bare('COLUMNS'), hasItsLines(some<Project>(project()))]).toEqual([true, false, false, true])
  })
})

describe('what stands in no cell', () => {
  it('has neither area nor phase', () => {
    const { pilots, activities } = unplacedIn(matrix)
    expect([ids(pilots), ids(activities)]).toEqual([['nowhere'], []])
  })
})

describe('an area', () => {
  it('is called by its short name where it has one', () => {
    expect(areaName(some<Area>({ shortName: 'Food', title: 'Food and water' }))).toBe('Food')
    expect(areaName(some<Area>({ shortName: null, title: 'Food and water' }))).toBe('Food and water')
  })
})

describe('what is achieved against the plan', () => {
  const progress = (achieved: number | null, planned: number | null, standing: Progress['standing'] = 'ON_PLAN') =>
    some<Progress>({ achieved, planned, standing })

  it('is off by whole percentage points', () => {
    expect(pointsOf(progress(0.5, 0.456))).toBe(4)
    expect(pointsOf(progress(0.3, 0.456))).toBe(-16)
  })

  it('counts what is not known as nothing', () => {
    expect([pointsOf(progress(null, 0.2)), pointsOf(progress(0.2, null))]).toEqual([-20, 20])
  })

  it('is said to be behind or ahead, by how much', () => {
    expect(deviationText(progress(0.3, 0.4), said)).toBe('home.pointsBehind (smart_count 10)')
    expect(deviationText(progress(0.5, 0.4), said)).toBe('home.pointsAhead (smart_count 10)')
  })

  it('is on plan within half a point, and done when all is done', () => {
    expect(deviationText(progress(0.504, 0.5), said)).toBe('home.onPlan')
    expect(deviationText(progress(1, 1), said)).toBe('home.allDone')
  })

  it('is not measured while nothing is due', () => {
    expect(deviationText(progress(0.3, 0, 'NOTHING_DUE'), said)).toBe('home.nothingDue')
  })
})
