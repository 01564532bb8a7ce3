import GridViewOutlined from '@mui/icons-material/GridViewOutlined'
import OutboxOutlined from '@mui/icons-material/OutboxOutlined'
import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** What was promised: work packages, areas and phases, and their days. */
export const room: Room = {
  name: 'workplan',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: {
    icon: GridViewOutlined,
    pages: ['timeline', 'workPackages', 'activities', 'deliverables', 'milestones', 'thematicAreas', 'phases'],
    filledBy: ['workPackages'],
    empty: 'whoFills',
  },
  resources: {
    workPackages: { standing: { groupedBy: 'WORK_PACKAGE' } },
    leaderships: {},
    activities: {
      groups: {
        what: ['title', 'number', 'description'],
        place: ['workPackage', 'thematicArea', 'phase'],
        planned: ['plannedStart', 'plannedStartPrecision', 'plannedEnd', 'plannedEndPrecision'],
        replanned: ['replannedStart', 'replannedStartPrecision', 'replannedEnd', 'replannedEndPrecision'],
        actual: ['actualStart', 'actualStartPrecision', 'actualEnd', 'actualEndPrecision'],
      },
    },
    deliverables: {
      moves: lazily(() => import('./hand-in-move').then(({ HandInMove }) => ({ default: HandInMove }))),
      standing: { met: 'handedInOn', words: 'workplan.handedIn' },
    },
    activityAreas: {},
    milestones: {
      moves: lazily(() => import('./hand-in-move').then(({ PassMove }) => ({ default: PassMove }))),
      standing: { met: 'passedOn', words: 'workplan.passed' },
    },
    thematicAreas: { standing: { groupedBy: 'AREA' } },
    phases: { standing: { groupedBy: 'PHASE' } },
  },
  pages: [{ path: '/timeline', page: lazily(() => import('./time-line')), ofProject: true }],
  waiting: {
    DELIVERABLE: { icon: OutboxOutlined, to: ({ recordId }) => `/deliverables/${recordId}/show` },
    MILESTONE: { icon: OutboxOutlined, to: ({ recordId }) => `/milestones/${recordId}/show` },
  },
}
