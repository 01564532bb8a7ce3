import { type CalendarEvent, calendarFile } from './calendar-file.js'

const event: CalendarEvent = {
  id: '0198f3a2-0000-7000-8000-000000000001',
  version: 3,
  changedAt: new Date('2014-02-03T11:22:33Z'),
  title: 'Visit',
  firstDay: '2013-06-06',
  lastDay: '2013-06-07',
  city: 'София',
  country: 'BG',
  onlineAt: null,
  description: null,
}

const linesOf = (...events: readonly CalendarEvent[]) => calendarFile('Test', events).split('\r\n')

describe('a calendar file', () => {
  it('has whole days, of which the end is the day after the last', () => {
    const lines = linesOf(event, { ...event, lastDay: null })
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART;VALUE=DATE:20130606', 'DTSTART;VALUE=DATE:20130606'])
    expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual(['DTEND;VALUE=DATE:20130608', 'DTEND;VALUE=DATE:20130607'])
  })

  it('names an event the same for ever, and counts its changes', () => {
    const lines = linesOf(event)
    expect(lines).toContain(`UID:${event.id}@clusterpolisee`)
    expect(lines).toContain('SEQUENCE:2')
    expect(lines).toContain('DTSTAMP:20140203T112233Z')
    expect(linesOf({ ...event, title: 'Other' })).toContain(`UID:${event.id}@clusterpolisee`)
  })

  it('folds lines by bytes, between letters, so that they unfold to what was written', () => {
    const title = `${'Θεσσαλονίκη, Chișinău; 🎉 '.repeat(12)}end`
    const text = calendarFile('Test', [{ ...event, title }])
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).toContain(`SUMMARY:${title.replaceAll(/[,;]/g, '\\$&')}\r\n`)
    expect(unfolded).not.toContain('\uFFFD')
  })

  it('says the place, else where it is online; a text adds no lines of its own', () => {
    expect(linesOf(event)).toContain('LOCATION:София\\, Bulgaria')
    expect(linesOf({ ...event, country: 'XX' })).toContain('LOCATION:София')
    const online = linesOf({ ...event, city: null, country: null, onlineAt: 'https://example.org/a', description: 'One\r\nEND:VEVENT\nTwo' })
    expect(online).toContain('LOCATION:https://example.org/a')
    expect(online.filter((line) => line.startsWith('END:VEVENT'))).toHaveLength(1)
  })

  it('is a calendar without events too', () => {
    expect(linesOf()).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ClusterPoliSEE//events//EN', 'NAME:Test', 'X-WR-CALNAME:Test', 'END:VCALENDAR', ''])
  })
})
