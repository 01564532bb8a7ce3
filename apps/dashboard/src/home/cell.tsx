import AlarmOutlined from '@mui/icons-material/AlarmOutlined'
import TrendingDown from '@mui/icons-material/TrendingDown'
import TrendingUp from '@mui/icons-material/TrendingUp'
import { Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { percentText } from '../app/format'
import { ProgressBar } from '../app/progress-bar'
import type { PilotInMatrix, Progress } from './matrix-data'

/** One cell of the matrix: figure, bar, deviation, late items, pilots. A cell without a counted pilot shows counts and no per cent. */
export function Cell({
  progress,
  pilots,
  label,
  to,
}: {
  progress: Progress | undefined
  pilots: readonly PilotInMatrix[]
  label: { area: string; phase: string }
  to: string
}) {
  const translate = useTranslate()
  const counted = progress !== undefined && progress.achieved !== null
  const spoken = translate('home.cell', { ...label, achieved: percentText(progress?.achieved), planned: percentText(progress?.planned) })
  return (
    <>
      {counted ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Link component={RouterLink} to={to} aria-label={spoken} color="text.primary" underline="hover" sx={{ fontSize: 19, fontWeight: 650, minWidth: 52 }}>
            {percentText(progress.achieved)}
          </Link>
          <ProgressBar achieved={progress.achieved ?? 0} planned={progress.standing === 'NOTHING_DUE' ? null : progress.planned} />
        </Box>
      ) : null}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', columnGap: 1 }}>
        {counted ? <Deviation progress={progress} /> : <span />}
        <Late count={progress?.late ?? 0} />
      </Box>
      {pilots.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('home.noPilot')}
        </Typography>
      ) : (
        pilots.map((pilot) => (
          <Typography key={pilot.id} variant="body2" color="text.secondary">
            {translate(pilot.status ? `enums.PilotStatus.${pilot.status}` : 'app.unknown')}:{' '}
            <Link component={RouterLink} to={`/pilots/${pilot.id}/show`}>
              {pilot.title}
            </Link>
          </Typography>
        ))
      )}
    </>
  )
}

function Deviation({ progress }: { progress: Progress }) {
  const translate = useTranslate()
  const points = Math.round(Math.abs((progress.achieved ?? 0) - (progress.planned ?? 0)) * 100)
  if (progress.standing === 'NOTHING_DUE')
    return (
      <Typography variant="body2" color="text.secondary">
        {translate('home.nothingDue')}
      </Typography>
    )
  const behind = (progress.achieved ?? 0) < (progress.planned ?? 0)
  const color = progress.standing === 'BEHIND' ? 'warning.main' : 'text.secondary'
  const Icon = behind ? TrendingDown : TrendingUp
  const words = points === 0 ? translate('home.onPlan') : translate(behind ? 'home.pointsBehind' : 'home.pointsAhead', { points })
  return (
    <Typography variant="body2" sx={{ color, display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <Icon sx={{ fontSize: 16 }} aria-hidden />
      {words}
    </Typography>
  )
}

/** Number of late items, in words. */
export function Late({ count }: { count: number }) {
  const translate = useTranslate()
  if (count === 0)
    return (
      <Typography variant="body2" color="text.secondary">
        {translate('home.noneLate')}
      </Typography>
    )
  return (
    <Typography variant="body2" sx={{ color: 'error.main', fontWeight: 600, display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <AlarmOutlined sx={{ fontSize: 16 }} aria-hidden />
      {translate('home.late', { smart_count: count })}
    </Typography>
  )
}
