import { Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Section } from '../kit/page'
import type { PilotFacts } from '../pilots/pilot-data'

/** Leads from a pilot to who works with whom around it; absent where nothing is known and nothing can be entered. */
export function CollaborationLink({ pilot, actors }: { pilot: PilotFacts; actors: number }) {
  const translate = useTranslate()
  if (actors === 0 && !pilot.can.update.allowed) return null
  return (
    <Section title={translate('collaboration.title')}>
      <Typography variant="body2" color="textSecondary">
        {actors === 0 ? translate('collaboration.noActors') : translate('collaboration.looked', { smart_count: actors })}
      </Typography>
      <Link component={RouterLink} to={`/pilots/${pilot.id}/collaboration`} sx={{ display: 'inline-block', py: 0.75 }}>
        {translate(actors === 0 ? 'collaboration.begin' : 'collaboration.open')}
      </Link>
    </Section>
  )
}
