import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { dayText } from '../kit/format'
import { Cell, Figures } from './cell'
import { type Axis, areaName, cellOf, type Matrix, pilotsIn } from './matrix-data'

const line = '1px solid var(--line)'
const wide = { xs: 'none', sm: 'table-cell' } as const
const cellStyle = { border: line, p: { xs: 1, sm: 1.5 }, verticalAlign: 'top', textAlign: 'left' } as const

type Area = NonNullable<Matrix['project']>['thematicAreas']['nodes'][number]

interface RowsProps {
  readonly matrix: Matrix
  readonly phases: readonly Axis[]
}

/** Areas by phases; on a phone each area stands above its phases. */
export function MatrixTable({ matrix, day }: { matrix: Matrix; day: string | null }) {
  const areas = matrix.project?.thematicAreas.nodes ?? []
  const phases = matrix.project?.phases.nodes ?? []
  return (
    <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', bgcolor: 'background.paper', tableLayout: 'fixed', overflowWrap: 'anywhere' }}>
      <caption style={{ textAlign: 'left', captionSide: 'top', paddingBottom: 8, fontSize: 12, color: 'var(--ink2)' }}>
        <Legend day={day} />
      </caption>
      <Head matrix={matrix} phases={phases} />
      {areas.map((area) => (
        <AreaRows key={area.id} matrix={matrix} phases={phases} area={area} />
      ))}
      <Totals matrix={matrix} phases={phases} />
    </Box>
  )
}

function Head({ matrix, phases }: RowsProps) {
  const translate = useTranslate()
  const { areaAxis: rows, phaseAxis: columns } = matrix.project ?? {}
  return (
    <thead>
      <tr>
        <Box component="th" scope="col" sx={{ ...cellStyle, display: wide, width: { sm: '22%' }, fontSize: 13, fontWeight: 500, verticalAlign: 'bottom' }}>
          {rows === 'Thematic area' ? translate('home.thematicArea') : rows}
        </Box>
        {phases.map((phase) => (
          <Box component="th" scope="col" key={phase.id} sx={cellStyle}>
            <Typography variant="body2" component="div" color="textSecondary">
              {columns === 'Phase' ? translate('home.phase', { number: phase.number }) : `${columns} ${phase.number}`}
            </Typography>
            {phase.title}
          </Box>
        ))}
      </tr>
    </thead>
  )
}

/** A row's name above it, where there is no room beside it. */
const NameAbove = ({ across, children }: { across: number; children: ReactNode }) => (
  <Box component="tr" sx={{ display: { sm: 'none' } }}>
    <Box component="th" scope="rowgroup" colSpan={across} sx={cellStyle}>
      {children}
    </Box>
  </Box>
)

function AreaRows({ matrix, phases, area }: RowsProps & { area: Area }) {
  return (
    <tbody>
      <NameAbove across={phases.length}>
        {area.number} {areaName(area)}
      </NameAbove>
      <tr>
        <AreaName area={area} />
        {phases.map((phase) => (
          <Box component="td" key={phase.id} sx={cellStyle}>
            <Cell {...cellOf(matrix, area.id, phase.id)} label={{ area: areaName(area), phase: phase.title }} to={pilotsIn(area.id, phase.id)} />
          </Box>
        ))}
      </tr>
    </tbody>
  )
}

/** An area's number and name, and the partner that leads it. */
function AreaName({ area }: { area: Area }) {
  const translate = useTranslate()
  return (
    <Box component="th" scope="row" sx={{ ...cellStyle, display: wide, fontWeight: 600 }}>
      <Box component="span" sx={{ display: 'flex', gap: 1 }}>
        <Box component="span" sx={{ color: 'text.secondary', minWidth: 10 }}>
          {area.number}
        </Box>{' '}
        <span>{areaName(area)}</span>
      </Box>
      <Typography
        variant="body2"
        color="textSecondary"
        component="div"
        sx={{ fontStyle: area.leadingPartner ? 'normal' : 'italic', pl: 2.25, fontWeight: 400 }}
      >
        {area.leadingPartner?.shortName ?? translate('home.leaderUnknown')}
      </Typography>
    </Box>
  )
}

/** All areas of each phase. */
function Totals({ matrix, phases }: RowsProps) {
  const translate = useTranslate()
  return (
    <tfoot>
      <NameAbove across={phases.length}>{translate('home.all')}</NameAbove>
      <Box component="tr" sx={{ bgcolor: 'var(--canvas)' }}>
        <Box component="th" scope="row" sx={{ ...cellStyle, display: wide }}>
          {translate('home.all')}
        </Box>
        {phases.map((phase) => {
          const progress = matrix.columns.nodes.find((column) => column.phaseId === phase.id)
          return (
            <Box component="td" key={phase.id} sx={cellStyle}>
              <Figures progress={progress} spoken={{ area: translate('home.all'), phase: phase.title }} />
              <Typography variant="body2" color="textSecondary">
                {translate('home.pilots', { smart_count: progress?.pilots ?? 0 })}
              </Typography>
            </Box>
          )
        })}
      </Box>
    </tfoot>
  )
}

/** What fill, hatching and tick mean. */
function Legend({ day }: { day: string | null }) {
  const translate = useTranslate()
  const marks = [
    ['home.achieved', { background: 'var(--data)', width: 24 }],
    ['home.missing', { background: 'repeating-linear-gradient(135deg, var(--hatch) 0 2px, transparent 2px 5px)', width: 24 }],
    ['home.plan', { background: 'var(--ink)', width: 2 }],
  ] as const
  return (
    <Box component="span" sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
      {marks.map(([key, style]) => (
        <Box key={key} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
          <span aria-hidden style={{ display: 'inline-block', height: 10, ...style }} />
          {translate(key, { day: day ? dayText(day) : '' })}
        </Box>
      ))}
    </Box>
  )
}
