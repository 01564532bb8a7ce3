import AddOutlined from '@mui/icons-material/AddOutlined'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import TrendingDown from '@mui/icons-material/TrendingDown'
import { Box, Button, Link, TableCell, TableRow, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import { ChartLegend } from './chart-legend'
import { IndicatorChart } from './indicator-chart'
import { NewestDays } from './newest-days'
import {
  type IndicatorFacts,
  offText,
  type PilotFacts,
  sharedDays,
  shownAim,
  shownLevel,
  shownPoints,
  shownTargets,
  shownText,
  shownUnit,
  targetText,
} from './pilot-data'

/** A pilot's indicators as small charts, or the same figures as a table. */
export function Indicators({ pilot, day }: { pilot: PilotFacts; day: string | null }) {
  const translate = useTranslate()
  const [view, setView] = useState<'charts' | 'table'>('charts')
  const indicators = pilot.indicators.nodes
  const aims = indicators.map(shownAim).filter((aim) => aim !== null)
  const given = new URLSearchParams({ source: JSON.stringify({ pilotId: pilot.id, position: indicators.length + 1 }) })
  return (
    <Section
      title={translate('pilot.indicators')}
      actions={
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {pilot.adds.includes('indicators') ? (
            <Button component={RouterLink} to={`/indicators/create?${given}`} size="small" startIcon={<AddOutlined />}>
              {translate('pilot.addIndicator')}
            </Button>
          ) : null}
          <ToggleButtonGroup size="small" exclusive value={view} onChange={(_, next) => next && setView(next)} aria-label={translate('pilot.view')}>
            <ToggleButton value="charts">{translate('pilot.charts')}</ToggleButton>
            <ToggleButton value="table">{translate('pilot.table')}</ToggleButton>
          </ToggleButtonGroup>
        </Box>
      }
    >
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {indicators.length === 0
          ? translate('pilot.noIndicators')
          : translate('pilot.metSentence', { met: aims.filter(({ met }) => met).length, smart_count: aims.length })}
      </Typography>
      {indicators.length === 0 ? null : view === 'charts' ? (
        <>
          <ChartLegend withBand={indicators.some(({ direction }) => direction === 'BAND')} />
          <Charts indicators={indicators} day={day} />
        </>
      ) : (
        <Figures indicators={indicators} />
      )}
    </Section>
  )
}

function Charts({ indicators, day }: { indicators: readonly IndicatorFacts[]; day: string | null }) {
  const days = sharedDays(indicators)
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
        bgcolor: 'background.paper',
        border: '1px solid var(--line)',
        borderRadius: 2,
        '& > div': { p: 1.5, borderRight: '1px solid var(--line)', borderBottom: '1px solid var(--line)', m: '0 -1px -1px 0' },
        overflow: 'hidden',
      }}
    >
      {indicators.map((indicator) => (
        <div key={indicator.id}>
          <Link component={RouterLink} to={`/indicators/${indicator.id}/show`} color="textPrimary" underline="hover" sx={{ fontWeight: 600, fontSize: 13 }}>
            {indicator.title}
          </Link>
          <Level indicator={indicator} />
          <IndicatorChart indicator={indicator} day={day} days={days} />
        </div>
      ))}
    </Box>
  )
}

const offKeys = { MORE: 'pilot.short', LESS: 'pilot.above', BAND: 'pilot.outside' } as const

/** The newest level, and whether the target due is met. */
export function Level({ indicator }: { indicator: IndicatorFacts }) {
  const translate = useTranslate()
  const last = shownLevel(indicator)
  const against = shownAim(indicator)
  const off = last && against ? Math.abs(last.value - against.aim) : 0
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
      <Box component="span" sx={{ fontSize: 19, lineHeight: '24px', fontWeight: 650 }}>
        {last ? shownText(indicator, last.value) : '–'} <small>{shownUnit(indicator)}</small>
      </Box>
      {against ? (
        <Typography variant="body2" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color: against.met ? 'text.secondary' : 'warning.main' }}>
          {against.met ? <CheckOutlined aria-hidden sx={{ fontSize: 16 }} /> : <TrendingDown aria-hidden sx={{ fontSize: 16 }} />}
          {against.met
            ? translate('pilot.met', { target: targetText(indicator, against.target, translate) })
            : translate(offKeys[indicator.direction], { points: offText(indicator, off, translate), target: targetText(indicator, against.target, translate) })}
        </Typography>
      ) : null}
    </Box>
  )
}

/** The newest days of every indicator, with what was measured and what was aimed at. */
export function Figures({ indicators }: { indicators: readonly IndicatorFacts[] }) {
  const translate = useTranslate()
  const rows = indicators.flatMap((indicator) => {
    const targets = new Map(shownTargets(indicator).map((target) => [target.day, target.value]))
    const points = new Map(shownPoints(indicator).map((point) => [point.day, point.value]))
    return [...new Set([...targets.keys(), ...points.keys()])].sort().map((at) => ({ indicator, at, measured: points.get(at), target: targets.get(at) }))
  })
  const figure = (indicator: IndicatorFacts, value: number | undefined) => (value === undefined ? '' : shownText(indicator, value))
  return (
    <>
      {indicators.some(({ series }) => series.pageInfo.hasPreviousPage) ? <NewestDays /> : null}
      <WideTable
        label={translate('pilot.indicators')}
        framed
        head={[
          translate('resources.indicators.name', { smart_count: 1 }),
          translate('pilot.day'),
          { text: translate('pilot.measuredHead'), right: true },
          { text: translate('pilot.targetHead'), right: true },
        ]}
      >
        {rows.map(({ indicator, at, measured, target }) => (
          <TableRow key={`${indicator.id} ${at}`}>
            <TableCell component="th" scope="row">
              {indicator.title} {shownUnit(indicator) ? `(${shownUnit(indicator)})` : ''}
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{dayText(at, 'short')}</TableCell>
            <TableCell align="right">{figure(indicator, measured)}</TableCell>
            <TableCell align="right">{target === undefined ? '' : targetText(indicator, target, translate)}</TableCell>
          </TableRow>
        ))}
      </WideTable>
    </>
  )
}
