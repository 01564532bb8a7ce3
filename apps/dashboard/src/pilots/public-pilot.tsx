import { Box, Link } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useParams } from 'react-router-dom'
import type { AnswerOf } from '../api/document'
import { useAnswer } from '../api/use-answer'
import { dayText, partialDayText, realCountry } from '../kit/format'
import { PlainPage } from '../kit/plain-page'
import { Status } from '../kit/status'
import { publicPilotDocument } from './public-pilots.graphql'

type Pilot = NonNullable<AnswerOf<typeof publicPilotDocument>['pilot']>

/** A public pilot of a published project, for anyone, at its own address. */
export default function PublicPilotPage() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const { data, error, isPending } = useAnswer(publicPilotDocument, { id })
  if (isPending) return <PlainPage title={translate('app.loading')}>{null}</PlainPage>
  if (error) return <PlainPage title={translate('app.failed')}>{error.message}</PlainPage>
  const { pilot } = data
  if (!pilot) return <PlainPage title={translate('public.none')}>{translate('pilot.notPublic')}</PlainPage>
  const { project } = pilot
  return (
    <PlainPage title={pilot.title} wide>
      <Box sx={{ fontSize: 17, lineHeight: '25px' }}>
        {project?.demonstration ? <p role="note">{translate('app.demonstration')}</p> : null}
        {project ? (
          <p>
            <Link component={RouterLink} to={`/public/${project.id}`}>
              {project.acronym} · {project.title}
            </Link>
          </p>
        ) : null}
        {pilot.summary ? <p>{pilot.summary}</p> : null}
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'fit-content(45%) 1fr',
            columnGap: 2,
            rowGap: 0.5,
            '& dt': { color: 'text.secondary' },
            '& dd': { m: 0 },
          }}
        >
          <Facts pilot={pilot} />
        </Box>
      </Box>
    </PlainPage>
  )
}

/** What is known of it; the rest reads as not known. */
function Facts({ pilot }: { pilot: Pilot }) {
  const translate = useTranslate()
  const { partner, thematicArea, phase, startedOn, startedOnPrecision, endedOn, endedOnPrecision, cancelledOn } = pilot
  const place = partner && [
    partner.englishName ?? partner.name ?? partner.shortName,
    partner.region?.name ?? partner.city,
    partner.country && realCountry(partner.country),
  ]
  const facts: readonly (readonly [field: string, value: ReactNode])[] = [
    ['status', <Status key="status" status={pilot.status} />],
    ['partner', place?.filter(Boolean).join(', ')],
    ['thematicArea', thematicArea?.title],
    ['phase', phase?.title],
    ['startedOn', startedOn && partialDayText(startedOn, startedOnPrecision)],
    ['endedOn', endedOn && partialDayText(endedOn, endedOnPrecision)],
    ...(cancelledOn ? [['cancelledOn', dayText(cancelledOn)] as const] : []),
  ]
  return facts.map(([field, value]) => (
    <Box key={field} sx={{ display: 'contents' }}>
      <dt>{translate(`resources.pilots.fields.${field}`)}</dt>
      <dd>{value || <em>{translate('app.unknown')}</em>}</dd>
    </Box>
  ))
}
