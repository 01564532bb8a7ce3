import { Button } from '@mui/material'
import { useNotify, useTranslate } from 'react-admin'
import { hasName, passkeyFault } from './passkey-faults'
import type { passkeyDeeds } from './passkeys'

interface Props {
  readonly deed: keyof typeof passkeyDeeds
  readonly label: string
  readonly onDone: () => void
}

/** Does something by a passkey; not there where the page is opened by an address of numbers, to which none can belong. */
export function PasskeyButton({ deed, label, onDone }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const go = async () => {
    const { passkeyDeeds } = await import('./passkeys')
    await passkeyDeeds[deed]().then(onDone, (error: Error) => notify(passkeyFault(error), { type: 'error' }))
  }
  if (!hasName()) return null
  return (
    <Button variant="outlined" onClick={() => void go()}>
      {translate(label)}
    </Button>
  )
}
