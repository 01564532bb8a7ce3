import { decimalMark } from '@clusterpolisee/values'
import { Alert, Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { locale } from '../kit/format'
import type { useEntering } from './use-entering'

type Entering = ReturnType<typeof useEntering>

/** One question for all figures that can be read in two ways, with the first of them. */
export function DoubtQuestion({ doubts, decide }: Pick<Entering, 'doubts' | 'decide'>) {
  const translate = useTranslate()
  const [first] = doubts
  if (!first) return null
  const shown = (value: number) => String(value).replace('.', decimalMark(locale()))
  return (
    <Alert
      severity="warning"
      id="question-doubt"
      sx={{ mt: 1 }}
      action={
        <>
          <Button onClick={() => decide('.')}>{shown(first.byPoint)}</Button>
          <Button onClick={() => decide(',')}>{shown(first.byComma)}</Button>
        </>
      }
    >
      {translate('entry.doubt', { text: first.text, smart_count: doubts.length })}
    </Alert>
  )
}

/** A question about a paste of which something aims at a closed cell, or beyond the table. */
export function HomelessQuestion({ asked, answerPaste }: Pick<Entering, 'asked' | 'answerPaste'>) {
  const translate = useTranslate()
  if (!asked) return null
  const { homeless } = asked
  const texts = homeless.slice(0, 3).map((text) => `“${text}”`)
  return (
    <Alert
      severity="warning"
      role="alert"
      sx={{ mt: 1 }}
      action={
        <>
          <Button onClick={() => answerPaste(false)}>{translate('entry.pasteNothing')}</Button>
          <Button onClick={() => answerPaste(true)}>{translate('entry.pasteRest')}</Button>
        </>
      }
    >
      {translate('entry.homeless', { texts: texts.join(', '), smart_count: homeless.length })}
    </Alert>
  )
}
