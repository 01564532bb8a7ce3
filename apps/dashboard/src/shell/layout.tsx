import { Box, Button, Link, Typography, useMediaQuery } from '@mui/material'
import { type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { ErrorBoundary } from 'react-error-boundary'
import { useLocation } from 'react-router-dom'
import { useProject } from '../api/session'
import { awaitHeading, keepFocus } from '../kit/arrival'
import { dayText } from '../kit/format'
import { InOwnWords } from '../kit/in-own-words'
import { forgetFailedLoads, lazily, PartAway } from '../kit/lazily'
import { Loading } from '../kit/loading'
import { onPhone } from '../kit/page'
import { DemonstrationNotice, Offline, ProofAsked, SessionEnded } from './notices'
import { useOwnDrafts } from './own-drafts'
import { useAccountPreferences } from './preferences'
import { Rail, RailDrawer } from './rail'
import { SeeingNotice } from './seeing-notice'
import { useTidyAddress } from './tidy-address'
import { TopBar } from './top-bar'

const Search = lazily<{ readonly onClose: () => void }>(() => import('./search'))

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

/** Bar above, rooms at the left, one page; in the words of the open project. */
export function Layout({ children }: { children: ReactNode }) {
  const { current } = useProject()
  return (
    <InOwnWords names={current?.project}>
      <Frame>{children}</Frame>
    </InOwnWords>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const translate = useTranslate()
  const { pathname } = useLocation()
  useAccountPreferences()
  useOwnDrafts()
  useArrivals(pathname)
  useTidyAddress()
  const phone = useMediaQuery(onPhone)
  const narrow = useMediaQuery('(max-width: 1099px)')
  const [drawer, setDrawer] = useState(false)
  const [searching, setSearching] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target) || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      setSearching(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <Box
      sx={{
        display: 'flex',
        displayPrint: 'block',
        flexDirection: 'column',
        minHeight: '100vh',
        bgcolor: 'background.default',
        color: 'text.primary',
        ...asTallAsPrinted,
      }}
    >
      <Link
        href="#main"
        onClick={skip}
        sx={{ position: 'absolute', left: -9999, '&:focus': { left: 8, top: 8, zIndex: 2000, bgcolor: 'background.paper', p: 1 } }}
      >
        {translate('app.skip')}
      </Link>
      <TopBar phone={phone} onMenu={() => setDrawer(true)} onSearch={() => setSearching(true)} />
      <Offline />
      <SeeingNotice />
      <DemonstrationNotice />
      <PrintedHead />
      <Box sx={{ display: 'flex', displayPrint: 'block', flex: 1 }}>
        {phone ? <RailDrawer open={drawer} onClose={() => setDrawer(false)} /> : <Rail narrow={narrow} />}
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, borderLeft: { sm: '1px solid var(--line)' }, '@media print': { border: 0 }, outline: 'none' }}
        >
          <ErrorBoundary
            resetKeys={[pathname]}
            onReset={forgetFailedLoads}
            fallbackRender={({ error, resetErrorBoundary }) => <Broken error={error} onAgain={resetErrorBoundary} />}
          >
            <Suspense key={pathname} fallback={<Loading />}>
              {children}
            </Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <SessionEnded />
      <ProofAsked />
      <Suspense fallback={null}>{searching ? <Search onClose={() => setSearching(false)} /> : null}</Suspense>
    </Box>
  )
}

/** Wherever a link leads, the page's heading gets the focus; so it does when what had the focus is gone. */
function useArrivals(pathname: string): void {
  const first = useRef(pathname)
  // Before the effects of the page, which may stand at once.
  useLayoutEffect(() => {
    if (first.current === pathname) return
    first.current = ''
    awaitHeading()
  }, [pathname])
  useEffect(keepFocus, [])
}

/** On paper a page is as high as what stands on it. */
const asTallAsPrinted = { '@media print': { minHeight: 0, bgcolor: '#fff' } } as const

/** At the head of what is printed: of which project it speaks, and of which day. */
function PrintedHead() {
  const translate = useTranslate()
  const { current, asOf } = useProject()
  if (!current || !asOf) return null
  return (
    <Typography variant="body2" sx={{ display: 'none', displayPrint: 'block' }}>
      {current.project.acronym} · {translate('app.asOf', { day: dayText(asOf) })}
    </Typography>
  )
}

/** The address belongs to the router: the link moves the focus by itself. */
function skip(event: { preventDefault(): void }) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** What could not be fetched is tried again by itself once there is a connection. */
function Broken({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const translate = useTranslate()
  useEffect(() => {
    if (!(error instanceof PartAway)) return
    window.addEventListener('online', onAgain)
    return () => window.removeEventListener('online', onAgain)
  }, [error, onAgain])
  return (
    <Box role="alert" sx={{ p: 4 }}>
      <Typography variant="h1">{translate('app.failed')}</Typography>
      <p>{translate(error instanceof PartAway ? 'app.partAway' : 'app.broken')}</p>
      <Button variant="outlined" onClick={onAgain}>
        {translate('app.again')}
      </Button>
    </Box>
  )
}
