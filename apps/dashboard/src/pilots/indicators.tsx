import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayText, numberText } from '../app/format'
import { IndicatorChart } from './indicator-chart'
import { type IndicatorFacts, shownPoints, shownTargets } from './pilot-data'

/** A pilot's indicators as small charts, or the same figures as a table. */
export function Indicators({ indicators }: { indicators: readonly IndicatorFacts[] }) {
  const translate = useTranslate()
  const [view, setView] = useState<'charts' | 'table'>('charts')
  if (indicators.length === 0) return <Typography>{translate('pilot.noIndicators')}</Typography>
  return (
    <>
      <ToggleButtonGroup size="small" exclusive value={view} onChange={(_, next) => next && setView(next)} aria-label={translate('pilot.indicators')}>
        <ToggleButton value="charts">{translate('pilot.charts')}</ToggleButton>
        <ToggleButton value="table">{translate('pilot.table')}</ToggleButton>
      </ToggleButtonGroup>
      {view === 'charts' ? (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
            gap: 2,
            mt: 2,
            bgcolor: 'background.paper',
            border: '1px solid var(--line)',
            p: 2,
          }}
        >
          {indicators.map((indicator) => (
            <div key={indicator.id}>
              <Heading indicator={indicator} />
              <IndicatorChart indicator={indicator} />
            </div>
          ))}
        </Box>
      ) : (
        indicators.map((indicator) => <Figures key={indicator.id} indicator={indicator} />)
      )}
    </>
  )
}

function Heading({ indicator }: { indicator: IndicatorFacts }) {
  const last = shownPoints(indicator).at(-1)
  return (
    <>
      <Link component={RouterLink} to={`/indicators/${indicator.id}/show`} color="text.primary" sx={{ fontWeight: 600, fontSize: 13 }}>
        {indicator.title}
      </Link>
      <Typography sx={{ fontSize: 19, fontWeight: 650 }}>
        {last ? numberText(last.value) : '–'} {indicator.measure === 'RATIO' ? '%' : indicator.unit}
      </Typography>
    </>
  )
}

function Figures({ indicator }: { indicator: IndicatorFacts }) {
  const translate = useTranslate()
  const targets = new Map(shownTargets(indicator).map(({ day, value }) => [day, value]))
  const points = new Map(shownPoints(indicator).map(({ day, value }) => [day, value]))
  const days = [...new Set([...targets.keys(), ...points.keys()])].sort()
  const figure = (value: number | undefined) => (value === undefined ? '' : numberText(value))
  return (
    <Box sx={{ mt: 2, overflowX: 'auto' }}>
      <Heading indicator={indicator} />
      <Table size="small" sx={{ maxWidth: 480 }} aria-label={indicator.title}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('pilot.day')}</TableCell>
            <TableCell align="right">{translate('pilot.measured')}</TableCell>
            <TableCell align="right">{translate('pilot.target')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {days.map((day) => (
            <TableRow key={day}>
              <TableCell component="th" scope="row">
                {dayText(day)}
              </TableCell>
              <TableCell align="right">{figure(points.get(day))}</TableCell>
              <TableCell align="right">{figure(targets.get(day))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
