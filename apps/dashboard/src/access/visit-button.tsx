import { useState } from 'react'
import type { Document } from '../api/document'
import { ask } from '../api/graphql'
import { ToldButton } from './told-button'

interface Props {
  readonly document: Document<{ readonly page: string }, { provider: string }>
  readonly provider: string
  readonly label: string
}

/** Leads to a provider of identities, which leads back; says why when it cannot. */
export function VisitButton({ document, provider, label }: Props) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const go = () => {
    setBusy(true)
    setFault('')
    ask(document, { provider }).then(
      ({ page }) => window.location.assign(page),
      (error: Error) => {
        setBusy(false)
        setFault(error.message)
      },
    )
  }
  return <ToldButton label={label} disabled={busy} onClick={go} fault={fault} />
}
