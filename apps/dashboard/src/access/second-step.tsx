import { Typography } from '@mui/material'
import { Suspense } from 'react'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { confirmSecondFactorDocument } from '../api/session.graphql'
import { lazily } from '../kit/lazily'
import { Loading } from '../kit/loading'
import { PlainPage } from '../kit/plain-page'
import type { Answers } from '../kit/questions'
import { PasskeyButton } from './passkey-button'
import { QuestionForm } from './question-form'

const SetUpFactor = lazily(() => import('./set-up-factor'))

interface Props {
  /** Kinds of factors that the person has. */
  readonly kinds: readonly string[]
  /** Called when the person is in. */
  readonly onDone: () => void
}

/** After the password: gives a code; whoever needs a second factor and has none sets one up first. */
export function SecondStep({ kinds, onDone }: Props) {
  const translate = useTranslate()
  if (kinds.length > 0) return <CodeStep kinds={kinds} onDone={onDone} />
  return (
    <PlainPage title={translate('factors.setUp')}>
      <Typography sx={{ mb: 2 }}>{translate('factors.demanded')}</Typography>
      <Suspense fallback={<Loading />}>
        <SetUpFactor onDone={onDone} />
      </Suspense>
    </PlainPage>
  )
}

function CodeStep({ kinds, onDone }: Props) {
  const translate = useTranslate()
  const confirm = async ({ code }: Answers<'code'>) => {
    await ask(confirmSecondFactorDocument, { code })
    onDone()
  }
  return (
    <PlainPage title={translate('factors.step')}>
      <QuestionForm
        questions={[{ name: 'code', label: translate('factors.code'), help: translate('factors.codeHelp'), autoComplete: 'one-time-code', focus: true }]}
        deed={translate('account.signIn')}
        onSubmit={confirm}
      >
        {kinds.includes('PASSKEY') ? <PasskeyButton deed="confirmPasskey" label="factors.usePasskey" onDone={onDone} /> : null}
      </QuestionForm>
    </PlainPage>
  )
}
