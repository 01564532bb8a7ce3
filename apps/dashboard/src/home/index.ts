import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** The first page. */
export const Home = lazily(() => import('./home'))

/** Where the work plan stands, and what waits for whom. */
export const room: Room = {
  name: 'home',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  resources: {},
}
