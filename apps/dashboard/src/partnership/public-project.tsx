import { Box, Link, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocaleState, useTranslate } from 'react-admin'
import { Link as RouterLink, useParams } from 'react-router-dom'
import { ask } from '../api/graphql'
import { countryText, partialDayText } from '../kit/format'
import { PlainPage } from '../kit/plain-page'

interface Axis {
  readonly id: string
  readonly number: number
  readonly title: string
}

interface PublicProject {
  readonly acronym: string
  readonly title: string
  readonly reference: string | null
  readonly programme: string | null
  readonly objective: string | null
  readonly demonstration: boolean
  readonly startsOn: string | null
  readonly startsOnPrecision: string | null
  readonly endsOn: string | null
  readonly endsOnPrecision: string | null
  readonly website: string | null
  readonly partners: {
    readonly nodes: readonly {
      readonly id: string
      readonly name: string
      readonly englishName: string | null
      readonly country: string
      readonly role: string
    }[]
  }
  readonly thematicAreas: { readonly nodes: readonly Axis[] }
  readonly phases: { readonly nodes: readonly Axis[] }
}

interface Answer {
  readonly project: PublicProject | null
  readonly pilots: { readonly nodes: readonly { readonly id: string; readonly title: string; readonly summary: string | null }[] }
  readonly editions: { readonly nodes: readonly { readonly id: string; readonly title: string }[] }
}

const document = `query ($id: ID!, $language: String) { project(id: $id) { acronym title reference programme objective demonstration
  startsOn startsOnPrecision endsOn endsOnPrecision website
  partners(first: 100) { nodes { id name englishName country role } }
  thematicAreas(first: 50) { nodes { id number title(language: $language) } } phases(first: 50) { nodes { id number title(language: $language) } } }
  pilots(first: 100, filter: {project: {id: {eq: $id}}, audience: {eq: PUBLIC}}) { nodes { id title summary } }
  editions: benchmarkEditions(first: 100, filter: {project: {id: {eq: $id}}, state: {eq: PUBLISHED}}) { nodes { id title } } }`

/** What anyone may read of a project while its lead partner publishes it. */
export default function PublicProjectPage() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const [language] = useLocaleState()
  const { data, error, isPending } = useQuery({ queryKey: ['public', id, language], queryFn: () => ask<Answer>(document, { id, language }) })
  if (isPending) return <PlainPage title={translate('app.loading')}>{null}</PlainPage>
  if (error) return <PlainPage title={translate('app.failed')}>{(error as Error).message}</PlainPage>
  const { project, pilots, editions } = data
  if (!project) return <PlainPage title={translate('public.none')}>{translate('public.noneText')}</PlainPage>
  const names = (list: { readonly nodes: readonly Axis[] }) => (
    <Box component="ol" sx={{ pl: 2.5 }}>
      {list.nodes.map((axis) => (
        <li key={axis.id}>{axis.title}</li>
      ))}
    </Box>
  )
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
        <Typography variant="h2" sx={{ mt: 3 }}>
          {translate('resources.thematicAreas.name', { smart_count: 2 })}
        </Typography>
        {names(project.thematicAreas)}
        <Typography variant="h2" sx={{ mt: 3 }}>
          {translate('resources.phases.name', { smart_count: 2 })}
        </Typography>
        {names(project.phases)}
        <Typography variant="h2" sx={{ mt: 3 }}>
          {translate('resources.partners.name', { smart_count: 2 })}
        </Typography>
        <Box component="ul" sx={{ pl: 2.5 }}>
          {project.partners.nodes.map((partner) => (
            <li key={partner.id}>
              {[partner.englishName ?? partner.name, partner.country === 'XX' ? null : countryText(partner.country)].filter(Boolean).join(', ')}
            </li>
          ))}
        </Box>
        {pilots.nodes.length > 0 ? (
          <>
            <Typography variant="h2" sx={{ mt: 3 }}>
              {translate('resources.pilots.name', { smart_count: 2 })}
            </Typography>
            {pilots.nodes.map((pilot) => (
              <p key={pilot.id}>
                <strong>{pilot.title}</strong> {pilot.summary}
              </p>
            ))}
          </>
        ) : null}
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
