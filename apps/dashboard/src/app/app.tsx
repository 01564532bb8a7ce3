import polyglotI18nProvider from 'ra-i18n-polyglot'
import { lazy, Suspense } from 'react'
import { Admin, Loading, Resource } from 'react-admin'
import { dataProvider } from './data-provider'
import { en } from './i18n/en'
import { Layout } from './layout'
import { authProvider } from './session'
import { darkTheme, lightTheme } from './theme'

const Home = lazy(() => import('../home/home'))
const RecordList = lazy(() => import('../records/record-list'))
const RecordShow = lazy(() => import('../records/record-show'))
const RecordCreate = lazy(() => import('../records/record-create'))
const RecordEdit = lazy(() => import('../records/record-edit'))
const PilotShow = lazy(() => import('../pilots/pilot-show'))

const i18nProvider = polyglotI18nProvider(() => en, 'en', [{ locale: 'en', name: 'English' }], { allowMissing: true })

/** Lists that have pages of their own; the others are reached through the records that they belong to. */
const pages = [
  'partners',
  'regions',
  'sources',
  'workPackages',
  'activities',
  'deliverables',
  'milestones',
  'indicators',
  'risks',
  'contacts',
  'budgetShares',
  'contributors',
  'memberships',
  'projectNotes',
  'thematicAreas',
  'phases',
]

/** The dashboard. Each page is a chunk of its own. */
export function App() {
  return (
    <Suspense fallback={<Loading />}>
      <Admin
        dataProvider={dataProvider}
        authProvider={authProvider}
        i18nProvider={i18nProvider}
        layout={Layout}
        dashboard={Home}
        lightTheme={lightTheme}
        darkTheme={darkTheme}
        title="ClusterPoliSEE"
        requireAuth
        disableTelemetry
      >
        <Resource name="pilots" list={RecordList} show={PilotShow} create={RecordCreate} edit={RecordEdit} />
        {pages.map((name) => (
          <Resource key={name} name={name} list={RecordList} show={RecordShow} create={RecordCreate} edit={RecordEdit} />
        ))}
      </Admin>
    </Suspense>
  )
}
