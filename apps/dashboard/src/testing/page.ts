/** Puts a key into words for a test: the key itself, and what it is given. */
export function said(key: string, figures: Readonly<Record<string, unknown>> = {}): string {
  const given = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  return given.length > 0 ? `${key} (${given.join(', ')})` : key
}

/** Lets the page speak a language in a test, as its root element says it. */
export const speak = (language: 'en' | 'it'): void => {
  Object.assign(globalThis, { document: { documentElement: { lang: language } } })
}
