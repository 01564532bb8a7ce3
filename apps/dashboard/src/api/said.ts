/** The language that the page speaks, as Intl knows it. */
export const locale = () => (document.documentElement.lang === 'it' ? 'it-IT' : 'en-GB')

/** A calendar day as a moment of it, by which it can be formatted in UTC. */
export function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** Formats by their language and parts: making one takes longer than using it a hundred times. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** What says days in these parts, in the language of the page. */
export function dayFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${JSON.stringify(options)}`
  const kept = dayFormats.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options })
  dayFormats.set(key, kept)
  return kept
}

/** A calendar day in words, as 14 April 2014; short as 14 Apr 2014. */
export const dayText = (day: string, month: 'long' | 'short' = 'long'): string => dayFormat({ day: 'numeric', month, year: 'numeric' }).format(atNoon(day))
