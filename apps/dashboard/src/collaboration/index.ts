import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** Who works with whom around a pilot, before and after. */
export const room: Room = {
  name: 'collaboration',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { within: 'evaluation', pages: [], filledBy: [] },
  resources: { collaborationActors: {}, collaborations: {} },
  pages: [{ path: '/pilots/:id/collaboration', page: lazily(() => import('./collaboration-page')) }],
  beside: { pilots: lazily(() => import('./collaboration-link')) },
}
