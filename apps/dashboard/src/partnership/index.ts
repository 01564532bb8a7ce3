import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined'
import { lazy } from 'react'
import type { Room } from '../records/room'
import { english } from './words.en'

/** Asks whether the demonstration shall go, and removes it. */
export const RemoveDemonstration = lazy(() => import('./remove-demonstration').then(({ RemoveDemonstration: dialog }) => ({ default: dialog })))

/** The project, its partners and where they come from. */
export const room: Room = {
  name: 'partnership',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: {
    icon: HandshakeOutlined,
    pages: ['partners', 'regions', 'projects', 'sources', 'members'],
    filledBy: ['partners'],
    empty: 'whoFills',
    counts: 'partners',
  },
  resources: {
    partners: {
      moves: lazy(() => import('./partner-moves').then(({ PartnerMoves }) => ({ default: PartnerMoves }))),
      standing: { groupedBy: 'PARTNER' },
    },
    regions: {},
    projects: { linked: false, moves: lazy(() => import('./publish-move').then(({ PublishMove }) => ({ default: PublishMove }))) },
    sources: {},
    citations: {},
    contacts: {},
    budgetShares: {},
    fundBudgets: {},
    funds: {},
    partnerTypes: {},
    projectNotes: {},
  },
  pages: [{ path: '/public/:id', page: lazy(() => import('./public-project')), bare: true }],
  home: lazy(() => import('./partnership-map')),
}
