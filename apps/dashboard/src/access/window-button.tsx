import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Document } from '../api/document'
import { VisitRefused, visitInWindow } from './in-window'
import { ToldButton } from './told-button'

interface Props {
  readonly document: Document<{ readonly page: string }, { provider: string }>
  readonly provider: { readonly key: string; readonly name: string }
  readonly onDone: () => void
}

/** Signs in with a provider of identities in a window of its own; says why when nothing came of it. */
export function WindowButton({ document, provider: { key, name }, onDone }: Props) {
  const translate = useTranslate()
  const [fault, setFault] = useState('')
  const told = (error: Error) =>
    error instanceof VisitRefused ? translate(`providers.refused.${error.message}`, { name, _: translate('providers.refused.FAILED') }) : error.message
  const go = () => {
    setFault('')
    visitInWindow(document, key).then(onDone, (error: Error) => setFault(told(error)))
  }
  return <ToldButton label={translate('providers.signIn', { name })} onClick={go} fault={fault} />
}
