import { CssBaseline } from '@mui/material'
import { Suspense } from 'react'
import { CoreAdminContext, CoreAdminUI, CustomRoutes, type I18nProvider, Notification, Resource, type Store, ThemeProvider, ThemesContext } from 'react-admin'
import { Route } from 'react-router-dom'
import { SignIn } from './access'
import { recordOf } from './api/contract'
import { dataProvider } from './api/data-provider'
import { queryClient } from './api/query-client'
import { authProvider } from './api/session'
import { Home } from './home'
import { lazily } from './kit/lazily'
import { NotThere, Starting } from './kit/loading'
import { productName } from './kit/product'
import { darkTheme, lightTheme } from './kit/theme'
import { usePrinting } from './kit/use-printing'
import { InProject } from './records/in-project'
import { Rooms } from './records/room'
import { rooms } from './rooms'
import { Layout } from './shell/layout'

const RecordList = lazily(() => import('./records/addressed-list'))
const RecordShow = lazily(() => import('./records/record-show'))
const RecordCreate = lazily(() => import('./records/record-create'))
const RecordEdit = lazily(() => import('./records/record-edit'))

const resources = rooms.flatMap((room) => Object.entries(room.resources))
const pages = rooms.flatMap((room) => room.pages ?? [])

const onScreen = { lightTheme, darkTheme }

/** Paper is white, whichever colours the screen has. */
const onPaper = { lightTheme, darkTheme: lightTheme }

/** The dashboard, composed from its rooms; without react-admin's own pages, which nobody sees here. Each page is a chunk of its own. */
export function App({ store, i18nProvider }: { store: Store; i18nProvider: I18nProvider }) {
  const themes = usePrinting() ? onPaper : onScreen
  return (
    <Suspense fallback={null}>
      <Rooms value={rooms}>
        <CoreAdminContext store={store} queryClient={queryClient} dataProvider={dataProvider} authProvider={authProvider} i18nProvider={i18nProvider}>
          <ThemesContext.Provider value={themes}>
            <ThemeProvider>
              <CssBaseline enableColorScheme>
                <CoreAdminUI
                  layout={Layout}
                  dashboard={FirstPage}
                  loginPage={SignIn}
                  loading={Starting}
                  catchAll={NotThere}
                  accessDenied={NotThere}
                  authenticationError={NotThere}
                  title={productName}
                  requireAuth
                  disableTelemetry
                >
                  {resources.map(([name, { show = RecordShow, create = RecordCreate, edit = RecordEdit }]) => {
                    const { verbs } = recordOf(name)
                    const forms = { ...(verbs.includes('create') ? { create } : {}), ...(verbs.includes('update') ? { edit } : {}) }
                    return <Resource key={name} name={name} list={RecordList} show={show} {...forms} />
                  })}
                  <CustomRoutes>{routesOf(false)}</CustomRoutes>
                  <CustomRoutes noLayout>{routesOf(true)}</CustomRoutes>
                </CoreAdminUI>
                <Notification />
              </CssBaseline>
            </ThemeProvider>
          </ThemesContext.Provider>
        </CoreAdminContext>
      </Rooms>
    </Suspense>
  )
}

const FirstPage = () => (
  <InProject>
    <Home />
  </InProject>
)

const routesOf = (isBare: boolean) =>
  pages
    .filter(({ bare = false }) => bare === isBare)
    .map(({ path, page: Page, ofProject = false }) => {
      const page = <Page />
      return <Route key={path} path={path} element={ofProject ? <InProject>{page}</InProject> : page} />
    })
