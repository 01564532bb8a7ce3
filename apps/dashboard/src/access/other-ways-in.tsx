import { Box } from '@mui/material'
import { signInInWindowDocument } from './access.graphql'
import { PasskeyButton } from './passkey-button'
import { useProviders } from './visit-result'
import { WindowButton } from './window-button'

interface Props {
  /** The first step is made. */
  readonly isHalfIn: boolean
  readonly onDone: () => void
}

/** Ways to sign in again, beside the password and a code, without leaving the page. */
export default function OtherWaysIn({ isHalfIn, onDone }: Props) {
  const providers = useProviders()
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 2 }}>
      {isHalfIn ? (
        <PasskeyButton deed="confirmPasskey" label="factors.usePasskey" onDone={onDone} />
      ) : (
        <PasskeyButton deed="signInByPasskey" label="factors.signIn" onDone={onDone} />
      )}
      {isHalfIn ? null : providers.map((provider) => <WindowButton key={provider.key} document={signInInWindowDocument} provider={provider} onDone={onDone} />)}
    </Box>
  )
}
