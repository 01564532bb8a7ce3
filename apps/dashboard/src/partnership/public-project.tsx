import { Box, Link, Typography } from '@mui/material'
import { Suspense } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useParams } from 'react-router-dom'
import { recordOf } from '../api/contract'
import type { AnswerOf } from '../api/document'
import { isPresent } from '../api/present'
import { useAnswer } from '../api/use-answer'
import { partialDayText, realCountry } from '../kit/format'
import { InOwnWords } from '../kit/in-own-words'
import { lazily } from '../kit/lazily'
import { PlainPage } from '../kit/plain-page'
import { useRooms } from '../records/room'
import { publicProjectDocument } from './partnership.graphql'
import type { MapProps } from './partnership-map'
import { PublicProgress } from './public-progress'

const MapOfPartners = lazily<MapProps>(() => import('./partnership-map').then(({ MapOfPartners: map }) => ({ default: map })))

type Answer = AnswerOf<typeof publicProjectDocument>
type Axis = NonNullable<Answer['project']>['phases']['nodes'][number]
type Partner = Answer['partners']['nodes'][number]

/** What anyone may read of a project while its lead partner publishes it. */
export default function PublicProjectPage() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const rooms = useRooms()
  const { data, error, isPending } = useAnswer(publicProjectDocument, { id })
  if (isPending) return <PlainPage title={translate('app.loading')}>{null}</PlainPage>
  if (error) return <PlainPage title={translate('app.failed')}>{(error as Error).message}</PlainPage>
  const { project, partners, editions } = data
  if (!project) return <PlainPage title={translate('public.none')}>{translate('public.noneText')}</PlainPage>
  const present = partners.nodes.filter((partner) => isPresent(recordOf('partners'), partner, project.asOf))
  const period = [
    project.startsOn && partialDayText(project.startsOn, project.startsOnPrecision),
    project.endsOn && partialDayText(project.endsOn, project.endsOnPrecision),
  ].filter(Boolean)
  return (
    <PlainPage title={project.title} wide>
      <Box sx={{ fontSize: 17, lineHeight: '25px' }}>
        {project.demonstration ? <p role="note">{translate('app.demonstration')}</p> : null}
        <p>{[project.acronym, project.reference, project.programme, period.join(' – ')].filter(Boolean).join(' · ')}</p>
        {project.objective ? <p>{project.objective}</p> : null}
        {project.website ? (
          <p>
            <Link href={project.website}>{project.website}</Link>
          </p>
        ) : null}
        <InOwnWords names={project}>
          <PublicProgress progress={project.progress} areas={project.thematicAreas.nodes} day={project.asOf} />
          {project.axes === 'COLUMNS' ? null : <Lines list="thematicAreas" lines={project.thematicAreas.nodes} />}
          {project.axes === 'ROWS' ? null : <Lines list="phases" lines={project.phases.nodes} />}
          <Partners title={translate('resources.partners.name', { smart_count: 2 })} partners={present.filter(({ role }) => role !== 'ASSOCIATED_PARTNER')} />
          <Partners title={translate('public.associated')} partners={present.filter(({ role }) => role === 'ASSOCIATED_PARTNER')} />
          <Suspense fallback={null}>
            <MapOfPartners partners={present} unlinked />
          </Suspense>
          <Suspense fallback={null}>{rooms.map(({ name, inPublic: Part }) => (Part ? <Part key={name} project={id} /> : null))}</Suspense>
        </InOwnWords>
        {editions.nodes.length > 0 ? (
          <>
            <Typography variant="h2" sx={{ mt: 3 }}>
              {translate('resources.benchmarkEditions.name', { smart_count: 2 })}
            </Typography>
            {editions.nodes.map((edition) => (
              <p key={edition.id}>
                <Link component={RouterLink} to={`/public/editions/${edition.id}`}>
                  {translate('edition.title', { title: edition.title })}
                </Link>
              </p>
            ))}
          </>
        ) : null}
      </Box>
    </PlainPage>
  )
}

/** The lines of an axis, under its name. */
function Lines({ list, lines }: { list: 'thematicAreas' | 'phases'; lines: readonly Axis[] }) {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="h2" sx={{ mt: 3 }}>
        {translate(`resources.${list}.name`, { smart_count: 2 })}
      </Typography>
      <Box component="ol" sx={{ pl: 2.5 }}>
        {lines.map((line) => (
          <li key={line.id}>{line.title}</li>
        ))}
      </Box>
    </>
  )
}

/** Partners by name and country, as far as they are known; nothing where there are none. */
function Partners({ title, partners }: { title: string; partners: readonly Partner[] }) {
  if (partners.length === 0) return null
  return (
    <>
      <Typography variant="h2" sx={{ mt: 3 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ pl: 2.5 }}>
        {partners.map(({ id, englishName, name, shortName, country }) => (
          <li key={id}>{[englishName ?? name ?? shortName, country && realCountry(country)].filter(Boolean).join(', ')}</li>
        ))}
      </Box>
    </>
  )
}
