import { Box, LinearProgress, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { keyOf } from '../api/use-answer'
import { useChanges } from '../api/use-changes'
import { percentText } from '../kit/format'
import { computingDocument } from './edition.graphql'

const OFTEN = 2000
/** Also while events are heard, for what ended before they were. */
const RARELY = 10_000

/** How far the computation of an edition is: told by the gateway, else asked for every two seconds. */
export function Computing({ editionId, onDone }: { editionId: string; onDone: () => void }) {
  const translate = useTranslate()
  const client = useQueryClient()
  const key = keyOf(computingDocument, { id: editionId })
  const heard = useChanges(true, (told) => {
    if (told.id === editionId || told.record === 'Job') void client.invalidateQueries({ queryKey: key })
  })
  const { data } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const answer = await ask(computingDocument, { id: editionId, recordId: editionId })
      if (answer.benchmarkEdition?.state !== 'COMPUTING') onDone()
      return answer.jobs.nodes[0] ?? null
    },
    refetchInterval: heard ? RARELY : OFTEN,
  })
  const progress = data?.progress ?? 0
  const text = data?.state === 'WAITING' || !data ? translate('edition.waiting') : translate('edition.computing', { share: percentText(progress) })
  return (
    <Box sx={{ maxWidth: 480, mb: 3 }}>
      <Typography role="status" sx={{ mb: 1 }}>
        {text} {data?.resumed ? translate('edition.resumed') : null}
      </Typography>
      <LinearProgress
        aria-label={translate('edition.progress')}
        variant={data?.state === 'RUNNING' ? 'determinate' : 'indeterminate'}
        value={Math.round(progress * 100)}
        sx={{ height: 8, borderRadius: 1 }}
      />
    </Box>
  )
}
