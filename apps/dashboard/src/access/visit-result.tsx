import { Alert } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { installationDocument } from './access.graphql'

/** With what people sign in here, beside a password. */
export const useProviders = () => useAnswer(installationDocument, {}, { staleTime: 60_000 }).data?.installation.providers ?? []

/** What came of a visit to a provider of identities, as the address says from which one came back. */
export function VisitResult() {
  const translate = useTranslate()
  const providers = useProviders()
  const [params] = useSearchParams()
  const [refused, joined] = [params.get('refused'), params.get('joined')]
  const key = joined ?? params.get('provider')
  const name = providers.find((provider) => provider.key === key)?.name
  if (!name || (!refused && !joined)) return null
  const sentence = refused
    ? translate(`providers.refused.${refused}`, { name, _: translate('providers.refused.FAILED') })
    : translate('providers.joined', { name })
  return (
    <Alert severity={refused ? 'error' : 'success'} role={refused ? 'alert' : 'status'} sx={{ mb: 2 }}>
      {sentence}
    </Alert>
  )
}
