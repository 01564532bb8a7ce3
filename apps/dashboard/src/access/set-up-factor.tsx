import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { deviceText } from './device-text'
import { hasName, passkeyFault } from './passkey-faults'
import { RecoveryCodes } from './recovery-codes'
import SetUpCodes from './set-up-codes'

/** Sets up the first second factor: a passkey, where the page has a name, or an app for codes. */
export default function SetUpFactor({ onDone }: { onDone: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const [codes, setCodes] = useState<readonly string[]>([])
  const make = async () => {
    const { addPasskey } = await import('./passkeys')
    await addPasskey(deviceText(navigator.userAgent, translate)).then(setCodes, (error: Error) => notify(passkeyFault(error), { type: 'error' }))
  }
  if (codes.length > 0) return <RecoveryCodes codes={codes} onDone={onDone} />
  return (
    <>
      {hasName() ? (
        <Box sx={{ display: 'grid', gap: 2, mb: 2 }}>
          <Button variant="contained" onClick={() => void make()}>
            {translate('factors.addPasskey')}
          </Button>
          <Typography>{translate('factors.orApp')}</Typography>
        </Box>
      ) : null}
      <SetUpCodes onDone={onDone} />
    </>
  )
}
