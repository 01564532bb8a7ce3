import SensorsOutlined from '@mui/icons-material/SensorsOutlined'
import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** Where a region stands and what is coming. */
export const room: Room = {
  name: 'foresight',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { icon: SensorsOutlined, pages: ['regionalPosition', 'regionalStatistics'], filledBy: ['regionalStatistics'], empty: 'whoFills' },
  resources: { regionalStatistics: {} },
  pages: [{ path: '/regionalPosition', page: lazily(() => import('./regional-position')), ofProject: true }],
}
