import type { I18nProvider } from 'react-admin'

/** Puts a key into words of the present language. */
export type Translate = (key: string, options?: Record<string, unknown>) => string

let words: I18nProvider | null = null

/** Lets `translateNow` speak with the words of a provider. */
export function speakWith(provider: I18nProvider): void {
  words = provider
}

/** The language that is spoken. */
export const localeNow = (): string => words?.getLocale() ?? 'en'

/** Words outside of components, in the present language. */
export const translateNow: Translate = (key, options = {}) => words?.translate(key, options) ?? key
