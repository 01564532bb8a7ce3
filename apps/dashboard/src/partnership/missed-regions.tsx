import { Alert, Box, Button, Link } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { errorText, rolesText } from '../api/graphql'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import type { RemedyProps } from '../kit/import-dialog'
import { OpensAddRegions } from './add-regions'
import { officialRegionsDocument } from './partnership.graphql'
import { useAddingRegions } from './use-adding-regions'

/** Codes that are asked for at once. */
const MOST_CODES = 500

/** Regions that a file names and this installation does not know: the official ones are added here, by whoever may. */
export function MissedRegions({ faults, onMended }: RemedyProps) {
  const translate = useTranslate()
  const codes = [...new Set(faults.filter(({ code }) => code === 'UNKNOWN_REGION').map(({ params }) => String(params.region)))]
  const { move, add } = useAddingRegions()
  const [refused, setRefused] = useState('')
  const { data } = useAnswer(officialRegionsDocument, codes.length > 0 ? { codes: codes.slice(0, MOST_CODES) } : null)
  if (!data || !move) return null
  const official = data.officialRegions
  const known = official.map(({ code }) => code)
  const other = codes.filter((code) => !known.includes(code))
  const save = () => add(known).then(onMended, (error: unknown) => setRefused(errorText(error, translate)))
  return (
    <Box sx={{ display: 'grid', gap: 1, my: 1 }}>
      {official.length > 0 ? (
        <Alert
          severity="info"
          action={move.allowed ? <Button onClick={() => void save()}>{translate('region.addChosen', { smart_count: official.length })}</Button> : undefined}
        >
          {translate('region.missed', { smart_count: official.length, regions: official.map(({ code, name }) => `${code} ${name}`).join(', ') })}
          {move.allowed || !move.by ? null : ` ${translate('errors.onlyBy', { who: rolesText(move.by, translate) })}`}
        </Alert>
      ) : null}
      {other.length > 0 ? (
        <Alert severity="warning">
          {translate('region.notOfficial', { smart_count: other.length, regions: other.join(', ') })} <Unlisted />
        </Alert>
      ) : null}
      {refused ? <Alert severity="error">{refused}</Alert> : null}
    </Box>
  )
}

/** What is done about a region that no list has: an administrator adds it by a form. */
function Unlisted() {
  const translate = useTranslate()
  const { adds } = useProject()
  if (!adds('regions')) return translate('region.askAdministrator')
  return (
    <Link component={RouterLink} to="/regions/create">
      {translate('region.addByForm')}
    </Link>
  )
}

/** Offered at a choice of a region, where one is missed. */
export const MissedInChoice = () => (
  <Box sx={{ mt: -1, mb: 1, '&:empty': { display: 'none' } }}>
    <OpensAddRegions words="region.notThere" size="small" />
  </Box>
)
