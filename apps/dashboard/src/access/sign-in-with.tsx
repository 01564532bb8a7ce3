import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { signInWithDocument } from './access.graphql'
import { VisitButton } from './visit-button'
import { useProviders, VisitResult } from './visit-result'

/** Ways to sign in beside a password, and what came of the last one that was tried. */
export function SignInWith() {
  const translate = useTranslate()
  const providers = useProviders()
  if (providers.length === 0) return null
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 3 }}>
      <VisitResult />
      {providers.map(({ key, name }) => (
        <VisitButton key={key} document={signInWithDocument} provider={key} label={translate('providers.signIn', { name })} />
      ))}
    </Box>
  )
}
