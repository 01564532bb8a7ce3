import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useAnswer } from '../api/use-answer'
import { partialDayText, realCountry } from '../kit/format'
import { publicEventsDocument } from './events.graphql'

/** The public events of a published project, each with what is known of its day and place. */
export default function PublicEvents({ project }: { project: string }) {
  const translate = useTranslate()
  const { data } = useAnswer(publicEventsDocument, { id: project })
  const events = data?.events.nodes ?? []
  if (events.length === 0) return null
  return (
    <>
      <Typography variant="h2" sx={{ mt: 3 }}>
        {translate('resources.events.name', { smart_count: 2 })}
      </Typography>
      <Box component="ul" sx={{ pl: 2.5 }}>
        {events.map(({ id, title, startsOn, startsOnPrecision, city, country }) => (
          <li key={id}>
            <strong>{title}</strong>{' '}
            {[startsOn ? partialDayText(startsOn, startsOnPrecision) : translate('events.noDay'), city, country && realCountry(country)]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </Box>
    </>
  )
}
