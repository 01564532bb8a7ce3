import '@fontsource-variable/inter'
import { StrictMode } from 'react'
import { localStorageStore } from 'react-admin'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { browserLocale, makeI18nProvider } from './i18n'

const store = localStorageStore(undefined, 'ClusterPoliSEE')
const i18nProvider = await makeI18nProvider(store.getItem('locale', browserLocale()) ?? browserLocale())
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App store={store} i18nProvider={i18nProvider} />
    </StrictMode>,
  )
}
