import { Link, TableCell, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { enumValues } from '../api/contract'
import type { Translate } from '../api/translate'
import { useAnswer } from '../api/use-answer'
import { partialDayText } from '../kit/format'
import { WideTable } from '../kit/page'
import { Status } from '../kit/status'
import { publicPilotsDocument } from './public-pilots.graphql'

/** The public pilots of a published project: how many are in which state, and each with a page of its own. */
export default function PublicPilots({ project }: { project: string }) {
  const translate = useTranslate()
  const { data } = useAnswer(publicPilotsDocument, { id: project })
  const pilots = data?.pilots.nodes ?? []
  if (pilots.length === 0) return null
  const label = (field: string) => translate(`resources.pilots.fields.${field}`)
  return (
    <>
      <Typography variant="h2" sx={{ mt: 3 }}>
        {translate('resources.pilots.name', { smart_count: 2 })}
      </Typography>
      <p>{inWords(pilots, translate)}</p>
      <WideTable
        label={translate('resources.pilots.name', { smart_count: 2 })}
        head={['title', 'status', 'partner', 'thematicArea', 'phase', 'startedOn'].map(label)}
      >
        {pilots.map(({ id, title, status, partner, thematicArea, phase, startedOn, startedOnPrecision }) => (
          <TableRow key={id}>
            <TableCell component="th" scope="row">
              <Link component={RouterLink} to={`/public/pilots/${id}`} sx={{ fontWeight: 600 }}>
                {title}
              </Link>
            </TableCell>
            <TableCell>
              <Status status={status} />
            </TableCell>
            <TableCell>{partner?.shortName ?? <Unknown />}</TableCell>
            <TableCell>{thematicArea?.title ?? <Unknown />}</TableCell>
            <TableCell>{phase?.title ?? <Unknown />}</TableCell>
            <TableCell>{startedOn ? partialDayText(startedOn, startedOnPrecision) : <Unknown />}</TableCell>
          </TableRow>
        ))}
      </WideTable>
    </>
  )
}

function Unknown() {
  const translate = useTranslate()
  return <em>{translate('app.unknown')}</em>
}

/** How many pilots are in which state, as: 3 public pilot actions: Running 2, Completed 1. */
function inWords(pilots: readonly { readonly status: string | null }[], translate: Translate): string {
  const states = [...enumValues('PilotStatus'), null].flatMap((state) => {
    const count = pilots.filter(({ status }) => status === state).length
    return count > 0 ? [`${state ? translate(`enums.PilotStatus.${state}`) : translate('pilot.statusUnknown')} ${count}`] : []
  })
  return `${translate('pilot.publicCount', { smart_count: pilots.length })}: ${states.join(', ')}.`
}
