import { Typography } from '@mui/material'
import { useEffect } from 'react'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { PlainPage } from '../kit/plain-page'
import { tellBack } from './in-window'

/** Where a window ends that went to a provider of identities. It closes by itself where the browser lets it. */
export default function CameBack() {
  const translate = useTranslate()
  const [params] = useSearchParams()
  const refused = params.get('refused')
  useEffect(() => tellBack({ refused }), [refused])
  return (
    <PlainPage title={translate('providers.cameBack')}>
      <Typography role="status">{translate('providers.closeWindow')}</Typography>
    </PlainPage>
  )
}
