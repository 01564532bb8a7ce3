import { Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { Section } from '../kit/page'
import { mayUpdate } from '../records/refusal'
import type { PageProps } from '../records/room'
import { actorCountDocument } from './collaboration.graphql'

/** Leads from a pilot to who works with whom around it; absent where nothing is known and nothing can be entered. */
export default function CollaborationLink({ record }: PageProps) {
  const translate = useTranslate()
  const { data } = useAnswer(actorCountDocument, { id: String(record.id) })
  if (!data) return null
  const actors = data.collaborationActors.totalCount
  if (actors === 0 && !mayUpdate(record)) return null
  return (
    <Section title={translate('collaboration.title')}>
      <Typography variant="body2" color="textSecondary">
        {actors === 0 ? translate('collaboration.noActors') : translate('collaboration.looked', { smart_count: actors })}
      </Typography>
      <Link component={RouterLink} to={`/pilots/${record.id}/collaboration`} sx={{ display: 'inline-block', py: 0.75 }}>
        {translate(actors === 0 ? 'collaboration.begin' : 'collaboration.open')}
      </Link>
    </Section>
  )
}
