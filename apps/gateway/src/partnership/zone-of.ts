/** Node tells the zones of a region; the types of the language do not know it yet. */
type LocaleWithZones = Intl.Locale & { readonly timeZones?: readonly string[] }

/** Countries of which the list of zones knows nothing yet: Kosovo keeps the time of Belgrade. */
const lentZones: Readonly<Record<string, string>> = { XK: 'Europe/Belgrade' }

/** The time zone that most people of a country have, as far as that can be told: one in Europe, else the first. Null where none is known. */
export function zoneOf(country: string): string | null {
  const { timeZones = [] }: LocaleWithZones = new Intl.Locale('und', { region: country })
  return timeZones.find((zone) => zone.startsWith('Europe/')) ?? timeZones[0] ?? lentZones[country] ?? null
}
