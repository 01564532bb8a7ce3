import type { Words } from '../kit/words'
import { english } from './words.en'

/** Words of records' lists, pages and forms. */
export const recordWords: Words = { en: english, it: () => import('./words.it').then(({ italian }) => italian) }
