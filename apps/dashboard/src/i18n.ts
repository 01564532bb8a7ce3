import en from '@clusterpolisee/contract/labels/en.json'
import polyglotI18nProvider from 'ra-i18n-polyglot'
import english from 'ra-language-english'
import type { I18nProvider, TranslationMessages } from 'react-admin'
import { speakWith } from './api/translate'
import { locales } from './kit/languages'
import { italian, english as ours } from './words'

const ra = { ...english.ra, message: { ...english.ra.message, invalid_form: 'Some fields need another look; each says why.' } }

const inEnglish = { ...english, ra, ...en, ...ours }

/** Italian is fetched when it is asked for. */
async function inItalian() {
  const [{ reactAdminItalian }, { default: labels }, words] = await Promise.all([
    import('./kit/react-admin-it'),
    import('@clusterpolisee/contract/labels/it.json'),
    italian(),
  ])
  return { ...reactAdminItalian, ...labels, ...words }
}

/** Makes the provider that speaks `locale` first. */
export async function makeI18nProvider(locale: string): Promise<I18nProvider> {
  const messagesOf = (wanted: string) => (wanted === 'it' ? (inItalian() as unknown as Promise<TranslationMessages>) : (inEnglish as TranslationMessages))
  const first = await messagesOf(locale)
  const words = polyglotI18nProvider((wanted) => (wanted === locale ? first : messagesOf(wanted)), locale, locales, { allowMissing: true })
  speakWith(words)
  return words
}
