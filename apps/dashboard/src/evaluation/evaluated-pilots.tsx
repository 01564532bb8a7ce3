import { Box, Link } from '@mui/material'
import type { RaRecord } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { EvaluatedPilotsFragment } from '../api/documents.generated'

/** The pilots of an evaluation in a list of evaluations. */
export default function EvaluatedPilots({ record: { subjects } }: { record: RaRecord }) {
  const pilots = (subjects as EvaluatedPilotsFragment['subjects']).nodes.flatMap(({ pilot }) => pilot ?? [])
  if (pilots.length === 0) return <>–</>
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {pilots.map(({ id, title }) => (
        <Link key={id} component={RouterLink} to={`/pilots/${id}/show`}>
          {title}
        </Link>
      ))}
    </Box>
  )
}
