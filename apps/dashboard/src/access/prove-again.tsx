import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { ask, PROVE_AGAIN } from '../api/graphql'
import { proveAgainDocument } from '../api/session.graphql'
import { type Answers, DialogForm } from '../kit/questions'

type Tell = (proved: boolean) => void

/** Lets the person prove again who they are, when the gateway asks for it; what they did is then sent once more. */
export default function ProveAgain() {
  const translate = useTranslate()
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
  const prove = async ({ code }: Answers<'code'>) => {
    await ask(proveAgainDocument, { code })
    end(true)
  }
  if (waiting.length === 0) return null
  return (
    <DialogForm
      title={translate('factors.again')}
      text={translate('factors.againText')}
      questions={[{ name: 'code', label: translate('factors.passwordOrCode'), type: 'password', autoComplete: 'current-password', focus: true }]}
      deed={translate('factors.goOn')}
      onClose={() => end(false)}
      onSubmit={prove}
    />
  )
}
