import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined'
import type { RemedyProps } from '../kit/import-dialog'
import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import { english } from './words.en'

/** Asks whether the demonstration shall go, and removes it. */
export const RemoveDemonstration = lazily<{ readonly onClose: () => void }>(() =>
  import('./remove-demonstration').then(({ RemoveDemonstration: dialog }) => ({ default: dialog })),
)

/** Regions that a file names and nobody added yet. */
export const MissedRegions = lazily<RemedyProps>(() => import('./missed-regions').then(({ MissedRegions: regions }) => ({ default: regions })))

/** The project, its partners and where they come from. */
export const room: Room = {
  name: 'partnership',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: {
    icon: HandshakeOutlined,
    pages: ['partners', 'regions', 'projects', 'sources', 'projectFigures', 'members'],
    filledBy: ['partners'],
    empty: 'whoFills',
    counts: 'partners',
  },
  resources: {
    partners: {
      moves: lazily(() => import('./partner-moves').then(({ PartnerMoves }) => ({ default: PartnerMoves }))),
      standing: { groupedBy: 'PARTNER' },
      groups: {
        what: ['name', 'englishName', 'formerNames', 'acronym', 'unit', 'type', 'website'],
        part: ['number', 'role', 'fund', 'joinedOn', 'joinedOnPrecision', 'withdrawnOn'],
        where: ['country', 'city', 'cityEn', 'region', 'nuts3'],
      },
      counted: lazily(() => import('./partners-counted').then(({ PartnersCounted }) => ({ default: PartnersCounted }))),
    },
    regions: {
      listMoves: lazily(() => import('./add-regions').then(({ AddRegionsMove }) => ({ default: AddRegionsMove }))),
      missed: lazily(() => import('./missed-regions').then(({ MissedInChoice }) => ({ default: MissedInChoice }))),
    },
    projects: {
      linked: false,
      edit: lazily(() => import('./project-edit')),
      moves: lazily(() => import('./publish-move').then(({ PublishMove }) => ({ default: PublishMove }))),
      groups: {
        what: ['acronym', 'title', 'reference', 'website', 'platform'],
        programme: ['programme', 'programmePeriod', 'call', 'priority'],
        aim: ['objective', 'method'],
        when: ['startsOn', 'startsOnPrecision', 'endsOn', 'endsOnPrecision', 'timeZone'],
        money: ['totalBudget', 'currency'],
        counts: ['behindThreshold', 'aheadThreshold'],
        names: ['axes', 'areaAxis', 'areaAxes', 'phaseAxis', 'phaseAxes'],
      },
    },
    sources: {},
    citations: {
      create: lazily(() => import('./citation-form').then(({ CitationCreate }) => ({ default: CitationCreate }))),
      edit: lazily(() => import('./citation-form').then(({ CitationEdit }) => ({ default: CitationEdit }))),
    },
    contacts: {},
    budgetShares: {},
    fundBudgets: {},
    funds: {},
    partnerTypes: {},
    projectFigures: {},
    projectNotes: {},
  },
  pages: [{ path: '/public/:id', page: lazily(() => import('./public-project')), bare: true }],
  home: lazily(() => import('./partnership-map')),
}
