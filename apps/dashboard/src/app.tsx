import { QueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Admin, CustomRoutes, type I18nProvider, Resource, type Store } from 'react-admin'
import { Route } from 'react-router-dom'
import { dataProvider } from './api/data-provider'
import { GraphqlError } from './api/graphql'
import { authProvider } from './api/session'
import { NotThere, Starting } from './kit/loading'
import { darkTheme, lightTheme } from './kit/theme'
import { Layout } from './shell/layout'

const Home = lazy(() => import('./home/home'))
const RecordList = lazy(() => import('./records/record-list'))
const RecordShow = lazy(() => import('./records/record-show'))
const RecordCreate = lazy(() => import('./records/record-create'))
const RecordEdit = lazy(() => import('./records/record-edit'))
const PilotShow = lazy(() => import('./pilots/pilot-show'))
const Measurements = lazy(() => import('./pilots/measurements'))
const CollaborationPage = lazy(() => import('./collaboration/collaboration-page'))
const IndicatorShow = lazy(() => import('./pilots/indicator-show'))
const IndicatorCreate = lazy(() => import('./pilots/indicator-form').then(({ IndicatorCreate: page }) => ({ default: page })))
const IndicatorEdit = lazy(() => import('./pilots/indicator-form').then(({ IndicatorEdit: page }) => ({ default: page })))
const EvaluationShow = lazy(() => import('./evaluation/evaluation-show'))
const Scoring = lazy(() => import('./evaluation/scoring'))
const Report = lazy(() => import('./evaluation/report'))
const Members = lazy(() => import('./access/members'))
const Account = lazy(() => import('./access/account'))
const SignIn = lazy(() => import('./access/sign-in'))
const AcceptInvitation = lazy(() => import('./access/links').then(({ AcceptInvitation: page }) => ({ default: page })))
const ResetPassword = lazy(() => import('./access/links').then(({ ResetPassword: page }) => ({ default: page })))
const ForgottenPassword = lazy(() => import('./access/links').then(({ ForgottenPassword: page }) => ({ default: page })))
const Administration = lazy(() => import('./access/administration'))
const PublicProject = lazy(() => import('./partnership/public-project'))
const BenchmarkShow = lazy(() => import('./benchmark/benchmark-show'))
const EditionShow = lazy(() => import('./benchmark/edition-show'))
const PublicEdition = lazy(() => import('./benchmark/public-edition'))
const RegionalPosition = lazy(() => import('./foresight/regional-position'))
const ProgressPage = lazy(() => import('./reporting/progress'))

/** Records with list, page and forms as the contract makes them; the others are reached through what they belong to. */
const plain = [
  'partners',
  'regions',
  'projects',
  'sources',
  'citations',
  'workPackages',
  'activities',
  'activityAreas',
  'pilotAreas',
  'deliverables',
  'milestones',
  'risks',
  'contacts',
  'budgetShares',
  'fundBudgets',
  'contributors',
  'leaderships',
  'projectNotes',
  'thematicAreas',
  'phases',
  'users',
  'collaborationActors',
  'collaborations',
  'criteria',
  'evaluationSubjects',
  'evaluationIndicators',
  'evaluationEffects',
  'findings',
  'lessons',
  'recommendations',
  'benchmarkIndicators',
  'benchmarkEntries',
  'benchmarkValues',
]

/** A request is made also when the browser thinks that it is offline: the page says what came of it; only what was not reached is tried twice. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: (times, error) => times < 1 && error instanceof GraphqlError && error.code === 'OFFLINE' },
    mutations: { networkMode: 'always' },
  },
})

/** The dashboard. Each page is a chunk of its own. */
export function App({ store, i18nProvider }: { store: Store; i18nProvider: I18nProvider }) {
  return (
    <Suspense fallback={null}>
      <Admin
        store={store}
        queryClient={queryClient}
        dataProvider={dataProvider}
        authProvider={authProvider}
        i18nProvider={i18nProvider}
        layout={Layout}
        dashboard={Home}
        loginPage={SignIn}
        loading={Starting}
        catchAll={NotThere}
        lightTheme={lightTheme}
        darkTheme={darkTheme}
        title="ClusterPoliSEE"
        requireAuth
        disableTelemetry
      >
        <Resource name="pilots" list={RecordList} show={PilotShow} create={RecordCreate} edit={RecordEdit}>
          <Route path=":id/measurements" element={<Measurements />} />
          <Route path=":id/collaboration" element={<CollaborationPage />} />
        </Resource>
        <Resource name="indicators" list={RecordList} show={IndicatorShow} create={IndicatorCreate} edit={IndicatorEdit} />
        <Resource name="evaluationPlans" list={RecordList} show={EvaluationShow} create={RecordCreate} edit={RecordEdit}>
          <Route path=":id/score" element={<Scoring />} />
        </Resource>
        <Resource name="benchmarks" list={RecordList} show={BenchmarkShow} create={RecordCreate} edit={RecordEdit} />
        <Resource name="benchmarkEditions" list={RecordList} show={EditionShow} />
        <Resource name="regionalStatistics" list={RecordList} show={RecordShow} />
        {plain.map((name) => (
          <Resource key={name} name={name} list={RecordList} show={RecordShow} create={RecordCreate} edit={RecordEdit} />
        ))}
        <CustomRoutes>
          <Route path="/members" element={<Members />} />
          <Route path="/account" element={<Account />} />
          <Route path="/administration" element={<Administration />} />
          <Route path="/progress" element={<ProgressPage />} />
          <Route path="/regionalPosition" element={<RegionalPosition />} />
        </CustomRoutes>
        <CustomRoutes noLayout>
          <Route path="/accept-invitation" element={<AcceptInvitation />} />
          <Route path="/reset-password" element={<ResetPassword />} />
          <Route path="/forgotten-password" element={<ForgottenPassword />} />
          <Route path="/public/:id" element={<PublicProject />} />
          <Route path="/evaluationPlans/:id/report" element={<Report />} />
          <Route path="/public/editions/:id" element={<PublicEdition />} />
        </CustomRoutes>
      </Admin>
    </Suspense>
  )
}
