import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { type FormEvent, Suspense, useState } from 'react'
import { useTranslate } from 'react-admin'
import { OtherWaysIn } from '../access'
import { ask, GraphqlError } from '../api/graphql'
import { signIn, useReloadViewer, type Viewer } from '../api/session'
import { confirmSecondFactorDocument, secondStepDocument, viewerDocument } from '../api/session.graphql'
import { useSignOut } from '../records/use-sign-out'

interface Props {
  /** Who was signed in. */
  readonly viewer: Viewer
  readonly email: string
  readonly onClose: () => void
}

/** The form of who signs in again in place; another person's page begins anew. */
export default function SignInAgain({ viewer, email, onClose }: Props) {
  const translate = useTranslate()
  const reload = useReloadViewer()
  const { signOut, question } = useSignOut()
  const [isHalfIn, setHalfIn] = useState(false)
  const [secret, setSecret] = useState('')
  const [fault, setFault] = useState('')
  /** After a way that may have led here somebody else, or half in. */
  const cameIn = async () => {
    const { secondStep } = await ask(secondStepDocument, {})
    const { viewer: now } = await ask(viewerDocument, {})
    // What was typed here is the other person's.
    if (now && now.id !== viewer.id) return window.location.reload()
    setHalfIn(secondStep !== null)
    if (!now) return
    await reload()
    onClose()
  }
  const again = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const isIn = isHalfIn ? await ask(confirmSecondFactorDocument, { code: secret }) : (await signIn(email, secret)).signIn
      setHalfIn(!isIn)
      setSecret('')
      setFault('')
      if (!isIn) return
      await reload()
      onClose()
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
          <Button onClick={() => void signOut()}>{translate('session.leave')}</Button>
          <Button onClick={onClose}>{translate('session.later')}</Button>
          <Button type="submit" variant="contained">
            {translate('account.signIn')}
          </Button>
        </DialogActions>
      </form>
      {question}
    </Dialog>
  )
}
