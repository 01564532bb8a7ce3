import CheckOutlined from '@mui/icons-material/CheckOutlined'
import TrendingDown from '@mui/icons-material/TrendingDown'
import TrendingUp from '@mui/icons-material/TrendingUp'
import { Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { percentText } from '../kit/format'
import { Late } from '../kit/late'
import type { LatePlace } from '../kit/late-list'
import { ProgressBar } from '../kit/progress-bar'
import { Status } from '../kit/status'
import { type ActivityInMatrix, deviationText, type PilotInMatrix, type Progress, pointsOf } from './matrix-data'

interface Props {
  readonly progress: Progress | undefined
  readonly pilots: readonly PilotInMatrix[]
  /** Pilots that touch the cell and count in another, with where that is. */
  readonly touching: readonly { readonly pilot: PilotInMatrix; readonly countsIn: string | undefined }[]
  readonly activities: readonly ActivityInMatrix[]
  /** The cell in words. */
  readonly label: string
  readonly to: string
}

/** One cell of the matrix: figure, bar, deviation, late items, content. A cell without a counted pilot shows counts and no per cent. */
export function Cell({ progress, pilots, touching, activities, label, to }: Props) {
  const translate = useTranslate()
  return (
    <>
      <Figures progress={progress} spoken={label} to={to} />
      {pilots.map((pilot) => (
        <PilotLine key={pilot.id} pilot={pilot} />
      ))}
      {touching.map(({ pilot, countsIn }) => (
        <PilotLine
          key={pilot.id}
          pilot={pilot}
          note={countsIn === undefined ? translate('home.countsNowhere') : translate('home.countsIn', { area: countsIn })}
        />
      ))}
      {pilots.length + touching.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {translate('home.noPilot')}
        </Typography>
      ) : null}
      {activities.length > 0 ? (
        <Typography variant="body2" color="textSecondary">
          {translate('home.activities', { smart_count: activities.length })}
        </Typography>
      ) : null}
    </>
  )
}

/** A pilot with its status; a note says that it counts elsewhere. */
const PilotLine = ({ pilot, note }: { pilot: PilotInMatrix; note?: string }) => (
  <Typography variant="body2" component="div" color="textSecondary" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 0.5 }}>
    <Status status={pilot.status} />
    <Link component={RouterLink} to={`/pilots/${pilot.id}/show`} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 24 }}>
      {pilot.title}
    </Link>
    {note ? <em>{note}</em> : null}
  </Typography>
)

/** A cell, or a whole phase where there is no area. */
const placeOf = (progress: Progress | undefined): LatePlace => ({
  ...(progress?.thematicAreaId ? { area: progress.thematicAreaId } : {}),
  ...(progress?.phaseId ? { phase: progress.phaseId } : {}),
})

/** Achieved against planned: the figure (a link where there is something to open), its bar, how far off, what is late. */
export function Figures({ progress, spoken, to }: { progress: Progress | undefined; spoken: string; to?: string }) {
  const translate = useTranslate()
  const at = placeOf(progress)
  if (!progress || progress.achieved === null) return progress && progress.late > 0 ? <Late count={progress.late} at={at} /> : null
  const figure = percentText(progress.achieved)
  const words = translate('home.cell', {
    place: spoken,
    achieved: figure,
    planned: percentText(progress.planned),
    deviation: deviationText(progress, translate),
  })
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        {to ? (
          <Link
            component={RouterLink}
            to={to}
            aria-label={words}
            color="textPrimary"
            underline="hover"
            sx={{ fontSize: 19, lineHeight: '24px', fontWeight: 650, minWidth: 52 }}
          >
            {figure}
          </Link>
        ) : (
          <Box component="span" sx={{ fontSize: 19, lineHeight: '24px', fontWeight: 650, minWidth: 52 }}>
            {figure}
          </Box>
        )}
        <ProgressBar achieved={progress.achieved} planned={progress.standing === 'NOTHING_DUE' ? null : progress.planned} />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', columnGap: 1 }}>
        <Deviation progress={progress} />
        <Late count={progress.late} at={at} />
      </Box>
    </>
  )
}

/** Quiet where it is on plan; amber only where the API says BEHIND. */
function Deviation({ progress }: { progress: Progress }) {
  const text = deviationText(progress, useTranslate())
  const points = pointsOf(progress)
  const Icon = points < 0 ? TrendingDown : points > 0 ? TrendingUp : CheckOutlined
  return (
    <Typography
      variant="body2"
      sx={{ color: progress.standing === 'BEHIND' ? 'warning.main' : 'text.secondary', display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      {progress.standing === 'NOTHING_DUE' ? null : <Icon sx={{ fontSize: 16 }} aria-hidden />}
      {text}
    </Typography>
  )
}
