import { lazy } from 'react'
import type { Room } from '../records/room'
import { english } from './words.en'

/** Who works with whom around a pilot, before and after. */
export const room: Room = {
  name: 'collaboration',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { within: 'evaluation', pages: [], filledBy: [] },
  resources: { collaborationActors: {}, collaborations: {} },
  pages: [{ path: '/pilots/:id/collaboration', page: lazy(() => import('./collaboration-page')) }],
  beside: { pilots: lazy(() => import('./collaboration-link')) },
}
