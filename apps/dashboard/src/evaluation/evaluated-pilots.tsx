import { Box, Link } from '@mui/material'
import { Link as RouterLink } from 'react-router-dom'

interface Subject {
  readonly pilot: { readonly id: string; readonly title: string } | null
}

/** The pilots of an evaluation in a list of evaluations. */
export function EvaluatedPilots({ subjects }: { subjects: { readonly nodes: readonly Subject[] } }) {
  const pilots = subjects.nodes.flatMap(({ pilot }) => pilot ?? [])
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
