import HomeOutlined from '@mui/icons-material/HomeOutlined'
import { Box, Drawer, Link } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useLocation } from 'react-router-dom'
import { isListOfAxes } from '../api/axes'
import { isList } from '../api/contract'
import { countsDocument } from '../api/record-documents'
import { useProject, useViewer } from '../api/session'
import type { Translate } from '../api/translate'
import { useAnswer } from '../api/use-answer'
import { type RailEntry, type Room, useRooms } from '../records/room'

/** A place in the rail, with the pages of other rooms that stand in it. */
interface Entry {
  readonly key: string
  readonly rail: RailEntry
  readonly pages: readonly string[]
  readonly filledBy: readonly string[]
  /** Lists of every room in it. */
  readonly lists: readonly string[]
}

/** The rooms with a place of their own; those within them add their pages. */
function entriesOf(rooms: readonly Room[]): Entry[] {
  return rooms.flatMap(({ name, rail, resources }) => {
    if (!rail || 'within' in rail) return []
    const inside = rooms.filter((other) => other.rail && 'within' in other.rail && other.rail.within === name)
    const all = [{ rail, resources }, ...inside]
    return {
      key: rail.key ?? name,
      rail,
      pages: all.flatMap((one) => one.rail?.pages ?? []),
      filledBy: all.flatMap((one) => one.rail?.filledBy ?? []),
      lists: all.flatMap((one) => Object.keys(one.resources)),
    }
  })
}

/** Rooms that have something in them; whoever may fill a room sees it empty too. */
function useEntries(): { readonly shown: readonly Entry[]; readonly counts: Partial<Record<string, number>> } {
  const entries = entriesOf(useRooms())
  const { current, adds, asOf } = useProject()
  const viewer = useViewer()
  const id = current?.project.id
  const lists = entries.flatMap(({ filledBy }) => filledBy)
  const { data } = useAnswer(countsDocument(lists), id ? { id, day: asOf } : null)
  const isShown = ({ rail, filledBy }: Entry) => {
    if (rail.empty === 'administrators') return viewer?.administrator === true
    return id !== undefined && (filledBy.some((list) => (data?.[list]?.totalCount ?? 0) > 0) || (rail.empty === 'whoFills' && filledBy.some(adds)))
  }
  const counts = Object.fromEntries(entries.map(({ key, rail }) => [key, rail.counts ? data?.[rail.counts]?.totalCount : undefined]))
  return { shown: entries.filter(isShown), counts }
}

const pageOf = (path: string) => path.split('/')[1] ?? ''

/** A list is called as its records are; other pages have a word of their own. */
const pageName = (name: string, translate: Translate): string =>
  isList(name) ? translate(`resources.${name}.name`, { smart_count: 2 }) : translate(`pages.${name}`)

/** The rooms, by their one name; only the open one unfolds. Icons alone where it is narrow. */
export function Rail({ narrow = false, onGo }: { narrow?: boolean; onGo?: () => void }) {
  const translate = useTranslate()
  const { shown, counts } = useEntries()
  const { current } = useProject()
  const page = pageOf(useLocation().pathname)
  return (
    <Box
      component="nav"
      aria-label={translate('app.rooms')}
      sx={{ width: narrow ? 56 : 208, flexShrink: 0, p: 1, display: 'flex', displayPrint: 'none', flexDirection: 'column', gap: 0.25 }}
    >
      <Item to="/" label={translate('rooms.home')} icon={HomeOutlined} open={page === ''} narrow={narrow} onGo={onGo} />
      {shown.map(({ key, rail, pages, lists }) => {
        const open = pages.includes(page) || lists.includes(page)
        return (
          <Box key={key} sx={rail.empty === 'administrators' ? { mt: 4 } : undefined}>
            <Item to={`/${pages[0]}`} label={translate(`rooms.${key}`)} icon={rail.icon} open={open} narrow={narrow} count={counts[key]} onGo={onGo} />
            {open && !narrow && pages.length > 1
              ? pages
                  .filter((name) => isListOfAxes(name, current?.project.axes))
                  .map((name) => <Sub key={name} to={`/${name}`} label={pageName(name, translate)} current={name === page} onGo={onGo} />)
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
  return (
    <Link
      component={RouterLink}
      to={to}
      onClick={() => onGo?.()}
      underline="none"
      aria-label={narrow ? label : undefined}
      title={narrow ? label : undefined}
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
export function RailDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const translate = useTranslate()
  const paper = { role: 'dialog', 'aria-modal': true, 'aria-label': translate('app.menu') }
  return (
    <Drawer open={open} onClose={onClose} slotProps={{ paper }}>
      <Rail onGo={onClose} />
    </Drawer>
  )
}
