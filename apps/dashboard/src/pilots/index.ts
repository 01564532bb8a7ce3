import FlagOutlined from '@mui/icons-material/FlagOutlined'
import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined'
import Straighten from '@mui/icons-material/Straighten'
import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

export { type Measured, SHOWN_DAYS, type Shown, shownScale, shownText, shownUnit } from './pilot-data'

/** Says that more days were measured than are shown. */
export const NewestDays = lazily<object>(() => import('./newest-days').then(({ NewestDays: note }) => ({ default: note })))

/** What is tried out, how it is measured and what endangers it. */
export const room: Room = {
  name: 'pilots',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { icon: FlagOutlined, pages: ['pilots', 'indicators', 'risks'], filledBy: ['pilots'], empty: 'whoFills', counts: 'pilots' },
  resources: {
    pilots: {
      show: lazily(() => import('./pilot-show')),
      create: lazily(() => import('./pilot-form')),
      groups: {
        what: ['title', 'summary'],
        who: ['partner', 'implementer'],
        when: [],
        place: ['workPackage', 'activity', 'thematicArea', 'phase'],
        seen: ['audience', 'inPublicBenchmarks'],
        counts: ['weight', 'withoutTargets'],
      },
    },
    pilotAreas: {},
    pilotPartners: {},
    indicators: {
      show: lazily(() => import('./indicator-show')),
      create: lazily(() => import('./indicator-form').then(({ IndicatorCreate }) => ({ default: IndicatorCreate }))),
      edit: lazily(() => import('./indicator-form').then(({ IndicatorEdit }) => ({ default: IndicatorEdit }))),
    },
    contributors: {},
    risks: {},
  },
  waiting: {
    MEASUREMENT: { icon: Straighten, to: ({ pilotId }) => `/pilots/${pilotId}/measurements` },
    PILOT_START: { icon: HowToVoteOutlined, to: ({ pilotId }) => `/pilots/${pilotId}/show` },
    PILOT_END: { icon: HowToVoteOutlined, to: ({ pilotId }) => `/pilots/${pilotId}/show` },
  },
  pages: [
    { path: '/pilots/:id/measurements', page: lazily(() => import('./measurements')) },
    { path: '/public/pilots/:id', page: lazily(() => import('./public-pilot')), bare: true },
  ],
  inPublic: lazily(() => import('./public-pilots')),
}
