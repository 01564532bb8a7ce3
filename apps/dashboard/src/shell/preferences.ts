import { useEffect, useRef } from 'react'
import { useLocaleState, useTheme } from 'react-admin'
import { ask } from '../api/graphql'
import { useReloadViewer, useViewer, type Viewer } from '../api/session'
import { keepPreferencesDocument } from './shell.graphql'

type Settings = Partial<Pick<Viewer, 'language' | 'colourScheme'>>

/** Language and colours: changed at once on this page, and kept with the account. */
export function usePreferences() {
  const viewer = useViewer()
  const reload = useReloadViewer()
  const [locale, setLocale] = useLocaleState()
  const [theme, setTheme] = useTheme()
  const keep = async (input: Settings) => {
    if (!viewer) return
    await ask(keepPreferencesDocument, { id: viewer.id, version: viewer.version, input }).catch(() => undefined)
    await reload()
  }
  return {
    locale,
    dark: theme === 'dark',
    setLanguage(next: string) {
      void setLocale(next)
      void keep({ language: next.toUpperCase() as 'EN' | 'IT' })
    },
    toggleColours() {
      const next = theme === 'dark' ? 'light' : 'dark'
      setTheme(next)
      void keep({ colourScheme: next.toUpperCase() as 'LIGHT' | 'DARK' })
    },
  }
}

/** Takes language and colours from the account once after signing in, and tells the page its language. */
export function useAccountPreferences(): void {
  const viewer = useViewer()
  const [locale, setLocale] = useLocaleState()
  const [, setTheme] = useTheme()
  const taken = useRef<string | null>(null)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  useEffect(() => {
    if (!viewer || taken.current === viewer.id) return
    taken.current = viewer.id
    if (viewer.language) void setLocale(viewer.language.toLowerCase())
    if (viewer.colourScheme === 'LIGHT' || viewer.colourScheme === 'DARK') setTheme(viewer.colourScheme.toLowerCase() as 'light' | 'dark')
  }, [viewer, setLocale, setTheme])
}
