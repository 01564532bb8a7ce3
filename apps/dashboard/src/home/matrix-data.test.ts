import { said } from '../testing/page'
import { some } from '../testing/some'
import { type Area, areaName, cellOf, deviationText, type Matrix, type Progress, pilotsIn, pointsOf, unplacedIn } from './matrix-data'

const at = (id: string, area: string | null, phase: string | null) => ({ id, thematicArea: area ? { id: area } : null, phase: phase ? { id: phase } : null })

const matrix = some<Matrix>({
  cells: {
    nodes: [
      { thematicAreaId: 'food', phaseId: 'one', pilots: 2 },
      { thematicAreaId: 'food', phaseId: 'two', pilots: 1 },
    ],
  },
  pilots: { nodes: [at('mill', 'food', 'one'), at('yard', 'food', 'two'), at('dock', 'sea', 'one'), at('lost', 'food', null)] },
  activities: { nodes: [at('talk', 'food', 'one'), at('stray', null, 'one')] },
})

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)

describe('a cell of the matrix', () => {
  it('holds what has its area and its phase', () => {
    const { progress, pilots, activities } = cellOf(matrix, 'food', 'one')
    expect([progress?.pilots, ids(pilots), ids(activities)]).toEqual([2, ['mill'], ['talk']])
    expect(cellOf(matrix, 'food', 'two').progress?.pilots).toBe(1)
  })

  it('may be empty', () => {
    expect(cellOf(matrix, 'sea', 'two')).toEqual({ progress: undefined, pilots: [], activities: [] })
  })

  it('leads to the list of its pilots', () => {
    const [path, filter = ''] = pilotsIn('food', 'one').split('?filter=')
    expect([path, JSON.parse(decodeURIComponent(filter))]).toEqual(['/pilots', { thematicArea: { id: { eq: 'food' } }, phase: { id: { eq: 'one' } } }])
  })
})

describe('what stands in no cell', () => {
  it('lacks its area or its phase', () => {
    const { pilots, activities } = unplacedIn(matrix)
    expect([ids(pilots), ids(activities)]).toEqual([['lost'], ['stray']])
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
