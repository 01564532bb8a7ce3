import { Box, Link, Typography } from '@mui/material'
import { Loading, Error as RaError, Title, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayText, percentText } from '../app/format'
import { useProject } from '../app/session'
import { Cell, Late } from './cell'
import { type LateItem, type Matrix, useMatrix } from './matrix-data'

const line = '1px solid var(--line)'
const wide = { xs: 'none', sm: 'table-cell' } as const

/** The matrix as a real table, and beside it what is late and due next. */
export default function Home() {
  const translate = useTranslate()
  const { current } = useProject()
  const { data, error, isPending } = useMatrix(current?.project.id)
  if (!current) return <Typography sx={{ p: 3 }}>{translate('home.noProject')}</Typography>
  if (error) return <RaError error={error} resetErrorBoundary={() => undefined} />
  if (isPending || !data.project) return <Loading />
  return (
    <Box sx={{ p: { xs: 2, sm: 3.5 } }}>
      <Title title={translate('app.home')} />
      <Typography variant="h1">{translate('home.title')}</Typography>
      <Sentence matrix={data} />
      <Box sx={{ display: 'flex', gap: 4, flexDirection: { xs: 'column-reverse', lg: 'row' }, mt: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <MatrixTable matrix={data} />
          <Unplaced matrix={data} />
        </Box>
        <MyWork items={data.lateItems.nodes} total={data.lateItems.totalCount} />
      </Box>
    </Box>
  )
}

function Sentence({ matrix }: { matrix: Matrix }) {
  const translate = useTranslate()
  const [whole] = matrix.whole.nodes
  const day = matrix.project?.asOf ? dayText(matrix.project.asOf) : ''
  const figures = { achieved: percentText(whole?.achieved), planned: percentText(whole?.planned), day }
  return (
    <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', color: 'text.secondary' }}>
      <Typography>{whole && whole.achieved !== null ? translate('home.sentence', figures) : translate('home.sentenceNone')}</Typography>
      <Late count={whole?.late ?? 0} />
    </Box>
  )
}

function MatrixTable({ matrix }: { matrix: Matrix }) {
  const translate = useTranslate()
  const areas = matrix.project?.thematicAreas.nodes ?? []
  const phases = matrix.project?.phases.nodes ?? []
  const cellStyle = { border: line, p: 1.5, verticalAlign: 'top', textAlign: 'left' } as const
  return (
    <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', bgcolor: 'background.paper', tableLayout: 'fixed' }}>
      <caption style={{ textAlign: 'left', padding: '8px 0', fontSize: 13 }}>
        {translate('home.achieved')} · {translate('home.missing')} · {translate('home.plan', { day: matrix.project?.asOf ? dayText(matrix.project.asOf) : '' })}
      </caption>
      <thead>
        <tr>
          <Box component="th" scope="col" sx={{ ...cellStyle, display: wide, width: { sm: '22%' } }}>
            {matrix.project?.areaAxis ?? translate('home.thematicArea')}
          </Box>
          {phases.map((phase) => (
            <Box component="th" scope="col" key={phase.id} sx={cellStyle}>
              {phase.number}. {phase.title}
            </Box>
          ))}
        </tr>
      </thead>
      {areas.map((area) => (
        <tbody key={area.id}>
          <Box component="tr" sx={{ display: { sm: 'none' } }}>
            <Box component="th" scope="rowgroup" colSpan={phases.length} sx={cellStyle}>
              {area.number} {area.shortName ?? area.title}
            </Box>
          </Box>
          <tr>
            <Box component="th" scope="row" sx={{ ...cellStyle, display: wide, fontWeight: 600 }}>
              {area.number} {area.shortName ?? area.title}
              <Typography variant="body2" color="text.secondary" component="div" sx={{ fontStyle: area.leadingPartner ? 'normal' : 'italic' }}>
                {area.leadingPartner?.shortName ?? translate('app.unknown')}
              </Typography>
            </Box>
            {phases.map((phase) => (
              <Box component="td" key={phase.id} sx={cellStyle}>
                <Cell
                  progress={matrix.cells.nodes.find((cell) => cell.thematicAreaId === area.id && cell.phaseId === phase.id)}
                  pilots={matrix.pilots.nodes.filter((pilot) => pilot.thematicArea?.id === area.id && pilot.phase?.id === phase.id)}
                  label={{ area: area.shortName ?? area.title, phase: phase.title }}
                  to={cellAddress(area.id, phase.id)}
                />
              </Box>
            ))}
          </tr>
        </tbody>
      ))}
      <tfoot>
        <tr>
          <Box component="th" scope="row" sx={{ ...cellStyle, display: wide }}>
            {translate('home.all')}
          </Box>
          {phases.map((phase) => {
            const progress = matrix.columns.nodes.find((column) => column.phaseId === phase.id)
            return (
              <Box component="td" key={phase.id} sx={cellStyle}>
                <strong>{percentText(progress?.achieved)}</strong> {translate('home.pilots', { smart_count: progress?.pilots ?? 0 })}
                <Late count={progress?.late ?? 0} />
              </Box>
            )
          })}
        </tr>
      </tfoot>
    </Box>
  )
}

const cellAddress = (area: string, phase: string) =>
  `/pilots?filter=${encodeURIComponent(JSON.stringify({ thematicArea: { id: { eq: area } }, phase: { id: { eq: phase } } }))}`

function Unplaced({ matrix }: { matrix: Matrix }) {
  const translate = useTranslate()
  const unplaced = matrix.pilots.nodes.filter((pilot) => !pilot.thematicArea || !pilot.phase)
  if (unplaced.length === 0) return null
  return (
    <Typography variant="body2" sx={{ mt: 1.5 }}>
      <strong>{translate('home.unplaced')}:</strong>{' '}
      {unplaced.map((pilot) => (
        <Link key={pilot.id} component={RouterLink} to={`/pilots/${pilot.id}/show`} sx={{ mr: 1 }}>
          {pilot.title}
        </Link>
      ))}
    </Typography>
  )
}

function MyWork({ items, total }: { items: readonly LateItem[]; total: number }) {
  const translate = useTranslate()
  return (
    <Box component="section" aria-labelledby="my-work" sx={{ width: { lg: 300 } }}>
      <Typography variant="h2" id="my-work" sx={{ borderBottom: line, pb: 1 }}>
        {translate('home.myWork')} ({total})
      </Typography>
      {items.length === 0 ? <Typography variant="body2">{translate('home.nothing')}</Typography> : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {items.map((item) => (
          <Box component="li" key={item.key} sx={{ py: 1, borderBottom: line }}>
            <Link component={RouterLink} to={addressOf(item)}>
              {translate(`home.kinds.${item.kind}`)} {item.title}
            </Link>
            <Typography variant="body2" sx={{ color: item.state === 'LATE' ? 'error.main' : 'text.secondary' }}>
              {item.state === 'LATE' ? translate('home.daysLate', { smart_count: item.daysLate }) : dayText(item.dueOn, 'short')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function addressOf(item: LateItem): string {
  if (item.pilotId) return `/pilots/${item.pilotId}/show`
  return `/${item.kind === 'MILESTONE' ? 'milestones' : 'deliverables'}/${item.recordId}/show`
}
