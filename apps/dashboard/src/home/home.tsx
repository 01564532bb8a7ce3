import PlaceOutlined from '@mui/icons-material/PlaceOutlined'
import TimelineOutlined from '@mui/icons-material/TimelineOutlined'
import { Box, Button, Link, type Theme, Typography, useMediaQuery } from '@mui/material'
import { Suspense } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useProject } from '../api/session'
import { lazily } from '../kit/lazily'
import { Failed, Loading } from '../kit/loading'
import { Page, PageHead } from '../kit/page'
import { ProgressSentence } from '../kit/progress-sentence'
import { useRooms } from '../records/room'
import { hasItsLines, type Matrix, unplacedIn } from './matrix-data'
import { MatrixTable } from './matrix-table'
import { MyWork } from './my-work'
import { useMatrix } from './use-matrix'

const EmptyHome = lazily(() => import('./empty-home'))
const NewestChanges = lazily<object>(() => import('./newest-changes'))

/** What waits for this person stands beside the matrix, on a phone above it; the newest changes come last there. */
const areas = {
  display: 'grid',
  columnGap: 4,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 300px' },
  gridTemplateRows: { md: 'auto 1fr' },
  gridTemplateAreas: { xs: '"work" "matrix" "changes"', md: '"matrix work" "matrix changes"' },
} as const

/** The matrix as a real table, and beside it what waits for this person. */
export default function Home() {
  const translate = useTranslate()
  const { adds, asOf } = useProject()
  const parts = useRooms().map(({ name, home: Part }) => (Part ? <Part key={name} /> : null))
  const { data, error, isPending, refetch } = useMatrix()
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'))
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (isPending || !data.project) return <Loading />
  if (!hasItsLines(data.project)) {
    return <EmptyHome project={data.project} plans={adds('thematicAreas') && adds('phases')} onChange={() => void refetch()} />
  }
  // Whoever goes through the page by keyboard or ear meets what is above first.
  const work = (
    <Box sx={{ gridArea: 'work' }}>
      <MyWork first={data.mine.nodes} total={data.mine.totalCount} />
    </Box>
  )
  return (
    <Page>
      <PageHead
        title={translate('home.title')}
        sentence={<ProgressSentence whole={data.whole.nodes[0]} day={asOf} />}
        actions={
          <Button component={RouterLink} to="/progress" startIcon={<TimelineOutlined />}>
            {translate('home.byMonth')}
          </Button>
        }
      />
      <Box sx={areas}>
        {isWide ? null : work}
        <Box sx={{ gridArea: 'matrix', minWidth: 0, mb: 4 }}>
          <MatrixTable matrix={data} day={asOf} />
          <Unplaced matrix={data} />
          <Suspense fallback={null}>{parts}</Suspense>
        </Box>
        {isWide ? work : null}
        <Box sx={{ gridArea: 'changes' }}>
          <Suspense fallback={null}>
            <NewestChanges />
          </Suspense>
        </Box>
      </Box>
    </Page>
  )
}

/** What stands in no cell is shown, not hidden. */
function Unplaced({ matrix }: { matrix: Matrix }) {
  const translate = useTranslate()
  const { pilots, activities } = unplacedIn(matrix)
  if (pilots.length + activities.length === 0) return null
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 2, mb: 4 }}>
      <PlaceOutlined aria-hidden sx={{ fontSize: 18, color: 'warning.main' }} />
      <Typography variant="body2" component="div">
        {pilots.length > 0 ? (
          <>
            <strong>{translate('home.unplaced', { smart_count: pilots.length })}</strong>{' '}
            {pilots.map((pilot) => (
              <Link key={pilot.id} component={RouterLink} to={`/pilots/${pilot.id}/show`} sx={{ mr: 1 }}>
                {pilot.title}
              </Link>
            ))}
          </>
        ) : null}
        {activities.length > 0 ? <div>{translate('home.unplacedActivities', { smart_count: activities.length })}</div> : null}
      </Typography>
    </Box>
  )
}
