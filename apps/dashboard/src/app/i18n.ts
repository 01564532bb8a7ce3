import en from '@clusterpolisee/contract/labels/en.json'
import polyglotI18nProvider from 'ra-i18n-polyglot'
import english from 'ra-language-english'
import type { I18nProvider, TranslationMessages } from 'react-admin'
import { english as messages } from './i18n/en'

/** Puts a key into words of the present language. */
export type Translate = (key: string, options?: Record<string, unknown>) => string

/** Languages of the dashboard, each in its own words. */
export const locales = [
  { locale: 'en', name: 'English' },
  { locale: 'it', name: 'Italiano' },
]

const ra = { ...english.ra, message: { ...english.ra.message, invalid_form: 'Some fields need another look; each says why.' } }

const inEnglish = { ...english, ra, ...en, ...messages }

/** Italian is a chunk of its own, fetched when it is asked for. */
async function inItalian() {
  const [{ italian }, { reactAdminItalian }, { default: labels }] = await Promise.all([
    import('./i18n/it'),
    import('./i18n/react-admin-it'),
    import('@clusterpolisee/contract/labels/it.json'),
  ])
  return { ...reactAdminItalian, ...labels, ...italian }
}

/** The language that the browser asks for, when it is one of ours. */
export const browserLocale = (): string =>
  navigator.languages.map((language) => language.slice(0, 2)).find((language) => locales.some(({ locale }) => locale === language)) ?? 'en'

let words: I18nProvider | null = null

/** Makes the provider that speaks `locale` first. */
export async function makeI18nProvider(locale: string): Promise<I18nProvider> {
  const messagesOf = (wanted: string) => (wanted === 'it' ? (inItalian() as unknown as Promise<TranslationMessages>) : (inEnglish as TranslationMessages))
  const first = await messagesOf(locale)
  words = polyglotI18nProvider((wanted) => (wanted === locale ? first : messagesOf(wanted)), locale, locales, { allowMissing: true })
  return words
}

/** Words outside of components, in the present language. */
export const translateNow: Translate = (key, options = {}) => words?.translate(key, options) ?? key
