import FlagOutlined from '@mui/icons-material/FlagOutlined'
import { lazy } from 'react'
import type { Room } from '../records/room'

export { NewestDays } from './newest-days'
export { type Measured, SHOWN_DAYS, type Shown, shownScale, shownText, shownUnit } from './pilot-data'

/** What is tried out, how it is measured and what endangers it. */
export const room: Room = {
  name: 'pilots',
  rail: { icon: FlagOutlined, pages: ['pilots', 'indicators', 'risks'], filledBy: ['pilots'], empty: 'whoFills', counts: 'pilots' },
  resources: {
    pilots: { show: lazy(() => import('./pilot-show')) },
    pilotAreas: {},
    indicators: {
      show: lazy(() => import('./indicator-show')),
      create: lazy(() => import('./indicator-form').then(({ IndicatorCreate }) => ({ default: IndicatorCreate }))),
      edit: lazy(() => import('./indicator-form').then(({ IndicatorEdit }) => ({ default: IndicatorEdit }))),
    },
    contributors: {},
    risks: {},
  },
  pages: [{ path: '/pilots/:id/measurements', page: lazy(() => import('./measurements')) }],
}
