import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { dayText } from '../kit/format'
import { axisWords } from '../kit/own-words'
import { Cell, Figures } from './cell'
import { type Area, areaName, cellOf, type Line, linesOf, type Matrix, pilotsIn, totalOf } from './matrix-data'

const line = '1px solid var(--line)'
const wide = { xs: 'none', sm: 'table-cell' } as const
const cellStyle = { border: line, p: { xs: 1, sm: 1.5 }, verticalAlign: 'top', textAlign: 'left' } as const

interface RowsProps {
  readonly matrix: Matrix
  readonly phases: readonly Line[]
}

/** Areas by phases; on a phone each area stands above its phases. A project of one axis has one line on the other. */
export function MatrixTable({ matrix, day }: { matrix: Matrix; day: string | null }) {
  const { areas, phases } = linesOf(matrix)
  return (
    <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', bgcolor: 'background.paper', tableLayout: 'fixed', overflowWrap: 'anywhere' }}>
      <caption style={{ textAlign: 'left', captionSide: 'top', paddingBottom: 8, fontSize: 12, color: 'var(--ink2)' }}>
        <Legend day={day} />
      </caption>
      <Head matrix={matrix} phases={phases} />
      {areas.map((area) => (
        <AreaRows key={area?.id ?? ''} matrix={matrix} phases={phases} area={area} />
      ))}
      {matrix.project?.axes === 'COLUMNS' ? null : <Totals matrix={matrix} phases={phases} />}
    </Box>
  )
}

/** What a line is called that is of no row, or of no column: all there is, or what has no place on that axis. */
const useOpenLine = (matrix: Matrix, axis: 'ROWS' | 'COLUMNS'): string => useTranslate()(matrix.project?.axes === axis ? 'home.all' : 'home.notPlaced')

function Head({ matrix, phases }: RowsProps) {
  const { area: rows, phase: columns } = axisWords(useTranslate())
  const open = useOpenLine(matrix, 'ROWS')
  return (
    <thead>
      <tr>
        <Box component="th" scope="col" sx={{ ...cellStyle, display: wide, width: { sm: '22%' }, fontSize: 13, fontWeight: 500, verticalAlign: 'bottom' }}>
          {matrix.project?.axes === 'COLUMNS' ? null : rows}
        </Box>
        {phases.map((phase) => (
          <Box component="th" scope="col" key={phase?.id ?? ''} sx={cellStyle}>
            {phase ? (
              <Typography variant="body2" component="div" color="textSecondary">
                {columns} {phase.number}
              </Typography>
            ) : null}
            {phase?.title ?? open}
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

function AreaRows({ matrix, phases, area }: RowsProps & { area: Line<Area> }) {
  const open = useOpenLine(matrix, 'COLUMNS')
  return (
    <tbody>
      <NameAbove across={phases.length}>{area ? `${area.number} ${areaName(area)}` : open}</NameAbove>
      <tr>
        {area ? (
          <AreaName area={area} />
        ) : (
          <Box component="th" scope="row" sx={{ ...cellStyle, display: wide, fontWeight: 600 }}>
            {open}
          </Box>
        )}
        {phases.map((phase) => (
          <CellAt key={phase?.id ?? ''} matrix={matrix} area={area} phase={phase} />
        ))}
      </tr>
    </tbody>
  )
}

function CellAt({ matrix, area, phase }: { matrix: Matrix; area: Line<Area>; phase: Line }) {
  const { touching, ...content } = cellOf(matrix, area?.id ?? null, phase?.id ?? null)
  const names = new Map(matrix.project?.thematicAreas.nodes.map((one) => [one.id, areaName(one)]))
  const elsewhere = touching.map((pilot) => ({ pilot, countsIn: names.get(pilot.thematicArea?.id ?? '') }))
  const label = [area && areaName(area), phase?.title].filter(Boolean).join(', ')
  return (
    <Box component="td" sx={cellStyle}>
      <Cell {...content} touching={elsewhere} label={label} to={pilotsIn(area?.id ?? null, phase?.id ?? null)} />
    </Box>
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

/** All areas of each phase; of all phases where there is no such axis. */
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
          const progress = totalOf(matrix, phase)
          return (
            <Box component="td" key={phase?.id ?? ''} sx={cellStyle}>
              <Figures progress={progress} spoken={[translate('home.all'), phase?.title].filter(Boolean).join(', ')} />
              {progress ? (
                <Typography variant="body2" color="textSecondary">
                  {translate('home.pilots', { smart_count: progress.pilots })}
                </Typography>
              ) : null}
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
