import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined'
import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** What is told of the whole, by month. */
export const room: Room = {
  name: 'reporting',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { icon: AssessmentOutlined, pages: ['progress', 'late'], filledBy: ['pilots'], empty: 'nobody' },
  resources: {},
  pages: [
    { path: '/progress', page: lazily(() => import('./progress')), ofProject: true },
    { path: '/late', page: lazily(() => import('./late')), ofProject: true },
  ],
}
