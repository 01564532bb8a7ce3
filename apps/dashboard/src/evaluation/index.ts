import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** What came of it, judged by people on criteria, and what follows. */
export const room: Room = {
  name: 'evaluation',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: {
    icon: FactCheckOutlined,
    pages: ['evaluationPlans', 'findings', 'lessons', 'recommendations'],
    filledBy: ['evaluationPlans'],
    empty: 'whoFills',
  },
  resources: {
    evaluationPlans: { show: lazily(() => import('./evaluation-show')) },
    criteria: {},
    evaluationSubjects: {},
    evaluationIndicators: {},
    evaluationEffects: {},
    findings: {},
    lessons: {},
    recommendations: {},
  },
  pages: [
    { path: '/evaluationPlans/:id/score', page: lazily(() => import('./scoring')) },
    { path: '/evaluationPlans/:id/report', page: lazily(() => import('./report')), bare: true },
  ],
  beside: { pilots: lazily(() => import('./pilot-evaluations')) },
}
