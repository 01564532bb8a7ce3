import { defineShape, orNull, part, type ShapeOf } from '../model/index.js'

/** How far several partners are together: what a project may tell anyone of its progress. */
export const PublicProgress = defineShape('PublicProgress', 'How far a project, or one of its areas, is: of two partners at least.', {
  areaId: orNull(part.id('The thematic area; null: the whole project')),
  achieved: part.decimal('Achieved, as a share of 1'),
  planned: part.decimal('Planned for the day that the project speaks of, as a share of 1'),
})
export type PublicProgress = ShapeOf<typeof PublicProgress>
