import { partialDay, type SampleRow } from '../sample-rows.js'
import file from './events.json' with { type: 'json' }
import { placeOf } from './partnership.js'
import { id, inProject } from './rows.js'

interface SampleEvent {
  readonly key: string
  readonly title: string
  readonly kind: string
  /** A day or a month; without it the day is not known. */
  readonly start?: string
  readonly end?: string
  /** Number of the partner that invites. */
  readonly host?: number
  readonly online?: string
  readonly description: string
  readonly audience: string
  readonly minutes?: string
  /** Number of a partner → of its people. */
  readonly attendance?: Readonly<Record<string, number>>
  readonly decisions?: readonly { readonly title: string; readonly text?: string; readonly partner: number; readonly due: string; readonly done?: string }[]
}

/** Meetings of the demonstration: who came, what was decided; one decision is late, one due, one done. */
export const eventRows = (): SampleRow[] =>
  (file as readonly SampleEvent[]).flatMap((event) => [eventRow(event), ...attendanceRows(event), ...decisionRows(event)])

const eventRow = ({ key, title, kind, start, end, host, online, description, audience, minutes }: SampleEvent): SampleRow =>
  inProject('Event', key, {
    title,
    kind,
    ...partialDay('startsOn', start),
    ...partialDay('endsOn', end, true),
    ...(host ? { hostPartner: id('Partner', host), city: placeOf(host), country: 'XX' } : {}),
    onlineAt: online,
    description,
    audience,
    minutes,
  })

const attendanceRows = ({ key, attendance = {} }: SampleEvent): SampleRow[] =>
  Object.entries(attendance).map(([partner, people]) =>
    inProject('Attendance', `${key}/${partner}`, { event: id('Event', key), partner: id('Partner', partner), people }),
  )

const decisionRows = ({ key, decisions = [] }: SampleEvent): SampleRow[] =>
  decisions.map(({ title, text, partner, due, done }, index) =>
    inProject('EventDecision', `${key}/${index + 1}`, { event: id('Event', key), title, text, partner: id('Partner', partner), dueOn: due, doneOn: done }),
  )
