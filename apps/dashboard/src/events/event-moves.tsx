import GroupAddOutlined from '@mui/icons-material/GroupAddOutlined'
import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import type { PageProps } from '../records/room'
import { CalendarFile } from './calendar-file'
import { attendingDocument } from './events.graphql'

/** What one does with an event: put it into one's calendar, say who came from one's own partner. */
export default function EventMoves({ record }: PageProps) {
  const isDated = record.startsOn && (record.startsOnPrecision ?? 'DAY') === 'DAY' && !record.archivedAt
  return (
    <>
      {record.archivedAt ? null : <Attend event={String(record.id)} project={String(record.project.id)} />}
      {isDated ? <CalendarFile address={`/events/${record.id}.ics`} /> : null}
    </>
  )
}

/** A way to enter the attendance of each of one's own partners that has none yet. */
function Attend({ event, project }: { readonly event: string; readonly project: string }) {
  const translate = useTranslate()
  const { memberships } = useProject()
  const { data } = useAnswer(attendingDocument, { event })
  const attending = new Set(data?.attendances.nodes.map(({ partner }) => partner?.id))
  const own = memberships.flatMap(({ partner, project: { id } }) => (partner?.can.speakFor.allowed && id === project ? [partner] : []))
  return data === undefined
    ? null
    : own
        .filter(({ id }) => !attending.has(id))
        .map(({ id, shortName }) => {
          const given = new URLSearchParams({ source: JSON.stringify({ eventId: event, projectId: project, partnerId: id }) })
          return (
            <Button key={id} component={RouterLink} to={`/attendances/create?${given}`} variant="outlined" startIcon={<GroupAddOutlined />}>
              {translate('events.attend', { partner: shortName })}
            </Button>
          )
        })
}
