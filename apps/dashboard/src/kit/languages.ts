/** Languages of the dashboard, each in its own words. */
export const locales = [
  { locale: 'en', name: 'English' },
  { locale: 'it', name: 'Italiano' },
]
