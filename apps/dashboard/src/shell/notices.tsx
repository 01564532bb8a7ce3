import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, TextField, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, Suspense, useEffect, useState } from 'react'
import { useLoading, useTranslate } from 'react-admin'
import { OtherWaysIn } from '../access'
import { ask, GraphqlError, REACHED, SIGNED_OUT, UNREACHED } from '../api/graphql'
import { signIn, useProject, useReloadViewer, useViewer } from '../api/session'
import { confirmSecondFactorDocument, secondStepDocument, viewerDocument } from '../api/session.graphql'
import { RemoveDemonstration } from '../partnership'
import { useSignOut } from '../records/use-sign-out'

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
  const translate = useTranslate()
  const viewer = useViewer()
  const reload = useReloadViewer()
  const { signOut, question } = useSignOut()
  const [ended, setEnded] = useState(false)
  const [isHalfIn, setHalfIn] = useState(false)
  const [secret, setSecret] = useState('')
  const [fault, setFault] = useState('')
  useEvent(SIGNED_OUT, () => setEnded(true))
  if (!ended || !viewer?.email) return question
  /** After a way that may have led here somebody else, or half in. */
  const cameIn = async () => {
    const { secondStep } = await ask(secondStepDocument, {})
    const { viewer: now } = await ask(viewerDocument, {})
    // What was typed here is the other person's.
    if (now && now.id !== viewer.id) return window.location.reload()
    setHalfIn(secondStep !== null)
    setEnded(now === null)
    if (now) await reload()
  }
  const again = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const isIn = isHalfIn ? await ask(confirmSecondFactorDocument, { code: secret }) : (await signIn(viewer.email ?? '', secret)).signIn
      setEnded(!isIn)
      setHalfIn(!isIn)
      setSecret('')
      setFault('')
      if (isIn) await reload()
    } catch (error) {
      setFault(error instanceof GraphqlError ? error.message : '')
    }
  }
  return (
    <Dialog open aria-labelledby="session-ended">
      <form onSubmit={again}>
        <DialogTitle id="session-ended">{translate('session.ended')}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 2 }}>{translate('session.keep', { name: viewer.displayName })}</Typography>
          <TextField
            key={String(isHalfIn)}
            type={isHalfIn ? 'text' : 'password'}
            autoComplete={isHalfIn ? 'one-time-code' : 'current-password'}
            label={translate(isHalfIn ? 'factors.code' : 'account.password')}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
            error={fault !== ''}
            helperText={fault || (isHalfIn ? translate('factors.codeHelp') : '')}
            fullWidth
            autoFocus
          />
          <Suspense fallback={null}>
            <OtherWaysIn isHalfIn={isHalfIn} onDone={() => void cameIn()} />
          </Suspense>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => void signOut().then(() => setEnded(false))}>{translate('session.leave')}</Button>
          <Button onClick={() => setEnded(false)}>{translate('session.later')}</Button>
          <Button type="submit" variant="contained">
            {translate('account.signIn')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
