import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import GridViewOutlined from '@mui/icons-material/GridViewOutlined'
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import SensorsOutlined from '@mui/icons-material/SensorsOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import { Box, Drawer, Link, Tooltip } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useLocation } from 'react-router-dom'
import { contract } from '../api/contract'
import { ask } from '../api/graphql'
import { useProject, useViewer } from '../api/session'

interface Room {
  readonly key: string
  readonly icon: typeof HomeOutlined
  /** The room's first page, and its other pages. */
  readonly pages: readonly string[]
}

const rooms: readonly Room[] = [
  { key: 'workplan', icon: GridViewOutlined, pages: ['workPackages', 'activities', 'deliverables', 'milestones', 'thematicAreas', 'phases'] },
  { key: 'pilots', icon: FlagOutlined, pages: ['pilots', 'indicators', 'risks'] },
  { key: 'evaluation', icon: FactCheckOutlined, pages: ['evaluationPlans', 'findings', 'lessons', 'recommendations', 'benchmarks'] },
  { key: 'foresight', icon: SensorsOutlined, pages: ['regionalPosition', 'regionalStatistics'] },
  { key: 'partnership', icon: HandshakeOutlined, pages: ['partners', 'regions', 'projects', 'sources', 'members'] },
  { key: 'reporting', icon: AssessmentOutlined, pages: ['progress'] },
]

const administration: Room = { key: 'administration', icon: SettingsOutlined, pages: ['administration', 'users'] }

type Counts = Readonly<Record<'workplan' | 'pilots' | 'evaluation' | 'partnership' | 'benchmarks' | 'statistics', { readonly totalCount: number }>>

const document = `query ($id: ID!) { workplan: workPackages(filter: {project: {id: {eq: $id}}}, first: 1) { totalCount }
  pilots(filter: {project: {id: {eq: $id}}}, first: 1) { totalCount }
  evaluation: evaluationPlans(filter: {project: {id: {eq: $id}}}, first: 1) { totalCount }
  partnership: partners(filter: {project: {id: {eq: $id}}}, first: 1) { totalCount }
  benchmarks(filter: {project: {id: {eq: $id}}}, first: 1) { totalCount }
  statistics: regionalStatistics(filter: {project: {id: {eq: $id}}}, first: 1) { totalCount } }`

/** Rooms that have something in them; whoever may fill a room sees it empty too. */
function useRooms(): { readonly shown: readonly Room[]; readonly counts: Partial<Record<string, number>> } {
  const { current, roles } = useProject()
  const viewer = useViewer()
  const id = current?.project.id
  const { data } = useQuery({ queryKey: ['rail', id], queryFn: () => ask<Counts>(document, { id }), enabled: id !== undefined })
  const counts = { pilots: data?.pilots.totalCount, partnership: data?.partnership.totalCount }
  const fills = roles.includes('LEAD_PARTNER') || roles.includes('WORK_PACKAGE_LEADER')
  const isFilled: Readonly<Record<string, boolean>> = {
    workplan: (data?.workplan.totalCount ?? 0) > 0,
    pilots: (data?.pilots.totalCount ?? 0) > 0,
    evaluation: (data?.evaluation.totalCount ?? 0) + (data?.benchmarks.totalCount ?? 0) > 0,
    foresight: (data?.statistics.totalCount ?? 0) > 0,
    partnership: (data?.partnership.totalCount ?? 0) > 0,
    reporting: (data?.pilots.totalCount ?? 0) > 0,
  }
  const shown = id ? rooms.filter(({ key }) => isFilled[key] || (fills && key !== 'reporting')) : []
  return { shown: viewer?.administrator ? [...shown, administration] : shown, counts }
}

/** The room of a record whose list is in no room of its own. */
const roomOf = (page: string) => Object.values(contract.records).find((record) => record.plural === page)?.room

const pageOf = (path: string) => path.split('/')[1] ?? ''

/** The rooms, by their one name; only the open one unfolds. Icons alone where it is narrow. */
export function Rail({ narrow = false, onGo }: { narrow?: boolean; onGo?: () => void }) {
  const translate = useTranslate()
  const { shown, counts } = useRooms()
  const page = pageOf(useLocation().pathname)
  return (
    <Box
      component="nav"
      aria-label={translate('app.rooms')}
      sx={{ width: narrow ? 56 : 208, flexShrink: 0, p: 1, display: 'flex', flexDirection: 'column', gap: 0.25 }}
    >
      <Item to="/" label={translate('rooms.home')} icon={HomeOutlined} open={page === ''} narrow={narrow} onGo={onGo} />
      {shown.map(({ key, icon, pages }) => {
        const open = pages.includes(page) || (key === roomOf(page) && !shown.some((room) => room.pages.includes(page)))
        return (
          <Box key={key} sx={key === 'administration' ? { mt: 4 } : undefined}>
            <Item to={`/${pages[0]}`} label={translate(`rooms.${key}`)} icon={icon} open={open} narrow={narrow} count={counts[key]} onGo={onGo} />
            {open && !narrow && pages.length > 1
              ? pages.map((name) => <Sub key={name} to={`/${name}`} label={translate(`pages.${name}`)} current={name === page} onGo={onGo} />)
              : null}
          </Box>
        )
      })}
    </Box>
  )
}

interface ItemProps {
  readonly to: string
  readonly label: string
  readonly icon: typeof HomeOutlined
  readonly open: boolean
  readonly narrow: boolean
  readonly count?: number | undefined
  readonly onGo?: (() => void) | undefined
}

function Item({ to, label, icon: Icon, open, narrow, count, onGo }: ItemProps) {
  const link = (
    <Link
      component={RouterLink}
      to={to}
      onClick={() => onGo?.()}
      underline="none"
      aria-label={narrow ? label : undefined}
      aria-current={open ? 'page' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        px: 1.25,
        minHeight: { xs: 44, sm: 34 },
        borderRadius: 1,
        fontSize: 14,
        fontWeight: open ? 650 : 500,
        color: 'text.primary',
        bgcolor: open ? 'var(--tintAccent)' : 'transparent',
        '&:hover': { bgcolor: 'var(--sunken)' },
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18, color: 'text.secondary' }} />
      {narrow ? null : <span style={{ flex: 1 }}>{label}</span>}
      {narrow || !count ? null : (
        <Box component="span" aria-hidden sx={{ fontSize: 12, color: 'text.secondary' }}>
          {count}
        </Box>
      )}
    </Link>
  )
  return narrow ? (
    <Tooltip title={label} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}

const Sub = ({ to, label, current, onGo }: { to: string; label: string; current: boolean; onGo?: (() => void) | undefined }) => (
  <Link
    component={RouterLink}
    to={to}
    onClick={() => onGo?.()}
    underline="hover"
    aria-current={current ? 'page' : undefined}
    sx={{
      display: 'flex',
      alignItems: 'center',
      minHeight: { xs: 44, sm: 28 },
      ml: 5,
      fontSize: 13,
      color: current ? 'primary.main' : 'text.secondary',
      fontWeight: current ? 650 : 400,
    }}
  >
    {label}
  </Link>
)

/** The rail as a drawer, on a phone. */
export const RailDrawer = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Drawer open={open} onClose={onClose}>
    <Rail onGo={onClose} />
  </Drawer>
)
