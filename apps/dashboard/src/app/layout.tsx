import FlagOutlined from '@mui/icons-material/FlagOutlined'
import GridViewOutlined from '@mui/icons-material/GridViewOutlined'
import GroupsOutlined from '@mui/icons-material/GroupsOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import MapOutlined from '@mui/icons-material/MapOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import OutboxOutlined from '@mui/icons-material/OutboxOutlined'
import TourOutlined from '@mui/icons-material/TourOutlined'
import { Box, MenuItem, Select, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { AppBar, Menu, Layout as RaLayout, TitlePortal, UserMenu, useTranslate } from 'react-admin'
import { dayText } from './format'
import { useProject, useViewer } from './session'

/** The open project and the day that its pages speak of. */
function ProjectSwitcher() {
  const translate = useTranslate()
  const { current, memberships, choose } = useProject()
  if (!current) return null
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mr: 1 }}>
      <Select
        size="small"
        value={current.project.id}
        onChange={(event) => choose(String(event.target.value))}
        inputProps={{ 'aria-label': translate('app.project') }}
        sx={{
          color: 'inherit',
          '.MuiOutlinedInput-notchedOutline': { borderColor: 'currentcolor' },
          '.MuiSvgIcon-root': { color: 'inherit' },
          maxWidth: { xs: 130, sm: 300 },
        }}
      >
        {memberships.map(({ project }) => (
          <MenuItem key={project.id} value={project.id}>
            {project.acronym}
          </MenuItem>
        ))}
      </Select>
      <Typography variant="body2" sx={{ display: { xs: 'none', md: 'block' } }}>
        {current.project.asOf ? translate('app.asOf', { day: dayText(current.project.asOf) }) : null}
      </Typography>
    </Box>
  )
}

/** Named by what it shows: the person signed in. */
const PersonMenu = () => <UserMenu label={useViewer()?.displayName ?? 'ra.auth.user_menu'} />

const Bar = () => (
  <AppBar userMenu={<PersonMenu />}>
    <TitlePortal />
    <ProjectSwitcher />
  </AppBar>
)

const rooms = [
  ['workPackages', <GridViewOutlined key="w" />],
  ['deliverables', <OutboxOutlined key="d" />],
  ['milestones', <TourOutlined key="m" />],
  ['pilots', <FlagOutlined key="p" />],
  ['partners', <GroupsOutlined key="g" />],
  ['regions', <MapOutlined key="r" />],
  ['sources', <MenuBookOutlined key="s" />],
] as const

/** The rooms, by their one name. */
function Rooms() {
  const translate = useTranslate()
  return (
    <Menu>
      <Menu.DashboardItem leftIcon={<HomeOutlined />} primaryText={translate('app.home')} />
      {rooms.map(([name, icon]) => (
        <Menu.Item key={name} to={`/${name}`} primaryText={translate(`resources.${name}.name`, { smart_count: 2 })} leftIcon={icon} />
      ))}
    </Menu>
  )
}

function DemonstrationNotice() {
  const translate = useTranslate()
  const { current } = useProject()
  if (!current?.project.demonstration) return null
  return (
    <Typography variant="body2" role="note" sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
      {translate('app.demonstration')}
    </Typography>
  )
}

/** Bar above, rooms at the left, one page. */
export const Layout = ({ children }: { children: ReactNode }) => (
  <RaLayout appBar={Bar} menu={Rooms}>
    <DemonstrationNotice />
    {children}
  </RaLayout>
)
