import EventOutlined from '@mui/icons-material/EventOutlined'
import GavelOutlined from '@mui/icons-material/GavelOutlined'
import { lazy } from 'react'
import type { Room } from '../records/room'
import { english } from './words.en'

/** When people met, who came, what was decided. */
export const room: Room = {
  name: 'events',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { icon: EventOutlined, pages: ['events', 'eventDecisions', 'attendances'], filledBy: ['events'], empty: 'whoFills', counts: 'events' },
  resources: {
    events: {
      moves: lazy(() => import('./event-moves')),
      listMoves: lazy(() => import('./calendar-file').then(({ ProjectCalendar }) => ({ default: ProjectCalendar }))),
    },
    eventDecisions: {
      moves: lazy(() => import('./finish-move')),
      standing: { met: 'doneOn', words: 'events.done' },
    },
    attendances: {},
  },
  waiting: { DECISION: { icon: GavelOutlined, to: ({ recordId }) => `/eventDecisions/${recordId}/show` } },
  inPublic: lazy(() => import('./public-events')),
}
