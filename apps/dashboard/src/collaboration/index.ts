import { lazy } from 'react'
import type { Room } from '../records/room'

/** Who works with whom around a pilot, before and after. */
export const room: Room = {
  name: 'collaboration',
  rail: { within: 'evaluation', pages: [], filledBy: [] },
  resources: { collaborationActors: {}, collaborations: {} },
  pages: [{ path: '/pilots/:id/collaboration', page: lazy(() => import('./collaboration-page')) }],
  beside: { pilots: lazy(() => import('./collaboration-link')) },
}
