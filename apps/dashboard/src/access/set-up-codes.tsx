import { Box, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { renderSVG } from 'uqr'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { Failed, Loading } from '../kit/loading'
import type { Answers } from '../kit/questions'
import { addCodesDocument, newCodesDocument } from './access.graphql'
import { QuestionForm } from './question-form'
import { RecoveryCodes } from './recovery-codes'

type NewCodes = AnswerOf<typeof newCodesDocument>['newCodes']

const begin = () => ask(newCodesDocument, {}).then(({ newCodes }) => newCodes)

/** Sets an app up that makes one-time codes: shows it the secret, asks for a code, and shows the recovery codes that come with the first factor. */
export default function SetUpCodes({ onDone }: { onDone: () => void }) {
  const [made, setMade] = useState<NewCodes | null>(null)
  const [fault, setFault] = useState<Error | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  useEffect(() => void begin().then(setMade, setFault), [])
  if (fault) return <Failed error={fault} onAgain={() => void begin().then(setMade, setFault)} />
  if (codes.length > 0) return <RecoveryCodes codes={codes} onDone={onDone} />
  if (!made) return <Loading />
  const added = (recovery: readonly string[]) => (recovery.length > 0 ? setCodes(recovery) : onDone())
  return <NewApp made={made} onAdded={added} />
}

function NewApp({ made: { secret, uri }, onAdded }: { made: NewCodes; onAdded: (codes: readonly string[]) => void }) {
  const translate = useTranslate()
  const add = async ({ code, name }: Answers<'code' | 'name'>) => {
    const { addCodes } = await ask(addCodesDocument, { secret, code, name })
    onAdded(addCodes)
  }
  return (
    <>
      <Typography sx={{ mb: 2 }}>{translate('factors.scan')}</Typography>
      <Box
        component="img"
        alt={translate('factors.picture')}
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`}
        sx={{ display: 'block', width: 200, height: 200, mx: 'auto', bgcolor: '#fff' }}
      />
      <Typography variant="body2" sx={{ my: 2, overflowWrap: 'anywhere' }}>
        {translate('factors.typed')} <code>{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
      </Typography>
      <QuestionForm
        questions={[
          { name: 'code', label: translate('factors.codeOfApp'), autoComplete: 'one-time-code', required: true },
          { name: 'name', label: translate('resources.secondFactors.fields.name'), help: translate('resources.secondFactors.help.name'), required: true },
        ]}
        deed={translate('factors.add')}
        onSubmit={add}
      />
    </>
  )
}
