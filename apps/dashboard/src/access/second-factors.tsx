import { Box, Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material'
import { Suspense, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { AskedButton } from '../kit/asked-button'
import { momentText } from '../kit/format'
import { lazily } from '../kit/lazily'
import { Loading } from '../kit/loading'
import { Section } from '../kit/page'
import { type accountDocument, removeFactorDocument, renewRecoveryCodesDocument } from './access.graphql'
import { deviceText } from './device-text'
import { hasName, passkeyFault } from './passkey-faults'
import { RecoveryCodes } from './recovery-codes'

const SetUpCodes = lazily(() => import('./set-up-codes'))

interface Props {
  readonly factors: AnswerOf<typeof accountDocument>['secondFactors']['nodes']
  readonly codesLeft: number
  readonly onDone: () => void
}

/** One's second factors: adds and removes them, and makes new recovery codes. */
export function SecondFactors({ factors, codesLeft, onDone }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const [adding, setAdding] = useState(false)
  const [codes, setCodes] = useState<readonly string[]>([])
  const name = translate('resources.secondFactors.name', { smart_count: 2 })
  const refused = (error: Error) => notify(error.message, { type: 'error' })
  const remove = (id: string) => ask(removeFactorDocument, { id }).then(onDone)
  const renew = () => ask(renewRecoveryCodesDocument, {}).then(({ renewRecoveryCodes }) => setCodes(renewRecoveryCodes), refused)
  const makePasskey = async () => {
    const { addPasskey } = await import('./passkeys')
    await addPasskey(deviceText(navigator.userAgent, translate)).then(setCodes, (error: Error) => notify(passkeyFault(error), { type: 'error' }))
    onDone()
  }
  const close = () => {
    setAdding(false)
    setCodes([])
    onDone()
  }
  return (
    <Section
      title={name}
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button size="small" onClick={() => setAdding(true)}>
            {translate('factors.addApp')}…
          </Button>
          {hasName() ? (
            <Button size="small" onClick={() => void makePasskey()}>
              {translate('factors.addPasskey')}…
            </Button>
          ) : null}
        </Box>
      }
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate('factors.text')} {factors.length === 0 ? translate('factors.none') : translate('factors.left', { smart_count: codesLeft })}{' '}
        {hasName() ? null : translate('factors.needsName')}
      </Typography>
      {factors.length > 0 ? (
        <Button size="small" onClick={() => void renew()}>
          {translate('factors.renew')}
        </Button>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {factors.map((factor) => (
          <Box
            component="li"
            key={factor.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 1, borderBottom: '1px solid var(--line)' }}
          >
            <strong>{factor.name}</strong>
            <Typography variant="body2">{translate(`enums.FactorKind.${factor.kind}`)}</Typography>
            <Typography variant="body2">{factor.usedAt ? translate('factors.used', { at: momentText(factor.usedAt) }) : null}</Typography>
            <AskedButton
              size="small"
              deed={translate('factors.remove')}
              label={`${translate('factors.remove')}: ${factor.name}`}
              title={`${translate('factors.remove')}: ${factor.name}`}
              text={translate('factors.removeText')}
              onDeed={() => remove(factor.id)}
            />
          </Box>
        ))}
      </Box>
      {adding || codes.length > 0 ? (
        <Dialog open onClose={close} aria-labelledby="factor-dialog" fullWidth maxWidth="xs">
          <DialogTitle id="factor-dialog">{translate(adding ? 'factors.addApp' : 'factors.recovery')}</DialogTitle>
          <DialogContent>
            {adding ? (
              <Suspense fallback={<Loading />}>
                <SetUpCodes onDone={close} />
              </Suspense>
            ) : (
              <RecoveryCodes codes={codes} onDone={close} />
            )}
          </DialogContent>
        </Dialog>
      ) : null}
    </Section>
  )
}
