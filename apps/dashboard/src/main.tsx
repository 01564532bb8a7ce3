import './ask-first'
import '@fontsource-variable/inter'
import { StrictMode } from 'react'
import { localStorageStore } from 'react-admin'
import { createRoot } from 'react-dom/client'
import { APP } from './api/stored'
import { App } from './app'
import { makeI18nProvider } from './i18n'
import { firstLocale } from './kit/languages'

const store = localStorageStore(undefined, APP)
const locale = firstLocale(store.getItem('locale'))
document.documentElement.lang = locale
if (store.getItem('locale') !== undefined) store.setItem('locale', locale)
const i18nProvider = await makeI18nProvider(locale)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App store={store} i18nProvider={i18nProvider} />
    </StrictMode>,
  )
}
