import { Box } from '@mui/material'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { ask, PROVE_AGAIN } from '../api/graphql'
import { proveAgainDocument } from '../api/session.graphql'
import { useAnswer } from '../api/use-answer'
import { type Answers, DialogForm } from '../kit/questions'
import { proveAgainWithDocument, provingWaysDocument } from './access.graphql'
import { PasskeyButton } from './passkey-button'
import { useProviders } from './visit-result'
import { WindowButton } from './window-button'

type Tell = (proved: boolean) => void

/** Lets the person prove again who they are, when the gateway asks for it; what they did is then sent once more. */
export default function ProveAgain() {
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
  return <Again onProved={() => end(true)} onClose={() => end(false)} />
}

/** What is asked for where it cannot be asked what there is. */
const byPassword = { password: true, codes: false, passkey: false, providers: [] as readonly string[] }

/** Asks for what the person has: a password or a code, a passkey, an account elsewhere. */
function Again({ onProved, onClose }: { onProved: () => void; onClose: () => void }) {
  const translate = useTranslate()
  const { data, error } = useAnswer(provingWaysDocument, {})
  const ways = data?.provingWays ?? byPassword
  const providers = useProviders().filter(({ key }) => ways.providers.includes(key))
  if (!data && !error) return null
  const prove = async ({ code }: Answers<'code'>) => {
    await ask(proveAgainDocument, { code })
    onProved()
  }
  const code = { name: 'code' as const, label: translate('factors.passwordOrCode'), type: 'password' as const, autoComplete: 'current-password', focus: true }
  return (
    <DialogForm
      title={translate('factors.again')}
      text={
        <>
          {translate('factors.againText')}
          <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
            {ways.passkey ? <PasskeyButton deed="proveAgainByPasskey" label="factors.usePasskey" onDone={onProved} /> : null}
            {providers.map((provider) => (
              <WindowButton key={provider.key} document={proveAgainWithDocument} provider={provider} onDone={onProved} />
            ))}
          </Box>
        </>
      }
      questions={ways.password || ways.codes ? [code] : []}
      deed={ways.password || ways.codes ? translate('factors.goOn') : null}
      onClose={onClose}
      onSubmit={prove}
    />
  )
}
