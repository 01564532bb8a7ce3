import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined'
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import MenuOutlined from '@mui/icons-material/MenuOutlined'
import SearchOutlined from '@mui/icons-material/SearchOutlined'
import TranslateOutlined from '@mui/icons-material/TranslateOutlined'
import { Box, Button, IconButton, ListItemButton, ListItemIcon, ListItemText, Menu, MenuItem, Popover } from '@mui/material'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { setAddress } from '../api/address'
import { useProject, useViewer } from '../api/session'
import { dayText } from '../kit/format'
import { locales } from '../kit/languages'
import { lazily } from '../kit/lazily'
import { logoAddress, productName } from '../kit/product'
import { useSignOut } from '../records/use-sign-out'
import { Slow } from './notices'
import { usePreferences } from './preferences'

const OtherDay = lazily<{ readonly day: string }>(() => import('./other-day'))

/** Project, search, day, language, colours, person. */
export function TopBar({ phone, onMenu, onSearch }: { phone: boolean; onMenu: () => void; onSearch: () => void }) {
  const translate = useTranslate()
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        displayPrint: 'none',
        alignItems: 'center',
        gap: 1,
        px: { xs: 1, sm: 2 },
        minHeight: 52,
        position: 'relative',
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {phone ? (
        <IconButton onClick={onMenu} aria-label={translate('app.menu')}>
          <MenuOutlined />
        </IconButton>
      ) : null}
      <Logo />
      <ProjectMenu />
      <Box sx={{ flex: 1 }} />
      {phone ? (
        <IconButton onClick={onSearch} aria-label={translate('search.title')}>
          <SearchOutlined />
        </IconButton>
      ) : (
        <Button
          onClick={onSearch}
          variant="outlined"
          color="inherit"
          startIcon={<SearchOutlined />}
          sx={{ borderColor: 'var(--line2)', color: 'text.secondary', fontWeight: 400 }}
        >
          {translate('search.title')}
          <Box component="kbd" aria-hidden sx={{ ml: 2, px: 0.75, border: '1px solid var(--line)', borderRadius: 1, fontSize: 12 }}>
            /
          </Box>
        </Button>
      )}
      <AsOfMenu phone={phone} />
      {phone ? null : <LanguageMenu />}
      {phone ? null : <ColoursButton />}
      <PersonMenu phone={phone} />
      <Slow />
    </Box>
  )
}

/** The installation's own logo, else ours, and its name. */
function Logo() {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mr: { xs: 0, sm: 3 } }}>
      {logoAddress ? <img src={logoAddress} alt="" height={20} /> : <OurLogo />}
      <Box component="span" sx={{ fontWeight: 650, fontSize: 15, display: { xs: 'none', md: 'inline' } }}>
        {productName}
      </Box>
    </Box>
  )
}

/** Six areas by two phases, of which some are filled. */
const OurLogo = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" fill="var(--data)">
    <rect x="0" y="0" width="9" height="5.5" rx="1" />
    <rect x="11" y="0" width="9" height="5.5" rx="1" opacity="0.45" />
    <rect x="0" y="7.2" width="9" height="5.5" rx="1" opacity="0.45" />
    <rect x="11" y="7.2" width="9" height="5.5" rx="1" />
    <rect x="0" y="14.5" width="9" height="5.5" rx="1" />
    <rect x="11" y="14.5" width="9" height="5.5" rx="1" opacity="0.45" />
  </svg>
)

interface DropProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly text: ReactNode
  /** True: what opens is a panel with more than choices in it, no menu. */
  readonly isPanel?: boolean
  readonly children: (close: () => void) => ReactNode
}

/** Where a panel opens. */
const below = { vertical: 'bottom', horizontal: 'left' } as const

/** A button that opens a menu or a panel below it. */
function Drop({ label, icon, text, isPanel = false, children }: DropProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        color="inherit"
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup={isPanel ? 'dialog' : 'menu'}
        aria-expanded={anchor !== null}
        aria-label={text ? undefined : label}
        title={label}
        startIcon={icon}
        sx={{ fontWeight: 500, minWidth: 0, px: 1, textAlign: 'left', '.MuiButton-startIcon': { mr: text ? 0.75 : 0 } }}
      >
        {text}
      </Button>
      {isPanel ? (
        <Popover anchorEl={anchor} open={anchor !== null} onClose={close} anchorOrigin={below} slotProps={{ paper: { role: 'dialog', 'aria-label': label } }}>
          {children(close)}
        </Popover>
      ) : (
        // Within the bar, which is where it belongs to who goes by landmarks.
        <Menu anchorEl={anchor} open={anchor !== null} onClose={close} disablePortal>
          {children(close)}
        </Menu>
      )}
    </>
  )
}

const oneLine = { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

function ProjectMenu() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { current, memberships, choose } = useProject()
  if (!current) return null
  const { project } = current
  const open = (id: string) => {
    choose(id)
    navigate('/')
  }
  return (
    <Drop
      label={`${translate('app.project')}: ${project.acronym}`}
      text={
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <Box component="span" sx={{ display: 'block', lineHeight: '16px', maxWidth: { xs: 110, sm: 240 } }}>
            <Box component="strong" sx={oneLine}>
              {project.acronym}
            </Box>
            <Box component="span" sx={{ ...oneLine, display: { xs: 'none', sm: 'block' }, fontSize: 12, color: 'text.secondary' }}>
              {project.demonstration ? translate('app.invented') : project.reference}
            </Box>
          </Box>
          <ExpandMoreOutlined aria-hidden sx={{ fontSize: 16 }} />
        </Box>
      }
    >
      {(close) =>
        [...new Map(memberships.map((membership) => [membership.project.id, membership.project])).values()].map(({ id, acronym, title }) => (
          <MenuItem
            key={id}
            selected={id === project.id}
            onClick={() => {
              close()
              open(id)
            }}
          >
            <ListItemText primary={acronym} secondary={title} />
          </MenuItem>
        ))
      }
    </Drop>
  )
}

/** The day that every page speaks of: it stands in the address, and can be another one. */
function AsOfMenu({ phone }: { phone: boolean }) {
  const translate = useTranslate()
  const { current, asOf } = useProject()
  if (!current || !asOf) return null
  const { project } = current
  const known = [
    [project.asOf, 'app.projectDay'],
    [project.startsOn, 'app.projectStart'],
    [project.endsOn, 'app.projectEnd'],
  ] as const
  const days = known.filter(([day], index) => day !== null && known.findIndex(([other]) => other === day) === index)
  return (
    <Drop
      label={translate('app.asOf', { day: dayText(asOf) })}
      icon={<EventOutlined />}
      text={phone ? null : translate('app.asOf', { day: dayText(asOf) })}
      isPanel
    >
      {(close) => (
        <Box sx={{ py: 1 }}>
          {days.map(([day, meaning], at) => (
            <ListItemButton
              key={day}
              autoFocus={at === 0}
              selected={day === asOf}
              aria-current={day === asOf}
              onClick={() => {
                setAddress({ asOf: day === project.asOf ? null : day }, true)
                close()
              }}
            >
              <ListItemText primary={dayText(day ?? '')} secondary={translate(meaning)} />
            </ListItemButton>
          ))}
          <Box sx={{ px: 2, py: 1 }}>
            <Suspense fallback={null}>
              <OtherDay day={asOf} />
            </Suspense>
          </Box>
        </Box>
      )}
    </Drop>
  )
}

function LanguageMenu() {
  const translate = useTranslate()
  const { locale, setLanguage } = usePreferences()
  const name = locales.find((known) => known.locale === locale)?.name ?? locale
  return (
    <Drop label={`${translate('app.language')}: ${name}`} icon={<TranslateOutlined />} text={locale.toUpperCase()}>
      {(close) => languageItems(locale, setLanguage, close)}
    </Drop>
  )
}

const languageItems = (locale: string, choose: (locale: string) => void, close: () => void) =>
  locales.map((known) => (
    <MenuItem
      key={known.locale}
      lang={known.locale}
      selected={known.locale === locale}
      onClick={() => {
        choose(known.locale)
        close()
      }}
    >
      {known.name}
    </MenuItem>
  ))

function ColoursButton() {
  const translate = useTranslate()
  const { dark, toggleColours } = usePreferences()
  const label = translate(dark ? 'app.toLight' : 'app.toDark')
  return (
    <IconButton onClick={toggleColours} aria-label={label} title={label}>
      {dark ? <LightModeOutlined /> : <DarkModeOutlined />}
    </IconButton>
  )
}

function PersonMenu({ phone }: { phone: boolean }) {
  const translate = useTranslate()
  const viewer = useViewer()
  const { current, roles } = useProject()
  const { locale, dark, setLanguage, toggleColours } = usePreferences()
  const navigate = useNavigate()
  const { signOut, question } = useSignOut()
  if (!viewer) return null
  const role = roles[0] ? translate(`enums.MemberRole.${roles[0]}`) : viewer.administrator ? translate('resources.users.fields.administrator') : ''
  return (
    <>
      {question}
      <Drop
        label={`${viewer.displayName}, ${role}`}
        icon={<AccountCircleOutlined />}
        text={phone ? null : [viewer.displayName, current?.partner?.shortName ?? role].filter(Boolean).join(' · ')}
      >
        {(close) => [
          <MenuItem
            key="account"
            onClick={() => {
              close()
              navigate('/account')
            }}
          >
            <ListItemText primary={translate('account.title')} secondary={role} />
          </MenuItem>,
          ...(phone
            ? [
                ...languageItems(locale, setLanguage, close),
                <MenuItem key="colours" onClick={toggleColours}>
                  {translate(dark ? 'app.toLight' : 'app.toDark')}
                </MenuItem>,
              ]
            : []),
          <MenuItem
            key="out"
            onClick={() => {
              close()
              void signOut()
            }}
          >
            <ListItemIcon>
              <LogoutOutlined fontSize="small" />
            </ListItemIcon>
            {translate('account.signOut')}
          </MenuItem>,
        ]}
      </Drop>
    </>
  )
}
