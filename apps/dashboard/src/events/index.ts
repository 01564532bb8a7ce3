import EventOutlined from '@mui/icons-material/EventOutlined'
import GavelOutlined from '@mui/icons-material/GavelOutlined'
import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** When people met, who came, what was decided. */
export const room: Room = {
  name: 'events',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { icon: EventOutlined, pages: ['events', 'eventDecisions', 'attendances'], filledBy: ['events'], empty: 'whoFills', counts: 'events' },
  resources: {
    events: {
      moves: lazily(() => import('./event-moves')),
      listMoves: lazily(() => import('./calendar-file').then(({ ProjectCalendar }) => ({ default: ProjectCalendar }))),
    },
    eventDecisions: {
      moves: lazily(() => import('./finish-move')),
      standing: { met: 'doneOn', words: 'events.done' },
    },
    attendances: {},
  },
  waiting: { DECISION: { icon: GavelOutlined, to: ({ recordId }) => `/eventDecisions/${recordId}/show` } },
  inPublic: lazily(() => import('./public-events')),
}
