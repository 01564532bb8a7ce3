import EventOutlined from '@mui/icons-material/EventOutlined'
import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useProject } from '../api/session'

/** A file for one's own calendar, by its address. */
export function CalendarFile({ address }: { address: string }) {
  const translate = useTranslate()
  return (
    <Button href={address} download variant="outlined" startIcon={<EventOutlined />}>
      {translate('events.calendar')}
    </Button>
  )
}

/** The events of the open project whose day is known, as one file. */
export function ProjectCalendar() {
  const { current } = useProject()
  return current ? <CalendarFile address={`/events/${current.project.id}/calendar.ics`} /> : null
}
