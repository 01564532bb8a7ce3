import ical from 'ical-generator'

/** An event whose first day is known, as a calendar shows it. Days are ISO; of an end only a known day. */
export interface CalendarEvent {
  readonly id: string
  readonly version: number
  readonly changedAt: Date
  readonly title: string
  readonly firstDay: string
  readonly lastDay: string | null
  readonly city: string | null
  readonly country: string | null
  readonly onlineAt: string | null
  readonly description: string | null
}

/** A calendar file (RFC 5545) of events that last whole days; the same rows give the same bytes. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({ name, prodId: { company: 'ClusterPoliSEE', product: 'events' } })
  for (const event of events) {
    calendar.createEvent({
      id: `${event.id}@clusterpolisee`,
      sequence: event.version - 1,
      stamp: event.changedAt,
      allDay: true,
      start: dayAfter(event.firstDay, 0),
      // A calendar's end is the day after the last.
      end: dayAfter(event.lastDay ?? event.firstDay, 1),
      summary: event.title,
      location: placeOf(event),
      description: [event.description, event.onlineAt].filter(Boolean).join('\n\n') || null,
    })
  }
  return `${calendar.toString()}\r\n`
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/** City and country, else where it is online. XX is no country. */
function placeOf({ city, country, onlineAt }: CalendarEvent): string | null {
  const place = [city, country && country !== 'XX' ? countries.of(country) : null].filter(Boolean).join(', ')
  return place || onlineAt
}

function dayAfter(day: string, days: number): Date {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at
}
