import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined'
import ReplyOutlined from '@mui/icons-material/ReplyOutlined'
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
  waiting: {
    MARKS: { icon: RateReviewOutlined, to: ({ evaluationPlanId }) => `/evaluationPlans/${evaluationPlanId}/score` },
    ANSWER: { icon: ReplyOutlined, to: ({ evaluationPlanId }) => `/evaluationPlans/${evaluationPlanId}/show` },
    RECOMMENDATION: { icon: ReplyOutlined, to: ({ evaluationPlanId }) => `/evaluationPlans/${evaluationPlanId}/show` },
  },
  beside: { pilots: lazily(() => import('./pilot-evaluations')) },
}
