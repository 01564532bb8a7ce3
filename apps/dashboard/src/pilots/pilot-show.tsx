import { Box, Button, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { Loading, type RaRecord, Show, useRecordContext, useTranslate } from 'react-admin'
import { recordOf } from '../app/contract'
import { History } from '../records/history'
import { Facts, ShowActions } from '../records/record-show'
import { Indicators } from './indicators'
import { MeasurementEntry } from './measurement-entry'
import { Moves } from './moves'
import { type PilotFacts, usePilot } from './pilot-data'

/** A pilot's page: where it stands, its moves, indicators, risks, facts and history. */
export default function PilotShow() {
  return (
    <Show component="div" actions={<ShowActions />}>
      <PilotPage />
    </Show>
  )
}

function PilotPage() {
  const translate = useTranslate()
  const record = useRecordContext<RaRecord>()
  const { data: pilot, refetch } = usePilot(String(record?.id ?? ''))
  const [entering, setEntering] = useState(false)
  if (!record || !pilot) return <Loading />
  const done = () => {
    setEntering(false)
    void refetch()
  }
  return (
    <Box sx={{ px: { xs: 2, sm: 3.5 }, pb: 4 }}>
      <Typography variant="h1">{pilot.title}</Typography>
      <Typography color="text.secondary">{pilot.summary}</Typography>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap', my: 2 }}>
        <Typography sx={{ border: '1px solid var(--ink)', borderRadius: 4, px: 1.5, py: 0.25, fontWeight: 600 }}>
          {translate(pilot.status ? `enums.PilotStatus.${pilot.status}` : 'app.unknown')}
        </Typography>
        <Moves pilot={pilot} onDone={done} />
        <Button variant="contained" onClick={() => setEntering(!entering)} aria-expanded={entering}>
          {translate('pilot.enter')}
        </Button>
      </Box>
      {entering ? <MeasurementEntry pilot={pilot} onDone={done} /> : null}
      <Typography variant="h2" sx={{ mt: 3, mb: 1 }}>
        {translate('pilot.indicators')}
      </Typography>
      <Indicators indicators={pilot.indicators.nodes} />
      <Risks pilot={pilot} />
      <Typography variant="h2" sx={{ mt: 4, mb: 1 }}>
        {translate('pilot.facts')}
      </Typography>
      <Facts facts={recordOf('pilots')} record={record} />
      <History singular="pilot" id={pilot.id} />
    </Box>
  )
}

function Risks({ pilot }: { pilot: PilotFacts }) {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="h2" sx={{ mt: 4, mb: 1 }}>
        {translate('pilot.risks')}
      </Typography>
      {pilot.risks.nodes.length === 0 ? <Typography>{translate('pilot.noRisks')}</Typography> : null}
      <Table size="small" aria-label={translate('pilot.risks')}>
        <TableBody>
          {pilot.risks.nodes.map((risk) => (
            <TableRow key={risk.id}>
              <TableCell>
                {risk.likelihood * risk.impact} ({risk.likelihood} × {risk.impact})
              </TableCell>
              <TableCell component="th" scope="row">
                {risk.title}
              </TableCell>
              <TableCell>{risk.mitigation}</TableCell>
              <TableCell>{risk.owner?.shortName}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  )
}
