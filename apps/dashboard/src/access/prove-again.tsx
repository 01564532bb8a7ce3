import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { proveAgainDocument } from '../api/session.graphql'
import { useAnswer } from '../api/use-answer'
import { type Answers, DialogForm } from '../kit/questions'
import { proveAgainWithDocument, provingWaysDocument } from './access.graphql'
import { PasskeyButton } from './passkey-button'
import { useProviders } from './visit-result'
import { WindowButton } from './window-button'

/** What is told of somebody who is to prove again who they are. */
export interface ProveProps {
  readonly onProved: () => void
  readonly onClose: () => void
}

/** What is asked for where it cannot be asked what there is. */
const byPassword = { password: true, codes: false, passkey: false, providers: [] as readonly string[] }

/** Lets the person prove again who they are, by what they have: a password or a code, a passkey, an account elsewhere. */
export default function ProveAgain({ onProved, onClose }: ProveProps) {
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
