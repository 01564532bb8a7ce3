import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { useLoading, useTranslate } from 'react-admin'
import { ProveAgain } from '../access'
import { PROVE_AGAIN, REACHED, SIGNED_OUT, UNREACHED } from '../api/graphql'
import { useProject, useViewer } from '../api/session'
import { lazily } from '../kit/lazily'
import { RemoveDemonstration } from '../partnership'

const SignInAgain = lazily(() => import('./sign-in-again'))

function useEvent(name: string, listen: () => void): void {
  useEffect(() => {
    window.addEventListener(name, listen)
    return () => window.removeEventListener(name, listen)
  }, [name, listen])
}

/** Says that a page is still coming: a bar at once, a sentence when it takes long. */
export function Slow() {
  const translate = useTranslate()
  const loading = useLoading()
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = loading ? setTimeout(() => setLong(true), 4000) : undefined
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [loading])
  return (
    <Box sx={{ height: 3, position: 'absolute', left: 0, right: 0, bottom: 0 }}>
      {loading ? <LinearProgress aria-label={translate('app.loading')} sx={{ height: 3 }} /> : null}
      {long ? (
        <Typography role="status" variant="body2" sx={{ position: 'absolute', right: 16, top: 6, zIndex: 1, bgcolor: 'background.paper', px: 1 }}>
          {translate('app.slow')}
        </Typography>
      ) : null}
    </Box>
  )
}

/** Says that the server is not reached, and tries again by itself. */
export function Offline() {
  const translate = useTranslate()
  const client = useQueryClient()
  const [away, setAway] = useState(false)
  useEvent(UNREACHED, () => setAway(true))
  useEvent(REACHED, () => setAway(false))
  useEffect(() => {
    if (!away) return
    const again = () => void client.refetchQueries({ type: 'active' })
    const timer = setInterval(again, 5000)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [away, client])
  if (!away) return null
  return (
    <Alert severity="warning" icon={<CloudOffOutlined />} role="alert" sx={{ borderRadius: 0 }}>
      {translate('app.offline')}
    </Alert>
  )
}

/** Each page of the demonstration says what it is. */
export function DemonstrationNotice() {
  const translate = useTranslate()
  const { current } = useProject()
  const [removing, setRemoving] = useState(false)
  if (!current?.project.demonstration) return null
  return (
    <Box
      component="aside"
      aria-label={translate('app.demonstrationName')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 1,
        alignItems: 'center',
        px: { xs: 2, sm: 3 },
        py: 0.75,
        minHeight: 37,
        bgcolor: 'var(--sunken)',
        borderBottom: '1px solid var(--line)',
        fontSize: 13,
      }}
    >
      <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: '1 1 260px' }}>
        <InfoOutlined aria-hidden sx={{ fontSize: 16 }} />
        {translate('app.demonstration')}
      </Box>
      {current?.project.can.removeDemonstration.allowed ? (
        <Button size="small" onClick={() => setRemoving(true)} sx={{ minHeight: { sm: 24 }, py: 0, ml: { xs: 2, sm: 0 } }}>
          {translate('demonstration.remove')}…
        </Button>
      ) : null}
      <Suspense fallback={null}>{removing ? <RemoveDemonstration onClose={() => setRemoving(false)} /> : null}</Suspense>
    </Box>
  )
}

/** Asks in place who is there when the session has ended, so that nothing typed is lost. */
export function SessionEnded() {
  const viewer = useViewer()
  const [ended, setEnded] = useState(false)
  useEvent(SIGNED_OUT, () => setEnded(true))
  if (!ended || !viewer?.email) return null
  return (
    <Suspense fallback={null}>
      <SignInAgain viewer={viewer} email={viewer.email} onClose={() => setEnded(false)} />
    </Suspense>
  )
}

type Tell = (proved: boolean) => void

/** Lets the person prove again who they are, when the gateway asks for it; what they did is then sent once more. */
export function ProofAsked() {
  const [waiting, setWaiting] = useState<readonly Tell[]>([])
  useEffect(() => {
    const hear = (event: Event) => setWaiting((others) => [...others, (event as CustomEvent<Tell>).detail])
    window.addEventListener(PROVE_AGAIN, hear)
    return () => window.removeEventListener(PROVE_AGAIN, hear)
  }, [])
  const end = (proved: boolean) => {
    for (const tell of waiting) tell(proved)
    setWaiting([])
  }
  if (waiting.length === 0) return null
  return (
    <Suspense fallback={null}>
      <ProveAgain onProved={() => end(true)} onClose={() => end(false)} />
    </Suspense>
  )
}
