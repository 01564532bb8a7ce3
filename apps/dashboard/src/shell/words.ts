import type { Words } from '../kit/words'
import { english } from './words.en'

/** Words around the pages. */
export const shellWords: Words = { en: english, it: () => import('./words.it').then(({ italian }) => italian) }
