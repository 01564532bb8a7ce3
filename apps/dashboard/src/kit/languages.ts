/** Languages of the dashboard, each in its own words. */
export const locales = [
  { locale: 'en', name: 'English' },
  { locale: 'it', name: 'Italiano' },
]

const isKnown = (wanted: unknown): wanted is string => locales.some(({ locale }) => locale === wanted)

/** The language to begin with: the one chosen in this browser, else the first that it asks for, when it is one of ours. */
export const firstLocale = (chosen: unknown): string =>
  isKnown(chosen) ? chosen : (navigator.languages.map((language) => language.slice(0, 2)).find(isKnown) ?? 'en')
